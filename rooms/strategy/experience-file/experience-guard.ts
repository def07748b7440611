import { fieldOf } from '../../../foundations/yaml/path-pattern.ts'
import type { ExperienceEdit, ExperienceOutline, ExperienceRefusal } from '../contract.ts'
import { type ExperienceViolation, experienceViolations, type SectionValues } from './experience-violation.ts'

export interface ExperienceEditCheck {
  readonly outlines: readonly ExperienceOutline[]
  readonly held: SectionValues
  readonly edit: ExperienceEdit
}

/** Why a change would leave the experience broken; null where it would not. */
export function refusalOfEdit({ outlines, held, edit }: ExperienceEditCheck): ExperienceRefusal | null {
  const after = { ...held, [edit.section]: edited(held[edit.section], edit) }
  const [first, ...others] = experienceViolations(outlines, after)
  return first ? refusalOf(first, others, edit) : null
}

function edited(value: unknown, edit: ExperienceEdit): unknown {
  if (!Array.isArray(value)) return 'put' in edit ? edit.put : undefined
  if ('remove' in edit) return value.filter((item) => fieldOf(item, 'key') !== edit.remove)
  const key = fieldOf(edit.put, 'key')
  const place = value.findIndex((item) => fieldOf(item, 'key') === key)
  return place < 0 ? [...value, edit.put] : value.with(place, edit.put)
}

function refusalOf(
  first: ExperienceViolation,
  others: readonly ExperienceViolation[],
  edit: ExperienceEdit,
): ExperienceRefusal {
  const { key, user } = first
  if (first.what === 'twice') return { code: 'STRATEGY_KEY_TWICE', values: { key } }
  if (first.what === 'circle')
    return { code: 'STRATEGY_UNIT_CIRCULAR', values: { key, parent: first.parent } }
  if (first.what === 'outside') {
    const { amount, low, high } = first
    const values = { key, amount: String(amount), low: String(low), high: String(high) }
    return { code: 'STRATEGY_AMOUNT_OUTSIDE', values }
  }
  if (first.what === 'unfit')
    return { code: 'STRATEGY_KEY_UNFIT', values: { user, key, known: first.known.slice(0, 20).join(', ') } }
  if (isOwn(first, edit))
    return { code: 'STRATEGY_KEY_UNKNOWN', values: { user, key, known: first.known.slice(0, 20).join(', ') } }
  const users = [first, ...others].filter((other) => other.what === 'unknown' && other.key === key)
  return { code: 'STRATEGY_STILL_USED', values: { key, users: users.map((other) => other.user).join(', ') } }
}

/** Whether the fault lies in what is being put, rather than in what others say of it. */
function isOwn({ path, user }: ExperienceViolation, edit: ExperienceEdit): boolean {
  return 'put' in edit && path[0] === edit.section && user === fieldOf(edit.put, 'key')
}
