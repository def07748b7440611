import { chiSquaredUpper } from '../distributions/chi-squared.ts'
import { type Estimate, type IntervalOptions, noEstimate, type WhyNot } from '../estimate.ts'
import { drawSource } from '../resampling/random-source.ts'
import { isSound } from '../sound-result.ts'

/** Levels of some places on one scale, with how sure they are. */
export interface PlaceLevels {
  readonly levels: readonly number[]
  /** Covariance of the levels: people who judge several places make them move together. */
  readonly covariance: readonly (readonly number[])[]
  /** People behind them all. */
  readonly n: number
  /** Ends of the scale. */
  readonly low: number
  readonly high: number
}

/** How alike places are. */
export interface Evenness {
  /** Mean of the levels, each place counted alike. */
  readonly mean: number
  /** Standard deviation of the true levels over these places, in the unit of the scale. */
  readonly spread: Estimate
  /** 1 where all places are alike, 0 where they are as far apart as their mean allows. */
  readonly evenness: Estimate
  /** Chance of levels so far apart where all places are alike. */
  readonly p: number
}

const DRAWS = 4000
const SEED = 1
const HALVINGS = 60

/**
 * Evenness of places: what the levels differ by beyond chance, as a share of the most that they could differ by at their mean.
 *
 * With M the levels, A their centring over k places and Σ their covariance, τ² = MᵀAM/k − tr(AΣ)/k, not below 0, and evenness is
 * 1 − τ / √((m − low)(high − m)): one less the root of Wright's fixation index (1951, Annals of Eugenics 15:323). The limits are those spreads under which
 * the one observed is neither too large nor too small, by drawing levels again (as a non-central χ² is inverted; Viechtbauer 2007, Stat. Med. 26:37), what lies across the line of the levels
 * by Satterthwaite (1946), as p is. The places are all there are, not a sample of places. 'too-few' below two places, 'constant' where the mean is an end of the scale; a level or a
 * covariance that the scale does not allow is a RangeError.
 */
export function evenness(
  { levels, covariance, n, low, high }: PlaceLevels,
  { level = 0.95 }: IntervalOptions = {},
): Evenness | WhyNot {
  const k = levels.length
  if (k < 2) return 'too-few'
  if (!isSound([levels, covariance, low, high])) return 'not-finite'
  assertOnScale({ levels, covariance, low, high })
  const mean = levels.reduce((sum, one) => sum + one, 0) / k
  const most = Math.sqrt((mean - low) * (high - mean))
  if (!(most > 0)) return 'constant'
  const noise = noiseOfSpread(levels, covariance)
  const raw = noise.observed - noise.expected
  const tau = Math.sqrt(Math.max(0, raw))
  const limits = spreadLimits(noise, (1 - level) / 2)
  const base = { n, level, method: 'evenness' as const }
  const evenAt = (spread: number) => Math.max(0, 1 - spread / most)
  const result = {
    mean,
    spread: { ...base, value: tau, ...limits },
    evenness: { ...base, value: evenAt(tau), low: evenAt(limits.high), high: evenAt(limits.low) },
    p: chanceOf(noise),
  }
  return isSound(result) ? result : 'not-finite'
}

/** Refuses levels outside their scale, and covariances that no levels of that scale have. */
function assertOnScale({ levels, covariance, low, high }: Omit<PlaceLevels, 'n'>): void {
  const outside = levels.find((one) => one < low || one > high)
  if (outside !== undefined)
    throw new RangeError(`a level of ${outside} lies outside the scale from ${low} to ${high}`)
  const impossible = covariance.flat().find((one) => Math.abs(one) > (high - low) ** 2)
  if (impossible !== undefined)
    throw new RangeError(`no levels from ${low} to ${high} have a covariance of ${impossible}`)
}

/** The same where there is nothing to tell. */
export function noEvenness(why: WhyNot, n = 0): Pick<Evenness, 'spread' | 'evenness'> {
  return { spread: noEstimate('evenness', why, { n }), evenness: noEstimate('evenness', why, { n }) }
}

/** The squared spread that was observed, and what chance adds to it: a sum of squares along independent directions. */
interface Noise {
  readonly observed: number
  readonly expected: number
  /** Variance of chance along the line on which the levels lie apart, then along the others. */
  readonly variances: readonly number[]
}

/** Chance along the line of the levels as it is; across it as equal directions with the same mean and variance of their squares. */
function noiseOfSpread(levels: readonly number[], covariance: readonly (readonly number[])[]): Noise {
  const k = levels.length
  const mean = levels.reduce((sum, one) => sum + one, 0) / k
  const line = levels.map((one) => (one - mean) / Math.sqrt(k))
  const observed = line.reduce((sum, one) => sum + one * one, 0)
  const chance = centred(covariance).map((row) => row.map((one) => one / k))
  const expected = chance.reduce((sum, row, i) => sum + row[i]!, 0)
  const squares = chance.reduce((sum, row) => sum + row.reduce((part, one) => part + one * one, 0), 0)
  const product = chance.reduce(
    (sum, row, i) => sum + line[i]! * row.reduce((part, one, j) => part + one * line[j]!, 0),
    0,
  )
  const along = Math.min(expected, Math.max(0, observed > 0 ? product / observed : expected / (k - 1)))
  const [rest, restSquares] = [expected - along, squares - along * along]
  const directions = rest > 0 && restSquares > 0 ? Math.max(1, Math.round(rest ** 2 / restSquares)) : 0
  return {
    ...{ observed, expected },
    variances: [along, ...Array.from({ length: Math.min(directions, k - 1) }, () => rest / directions)],
  }
}

/** A symmetric matrix from which the means of its rows and columns are taken. */
function centred(matrix: readonly (readonly number[])[]): number[][] {
  const k = matrix.length
  const means = matrix.map((row, i) => row.reduce((sum, one, j) => sum + (one + matrix[j]![i]!) / 2, 0) / k)
  const all = means.reduce((sum, one) => sum + one, 0) / k
  return matrix.map((row, i) => row.map((one, j) => (one + matrix[j]![i]!) / 2 - means[i]! - means[j]! + all))
}

/** Chance of so large a spread where there is none: a χ² with the mean and the variance of the sum. */
function chanceOf({ observed, expected, variances }: Noise): number {
  const squares = variances.reduce((sum, one) => sum + one * one, 0)
  if (!(squares > 0 && expected > 0)) return observed > 0 ? 0 : 1
  return chiSquaredUpper((observed * expected) / squares, expected ** 2 / squares)
}

/** Spreads between which the observed one is neither too small nor too large, each with the chance `tail`. */
function spreadLimits(noise: Noise, tail: number): { low: number; high: number } {
  const { observed, variances } = noise
  const drawn = Array.from({ length: DRAWS }, (_, draw) => {
    const random = drawSource(SEED, draw)
    const chance = variances.map((variance) => Math.sqrt(variance) * random.normal())
    return {
      across: chance[0]!,
      square: chance.reduce((sum, one) => sum + one * one, 0),
    }
  })
  const shareBelow = (spread: number) =>
    drawn.filter(({ across, square }) => spread * spread + 2 * spread * across + square < observed).length /
    DRAWS
  const limitAt = (share: number) => {
    if (shareBelow(0) < share) return 0
    let [from, to] = [0, Math.sqrt(observed) || 1]
    while (shareBelow(to) >= share) to *= 2
    for (let step = 0; step < HALVINGS && to - from > 1e-9 * to; step++) {
      const middle = (from + to) / 2
      if (shareBelow(middle) >= share) from = middle
      else to = middle
    }
    return (from + to) / 2
  }
  return { low: limitAt(1 - tail), high: limitAt(tail) }
}
