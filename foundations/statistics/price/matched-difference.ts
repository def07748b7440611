import { criticalZ } from '../distributions/normal.ts'
import type { Estimate, IntervalOptions } from '../estimate.ts'
import { noEstimate } from '../estimate.ts'
import { meanAndSd } from '../means/mean-and-sd.ts'
import { isSound, soundEstimate } from '../sound-result.ts'

/** Outcomes of treated and untreated people by exact stratum (the product). */
export interface MatchedData {
  readonly outcome: ArrayLike<number>
  /** 1 treated (for instance a high experience), 0 not. */
  readonly treated: ArrayLike<number>
  readonly strata: ArrayLike<string | number>
}

/** A difference among the treated, strata held constant. */
export type MatchedDifference = Estimate & {
  readonly standardError: number | null
  /** Difference of the raw means, for comparison. */
  readonly naive: number | null
  readonly treatedUsed: number
}

const MIN_PER_SIDE = 2

function sidesOf({ outcome, treated, strata }: MatchedData): { yes: number[]; no: number[] }[] {
  const sides = new Map<string | number, { yes: number[]; no: number[] }>()
  for (let i = 0; i < outcome.length; i++) {
    const side = sides.get(strata[i]!) ?? { yes: [], no: [] }
    sides.set(strata[i]!, side)
    ;(treated[i] === 1 ? side.yes : side.no).push(outcome[i]!)
  }
  return [...sides.values()]
}

function naiveDifference({ outcome, treated }: MatchedData): number | null {
  const of = (side: 0 | 1) => Array.from(outcome).filter((_, i) => (treated[i] === 1) === (side === 1))
  const [yes, no] = [of(1), of(0)]
  return yes.length > 0 && no.length > 0 ? meanAndSd(yes).mean - meanAndSd(no).mean : null
}

/**
 * Average effect on the treated by exact matching: differences within strata, weighted by their treated people.
 *
 * Strata with fewer than two people on either side are left out (see `treatedUsed`). Variance: sum of weight² × (s²/n treated + s²/n untreated). Assumes that within a stratum
 * treatment is as good as random. Source: Imbens & Rubin (2015), Causal Inference, chapter 17.
 */
export function matchedDifference(
  data: MatchedData,
  { level = 0.95 }: IntervalOptions = {},
): MatchedDifference {
  const method = 'matched-difference'
  if (!isSound(data.outcome)) {
    const nothing = { standardError: null, naive: null, treatedUsed: 0 }
    return { ...noEstimate(method, 'not-finite', { n: data.outcome.length, level }), ...nothing }
  }
  const usable = sidesOf(data).filter(
    ({ yes, no }) => yes.length >= MIN_PER_SIDE && no.length >= MIN_PER_SIDE,
  )
  const treatedUsed = usable.reduce((sum, { yes }) => sum + yes.length, 0)
  const n = usable.reduce((sum, { yes, no }) => sum + yes.length + no.length, 0)
  const naive = naiveDifference(data)
  if (treatedUsed === 0)
    return { ...noEstimate(method, 'too-few', { n, level }), standardError: null, naive, treatedUsed }
  let [value, variance] = [0, 0]
  for (const { yes, no } of usable) {
    const [one, two] = [meanAndSd(yes), meanAndSd(no)]
    const weight = one.n / treatedUsed
    value += weight * (one.mean - two.mean)
    variance += weight ** 2 * ((one.sd ?? 0) ** 2 / one.n + (two.sd ?? 0) ** 2 / two.n)
  }
  const standardError = Math.sqrt(variance)
  const half = criticalZ(level) * standardError
  return soundEstimate({
    value,
    n,
    low: value - half,
    high: value + half,
    level,
    method,
    standardError,
    naive,
    treatedUsed,
  })
}
