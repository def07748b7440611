import { z } from 'zod'

/** Where a text of `experience.yaml` is wrong, and what to write instead. */
export const ExperienceFinding = z.object({
  line: z.number().int(),
  column: z.number().int(),
  path: z.string().describe('Where in the document, e.g. `touchpoints[2].promise.measure`.'),
  message: z.string(),
  hint: z.string(),
})
export type ExperienceFinding = z.infer<typeof ExperienceFinding>

/** What applying a file did, or would do. */
export const ExperienceChange = z.object({
  section: z.string(),
  key: z.string(),
  change: z.enum(['created', 'changed', 'removed']),
})
export type ExperienceChange = z.infer<typeof ExperienceChange>

/** How to say that nothing bears a key: "no team", « aucune équipe ». */
type NoneOf = Readonly<{ en: string; fr: string }>

/** Keys that a section defines. `at` is a path inside the section, `*` standing for every item of a list. */
export interface KeysDefined {
  readonly kind: string
  readonly at: string
  readonly none: NoneOf
}

/** Keys that a section names and that must be defined somewhere. */
export interface KeysNamed {
  readonly kind: string
  readonly at: string
  /** Path of a figure stated in the unit of the thing named, e.g. the target of a promise. */
  readonly amount?: string
  /** Says of a thing that is defined whether it may be named here; where absent, any may. */
  readonly accepts?: (item: unknown) => boolean
  /** True where the key names the parent of the item, so that circles are refused. */
  readonly parent?: boolean
}

/** What a section of `experience.yaml` holds: its shape, the keys it defines and the keys it names. */
export interface ExperienceOutline<Value = unknown> {
  /** Name of the section in the file. */
  readonly name: string
  readonly schema: z.ZodType<Value>
  readonly defines: readonly KeysDefined[]
  readonly names: readonly KeysNamed[]
  /** Ends between which a figure stated for one of its items must lie; null where there are none. */
  amountRange?(item: unknown): { readonly low: number; readonly high: number } | null
}

/**
 * A section of `experience.yaml` with the records behind it. Rooms contribute one each.
 * `Tx` is a transaction of the ledger, bound to a workspace.
 */
export interface ExperienceSection<Tx, Value = unknown> extends ExperienceOutline<Value> {
  /** What the workspace holds, in the order of the file. */
  read(tx: Tx): Promise<Value | undefined>
  /** Makes the workspace hold exactly this and writes the audit trail; answers what it did. */
  write(tx: Tx, value: Value): Promise<Pick<ExperienceChange, 'key' | 'change'>[]>
}

/** One change asked for outside a file. */
export type ExperienceEdit =
  | { readonly section: string; readonly put: unknown }
  | { readonly section: string; readonly remove: string }

/** Why a change is refused: the code of a problem, and the values of its sentence. */
export interface ExperienceRefusal {
  readonly code:
    | 'STRATEGY_STILL_USED'
    | 'STRATEGY_KEY_UNKNOWN'
    | 'STRATEGY_UNIT_CIRCULAR'
    | 'STRATEGY_AMOUNT_OUTSIDE'
    | 'STRATEGY_KEY_TWICE'
    | 'STRATEGY_KEY_UNFIT'
  readonly values: Readonly<Record<string, string>>
}

/**
 * Says, inside the transaction that would make it, whether a change leaves the experience whole.
 * Holds back other changes of the workspace until the transaction ends.
 */
export type ExperienceGuard<Tx> = (tx: Tx, edit: ExperienceEdit) => Promise<ExperienceRefusal | null>
