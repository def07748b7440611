import type { GroupAnswers, PeriodAnswers } from './figure.ts'
import type { AnswersWanted } from './figure-answers.ts'
import { mergedAnswers } from './rest-answers.ts'

/** What to read to know how everybody else answered, and how to find it in what was read. */
export interface LeftOut {
  readonly wanted: AnswersWanted
  readonly answersIn: (read: PeriodAnswers) => PeriodAnswers
}

/**
 * Whom the filter of a question leaves out: the other units where it names a unit, else those with another value of the
 * segment; null where it names neither. A unit and a segment together are compared with that segment in the other units.
 */
export function leftOut(wanted: AnswersWanted, otherUnits: readonly string[] | undefined): LeftOut | null {
  const { filter } = wanted
  if (otherUnits)
    return {
      wanted: { ...wanted, filter: { ...filter, units: otherUnits } },
      answersIn: (read) => read,
    }
  if (!filter.segment) return null
  const { name, value } = filter.segment
  const others = (groups: readonly GroupAnswers[]) =>
    valuesMerged(groups, { grouping: `segment:${name}`, value })
  return {
    wanted: { ...wanted, filter: { ...filter, segment: undefined }, by: [...wanted.by, `segment:${name}`] },
    answersIn: ({ byGroup, byTouchpoint }) => ({
      byGroup: others(byGroup),
      byTouchpoint: others(byTouchpoint),
    }),
  }
}

/** Groups with any value but this one, made one; where one of them is hidden, what it is part of is hidden. */
function valuesMerged(
  groups: readonly GroupAnswers[],
  { grouping, value }: { readonly grouping: string; readonly value: string },
): GroupAnswers[] {
  const kept = groups
    .filter(({ group }) => group[grouping] !== value)
    .map(({ group: { [grouping]: _, ...group }, ...answers }) => ({ ...answers, group }))
  const alike = Map.groupBy(kept, ({ kind, group }) => JSON.stringify([kind, group]))
  return [...alike.values()].map(mergedAnswers)
}
