import { fieldOf, type ValuePath, valueAtPath, valuesAt } from '../../../foundations/yaml/path-pattern.ts'
import type { ExperienceOutline, KeysNamed } from '../contract.ts'

/** What a workspace states, section by section; a section that cannot be read is absent. */
export type SectionValues = Readonly<Record<string, unknown>>

interface At {
  /** Path in the whole document. */
  readonly path: ValuePath
  /** Key of the item that is at fault, e.g. of the touchpoint that names an unknown team. */
  readonly user: string
}

/** A way in which the sections do not hold together. */
export type ExperienceViolation = At &
  (
    | { readonly what: 'twice'; readonly key: string; readonly first: ValuePath }
    | {
        readonly what: 'unknown'
        readonly kind: string
        readonly key: string
        readonly known: readonly string[]
      }
    | { readonly what: 'unfit'; readonly key: string; readonly known: readonly string[] }
    | { readonly what: 'circle'; readonly key: string; readonly parent: string }
    | {
        readonly what: 'outside'
        readonly key: string
        readonly amount: number
        readonly low: number
        readonly high: number
      }
  )

interface Definition {
  readonly path: ValuePath
  readonly key: string
  readonly item: unknown
  readonly outline: ExperienceOutline
}

type Definitions = ReadonlyMap<string, readonly Definition[]>

/** Every way in which the sections do not hold together, in the order of the sections. */
export function experienceViolations(
  outlines: readonly ExperienceOutline[],
  values: SectionValues,
): ExperienceViolation[] {
  const present = outlines.filter(({ name }) => values[name] !== undefined)
  const definitions = definitionsOf(outlines, values)
  return present.flatMap((outline) => {
    const value = values[outline.name]
    const named = outline.names.flatMap((names) => violationsOfNames({ outline, value, names, definitions }))
    return [...keysTwice(outline, definitions), ...named]
  })
}

/** Keys by kind. A kind whose section is absent has no entry: what it defines is not known. */
function definitionsOf(outlines: readonly ExperienceOutline[], values: SectionValues): Definitions {
  const definitions = new Map<string, Definition[]>()
  for (const outline of outlines) {
    if (values[outline.name] === undefined) continue
    for (const { kind, at } of outline.defines) {
      const found = valuesAt(values[outline.name], at).map(({ path, value }) => ({
        path: [outline.name, ...path],
        key: String(value),
        item: valueAtPath(values[outline.name], path.slice(0, -1)),
        outline,
      }))
      definitions.set(kind, found)
    }
  }
  return definitions
}

function keysTwice(outline: ExperienceOutline, definitions: Definitions): ExperienceViolation[] {
  return outline.defines.flatMap(({ kind }) => {
    const first = new Map<string, ValuePath>()
    return (definitions.get(kind) ?? []).flatMap(({ key, path }) => {
      const earlier = first.get(key)
      if (earlier) return [{ what: 'twice' as const, user: key, key, path, first: earlier }]
      first.set(key, path)
      return []
    })
  })
}

interface Naming {
  readonly outline: ExperienceOutline
  readonly value: unknown
  readonly names: KeysNamed
  readonly definitions: Definitions
}

function violationsOfNames(naming: Naming): ExperienceViolation[] {
  const defined = naming.definitions.get(naming.names.kind)
  if (!defined) return []
  const byKey = new Map(defined.map((definition) => [definition.key, definition]))
  const found = valuesAt(naming.value, naming.names.at)
  const broken = found.flatMap(({ path, value }): ExperienceViolation[] => {
    const at = { path: [naming.outline.name, ...path], user: userAt(naming.value, path) }
    const definition = byKey.get(String(value))
    if (!definition) {
      const known = [...byKey.keys()]
      return [{ what: 'unknown', kind: naming.names.kind, key: String(value), known, ...at }]
    }
    const { accepts = () => true } = naming.names
    if (!accepts(definition.item)) {
      const known = defined.filter(({ item }) => accepts(item)).map(({ key }) => key)
      return [{ what: 'unfit', key: definition.key, known, ...at }]
    }
    return amountOutside(naming, path, definition)
  })
  return naming.names.parent ? [...broken, ...circles(naming)] : broken
}

/** Key of the item of the list in which a path lies; the name of the section for what lies in none. */
function userAt(value: unknown, path: ValuePath): string {
  return String(fieldOf(valueAtPath(value, path.slice(0, 1)), 'key') ?? '')
}

function amountOutside(
  { outline, value, names }: Naming,
  path: ValuePath,
  { key, item, outline: definer }: Definition,
): ExperienceViolation[] {
  const range = definer.amountRange?.(item)
  if (!names.amount || !range) return []
  const amountPath = names.amount.split('.').map((step, place) => (step === '*' ? (path[place] ?? 0) : step))
  const amount = valueAtPath(value, amountPath)
  if (typeof amount !== 'number' || (amount >= range.low && amount <= range.high)) return []
  const at = { path: [outline.name, ...amountPath], user: userAt(value, path) }
  return [{ what: 'outside', key, amount, ...range, ...at }]
}

/** One violation a circle. */
function circles({ outline, value, names }: Naming): ExperienceViolation[] {
  const links = valuesAt(value, names.at).map(
    ({ path, value: parent }) => [userAt(value, path), { parent: String(parent), path }] as const,
  )
  const parents = new Map(links)
  const settled = new Set<string>()
  return links.flatMap(([start]) => {
    const key = firstMetTwice(start, parents, settled)
    const link = key === null ? undefined : parents.get(key)
    if (key === null || !link) return []
    return [
      { what: 'circle' as const, user: key, key, parent: link.parent, path: [outline.name, ...link.path] },
    ]
  })
}

/** Walks from parent to parent; the first key met twice closes a circle, null where the walk ends. */
function firstMetTwice(
  start: string,
  parents: ReadonlyMap<string, { readonly parent: string }>,
  settled: Set<string>,
): string | null {
  const walked = new Set<string>()
  let at: string | undefined = start
  while (at !== undefined && !settled.has(at) && !walked.has(at)) {
    walked.add(at)
    at = parents.get(at)?.parent
  }
  for (const member of walked) settled.add(member)
  return at !== undefined && walked.has(at) ? at : null
}
