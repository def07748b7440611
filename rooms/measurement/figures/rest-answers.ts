import { mergedBins } from '../measures/merged-bins.ts'
import type { Group, GroupAnswers, PeriodAnswers } from './figure.ts'

/**
 * Answers of all other groups, for each group: what a unit or a segment is compared with when it is compared with the rest.
 * Other people are compared, at the same touchpoint, question and time: the same people answer for several of these.
 * Where any of the others is hidden, the rest is hidden too, as it would give that one away.
 */
export function restAnswers({ byGroup, byTouchpoint }: PeriodAnswers): PeriodAnswers {
  return { byGroup: restOf(byGroup), byTouchpoint }
}

/** Groupings within which groups hold other people. */
const shared = new Set(['month', 'quarter', 'year', 'touchpoint', 'question'])

function restOf(groups: readonly GroupAnswers[]): GroupAnswers[] {
  const siblings = Map.groupBy(groups, ({ kind, group }) => `${kind} ${sharedBy(group)}`)
  return groups.map((one) => {
    const others = siblings.get(`${one.kind} ${sharedBy(one.group)}`)!.filter((other) => other !== one)
    return { ...mergedAnswers(others), kind: one.kind, group: one.group }
  })
}

/** Answers of several groups as those of the first; hidden where one of them is. */
export function mergedAnswers(groups: readonly GroupAnswers[]): GroupAnswers {
  const hidden = groups.some((one) => one.hidden)
  const bins = hidden ? [] : mergedBins(groups.flatMap((one) => one.bins))
  return { kind: groups[0]?.kind ?? '', group: groups[0]?.group ?? {}, bins, hidden }
}

function sharedBy(group: Group): string {
  return JSON.stringify(Object.entries(group).filter(([name]) => shared.has(name)))
}
