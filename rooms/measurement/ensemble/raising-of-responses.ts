import type { WhyNot } from '../../../foundations/statistics/estimate.ts'
import { pairSums } from '../../../foundations/statistics/importance/pair-sums.ts'
import { type RaisedMarks, raisedMarks } from '../../../foundations/statistics/importance/raised-marks.ts'
import type { DriverResponses } from '../drivers/drivers-of-responses.ts'
import { bucketsOf, tableOf } from '../drivers/response-table.ts'
import { answeredTogether, boxesOf } from '../moments/moments-of-responses.ts'

/** What raising the marks of touchpoints brings to the measure that counts in the end. */
export interface RaisingFound {
  readonly n: number
  /** Touchpoints whose marks were given beside it, the weakest first. */
  readonly touchpoints: readonly string[]
  readonly weakest: readonly string[]
  readonly best: string | null
  readonly found: RaisedMarks | WhyNot | 'nothing-beside'
}

/** Fewest responses that two touchpoints share, for each of the two boxes of each touchpoint. */
const leastEach = 20
/** A third of the touchpoints are the weakest ones, three at most. */
const mostWeakest = 3

/** What comes of raising the weakest touchpoints and of polishing the best one, among answers that came together. */
export function raisingOfResponses(
  responses: DriverResponses,
  levelOf: (touchpoint: string) => number | undefined,
  onProgress: (share: number) => void,
): RaisingFound {
  const { hidden, draws, seed, leastPeople } = responses
  const table = tableOf(responses)
  const marks = responses.beside.length
  const outcome = table.columns.at(-1)!
  const columns = [...table.columns.slice(0, marks), outcome]
  const together = marks > 0 ? answeredTogether(columns, leastPeople) : []
  const known = together.filter((at) => levelOf(responses.beside[at]!.touchpoint) !== undefined)
  const levelAt = (at: number) => levelOf(responses.beside[at]!.touchpoint)!
  const kept = known.sort((one, other) => levelAt(one) - levelAt(other))
  const touchpoints = kept.map((at) => responses.beside[at]!.touchpoint)
  const count = Math.max(1, Math.min(mostWeakest, Math.floor(kept.length / 3)))
  const base = { n: table.people.length, touchpoints }
  if (kept.length < 2)
    return { ...base, weakest: [], best: null, found: hidden ? 'group-too-small' : 'nothing-beside' }
  const pairs = pairSums({
    columns: [...kept.flatMap((at) => boxesOf(columns[at]!)), outcome],
    weights: table.weights,
    ...bucketsOf(table.people),
  })
  const found = raisedMarks(pairs, {
    names: touchpoints,
    weakest: Array.from({ length: count }, (_, at) => at),
    best: kept.length - 1,
    smallestN: Math.max(leastPeople, leastEach * kept.length),
    ...{ draws, seed, onProgress },
  })
  return { ...base, weakest: touchpoints.slice(0, count), best: touchpoints.at(-1)!, found }
}
