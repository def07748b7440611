import type { ColumnProposal, Proposal } from '../contract.ts'
import type { DraftColumn, DraftRole } from './draft.contract.ts'

/** A touchpoint that the workspace has designed. */
export interface KnownTouchpoint {
  readonly key: string
  readonly name: string
}

/** What a later room hands to the import: the touchpoints, and how one is made where the reader may. */
export interface Touchpoints {
  readonly list: readonly KnownTouchpoint[]
  readonly create?: ((touchpoint: KnownTouchpoint) => Promise<unknown>) | undefined
}

export type ChosenRole = DraftRole | 'ignore'

/** A column, and how somebody reads it so far. */
export interface ColumnChoice extends Omit<DraftColumn, 'role' | 'key' | 'kind'> {
  readonly role: ChosenRole
  readonly key: string
  readonly kind: string
  /** What it was proposed to be, with the reason. */
  readonly proposal: ColumnProposal
}

/** Below this, a division into groups is offered and not taken. */
const sureEnough = 0.8
const onlyOnce: readonly ChosenRole[] = [
  'person',
  'response',
  'date',
  'unit',
  'channel',
  'offer',
  'language',
  'weight',
]

/** The choices that the proposed mapping stands for; what it leaves out is left out here too. */
export function choicesOf({ columns, shape }: Proposal): ColumnChoice[] {
  const best = new Map<ChosenRole, ColumnProposal>()
  for (const column of columns) {
    const rival = best.get(column.role)
    if (!rival || column.confidence > rival.confidence) best.set(column.role, column)
  }
  return columns.map((proposal) => ({
    ...{ proposal, column: proposal.column, key: proposal.key },
    kind: proposal.kind ?? 'csat',
    role: takenRole(proposal, best.get(proposal.role) === proposal, shape),
    ...(proposal.scale && { scale: proposal.scale }),
    ...(proposal.notGiven && { notGiven: proposal.notGiven }),
    ...(proposal.values && { values: proposal.values }),
    ...(proposal.formats && { formats: proposal.formats }),
    ...(proposal.group !== undefined && { group: proposal.group }),
  }))
}

function takenRole(proposal: ColumnProposal, isBest: boolean, shape: Proposal['shape']): ChosenRole {
  const { role, confidence, column } = proposal
  if (/[{}]/.test(column) || role === 'outcome' || role === 'check-all') return 'ignore'
  if (role === 'touchpoint') return shape === 'long' && isBest ? role : 'ignore'
  if (role === 'segment') return confidence >= sureEnough ? role : 'ignore'
  return onlyOnce.includes(role) && !isBest ? 'ignore' : role
}

/** What a new role brings along, so that the column can be read at once. */
export function withRole(choice: ColumnChoice, role: ChosenRole): ColumnChoice {
  const scale = choice.scale ?? (role === 'score' ? { low: 1, high: 5 } : undefined)
  return { ...choice, role, ...(scale && { scale }) }
}

const keyPattern = /^[a-z0-9][a-z0-9-]{0,62}$/

export type ChoiceFault = 'keyFault' | 'scaleFault'

/** What is wrong with a choice before anybody else looks at it. */
export function faultOf({ role, key, scale }: ColumnChoice): ChoiceFault | null {
  if (usesKey(role) && !keyPattern.test(key)) return 'keyFault'
  if (role === 'score' && scale && !(scale.low < scale.high)) return 'scaleFault'
  return null
}

/** Roles about a touchpoint. */
export const aboutTouchpoint = (role: ChosenRole): boolean =>
  role === 'score' || role === 'verbatim' || role === 'check-all'

const usesKey = (role: ChosenRole) => aboutTouchpoint(role) || role === 'segment' || role === 'outcome'

/** The columns that are read, as the server wants them. */
export function draftColumns(choices: readonly ColumnChoice[]): DraftColumn[] {
  return choices.flatMap(({ proposal: _, role, key, kind, scale, notGiven, values, ...rest }) => {
    if (role === 'ignore') return []
    const scored = role === 'score' ? { kind, scale, notGiven, values } : {}
    const column = { ...rest, role, ...scored, ...(usesKey(role) && { key }) }
    return [column]
  })
}

/** Touchpoints that the choices name and nobody has designed, each with its columns. */
export function unknownTouchpoints(choices: readonly ColumnChoice[], known: readonly KnownTouchpoint[]) {
  const designed = new Set(known.map(({ key }) => key))
  const byRow = choices.some(({ role }) => role === 'touchpoint')
  const named = choices.filter(
    ({ role, key }) => aboutTouchpoint(role) && !(byRow && role === 'score') && !designed.has(key),
  )
  return [...Map.groupBy(named, ({ key }) => key)].map(([key, columns]) => ({ key, columns }))
}

/** Scores that were proposed on the same scale with the same codes as this one. */
export function scoresLike(choices: readonly ColumnChoice[], { column, proposal }: ColumnChoice) {
  const traits = (one: ColumnProposal) => JSON.stringify([one.scale, one.notGiven, one.values])
  return choices.filter(
    (other) =>
      other.column !== column && other.role === 'score' && traits(other.proposal) === traits(proposal),
  )
}

/** Codes as they are typed: `0, 6, n/a`; numbers become numbers. */
export function codesOf(text: string): (string | number)[] {
  const words = text.split(',').map((word) => word.trim())
  return words
    .filter((word) => word !== '')
    .map((word) => (Number.isFinite(Number(word)) ? Number(word) : word))
}
