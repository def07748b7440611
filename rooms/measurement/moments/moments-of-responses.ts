import type { WhyNot } from '../../../foundations/statistics/estimate.ts'
import { pairCount, pairSums, summedPairs } from '../../../foundations/statistics/importance/pair-sums.ts'
import {
  type PenaltyRewardOfPairs,
  penaltyRewardOfPairs,
} from '../../../foundations/statistics/importance/penalty-reward-of-pairs.ts'
import type { DriverName, DriverResponses, ReadStatement } from '../drivers/drivers-of-responses.ts'
import { bucketsOf, tableOf } from '../drivers/response-table.ts'

export interface MomentsFound {
  readonly n: number
  readonly drawn: number
  readonly statement: ReadStatement
  readonly names: readonly DriverName[]
  readonly found: PenaltyRewardOfPairs | WhyNot | 'nothing-beside'
}

/** Marks up to this share of what was given count as low, marks from that share on as top: 1 and 2, and 5, of 1 to 5. */
const lowShare = 0.3
const topShare = 0.9
/** Fewest responses that two touchpoints share, for each of the two boxes of each touchpoint. */
const leastEach = 20

/** What low and top marks of each touchpoint cost and bring, among the answers that came together. */
export function momentsOfResponses(
  responses: DriverResponses,
  onProgress: (share: number) => void = () => {},
): MomentsFound {
  const { drawn, statement, hidden, draws, seed, leastPeople } = responses
  const table = tableOf({ ...responses, figure: null })
  const all = responses.beside.map(({ kind, touchpoint }) => ({ kind, touchpoint }))
  const kept = answeredTogether(table.columns, leastPeople)
  const names = kept.map((at) => all[at]!)
  const base = { n: table.people.length, drawn, statement, names }
  if (names.length === 0) return { ...base, found: hidden ? 'group-too-small' : 'nothing-beside' }
  const boxes = kept.flatMap((at) => boxesOf(table.columns[at]!))
  const columns = [...boxes, table.columns.at(-1)!]
  const pairs = pairSums({ columns, weights: table.weights, ...bucketsOf(table.people) }, (share) =>
    onProgress(share / 3),
  )
  const found = penaltyRewardOfPairs(pairs, {
    names: names.map(({ kind, touchpoint }) => `${kind}/${touchpoint}`),
    smallestN: Math.max(leastPeople, leastEach * names.length),
    onProgress: (share) => onProgress(1 / 3 + (2 / 3) * share),
    ...{ draws, seed },
  })
  return { ...base, found }
}

/** Where a mark is low, and where it is at the top; NaN where it was not given. */
export function boxesOf(column: Float64Array): [Float64Array, Float64Array] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const mark of column) {
    if (mark < least) least = mark
    if (mark > most) most = mark
  }
  const at = (share: number) => least + share * (most - least)
  const box = (test: (mark: number) => boolean) =>
    column.map((mark) => (Number.isNaN(mark) ? Number.NaN : Number(test(mark))))
  return [box((mark) => mark <= at(lowShare)), box((mark) => mark >= at(topShare))]
}

/** Places of the columns that enough people answered beside every other one; those least answered go first. */
export function answeredTogether(columns: readonly Float64Array[], leastPeople: number): number[] {
  const kept = columns.slice(0, -1).map((_, at) => at)
  const outcome = columns.length - 1
  const given = columns.map((column) => column.map((mark) => (Number.isNaN(mark) ? Number.NaN : 1)))
  const sums = summedPairs(
    pairSums({ columns: given, bucketOf: new Uint8Array(columns[0]!.length), buckets: 1 }),
  )
  while (kept.length > 0) {
    const counts = kept.map((at) =>
      Math.min(pairCount(sums, at, outcome), ...kept.map((other) => pairCount(sums, at, other))),
    )
    const fewest = Math.min(...counts)
    if (fewest >= Math.max(leastPeople, leastEach * kept.length)) break
    kept.splice(counts.lastIndexOf(fewest), 1)
  }
  return kept
}
