import { benjaminiHochbergAdjusted } from '../comparison/adjusted-p-values.ts'
import { normalTwoSidedP } from '../distributions/normal.ts'
import { criticalT } from '../distributions/student-t.ts'
import type { Estimate, WhyNot } from '../estimate.ts'
import { meanAndSd } from '../means/mean-and-sd.ts'
import { percentileLimits } from '../resampling/bootstrap.ts'
import type { PredictorCorrelations } from './explained-variances.ts'
import { type Driver, type DriverMethod, driverShares, keyDriversOfProducts } from './key-drivers.ts'
import {
  drawnFromPairs,
  momentsOf,
  type PairSums,
  pairCorrelation,
  pairCount,
  pairSpread,
  summedPairs,
} from './pair-sums.ts'
import { standardisedFit } from './standardised-fit.ts'

/** One driver of an outcome, each figure with its interval. */
export interface DriverOfPairs extends Omit<Driver, 'share' | 'low' | 'high' | 'coefficient'> {
  /** Share of the outcome's variance (0–1). */
  readonly share: Estimate
  /** What the outcome changes by where this driver is one higher and the others are as they are. */
  readonly effect: Estimate
  /** The same of the second outcome; null where there is none. */
  readonly secondEffect: Estimate | null
  readonly mean: Estimate
  /** p of "no effect", adjusted for the number of drivers (Benjamini–Hochberg). */
  readonly p: number
  /** Ranks by share that the resamples allow, 1 the first. */
  readonly ranks: { readonly best: number; readonly worst: number }
}

export interface DriversOfPairs {
  readonly n: number
  /** Fewest respondents that any two columns share. */
  readonly fewest: number
  readonly r2: Estimate
  readonly adjustedR2: number | null
  readonly conditionNumber: number
  readonly method: DriverMethod
  /** In the order of their names. */
  readonly drivers: readonly DriverOfPairs[]
}

/** What is asked of pair sums whose columns are the drivers in the order of their names, the outcome, and maybe a second outcome. */
export interface PairDriverOptions {
  readonly names: readonly string[]
  readonly hasSecond?: boolean
  readonly method?: DriverMethod
  /** Resamples of buckets; 2,000 where absent. */
  readonly draws?: number
  readonly seed?: number
  readonly level?: number
  /** Fewest respondents in any pair; default the larger of 50 and 10 per driver. */
  readonly smallestN?: number
  /** Respondents that stand behind the sums, where they are weighted: Kish's effective number over the number; 1 where absent. */
  readonly effective?: number
  readonly onProgress?: (share: number) => void
}

/** Shares and effects of one resample. */
interface Drawn {
  readonly shares: ArrayLike<number>
  readonly effects: readonly number[]
  readonly second: readonly number[]
  readonly r2: number
}

/**
 * Key drivers from sums of pairs: available cases, and limits by drawing buckets of respondents again.
 *
 * The same shares as `keyDrivers` where no value is missing. An effect is told in the spread of those who answered both the driver and the outcome, so that
 * a driver that only some were asked about is not stretched by the answers of the others. With a bucket for each respondent the limits are those of the usual bootstrap; with
 * some hundred buckets of many respondents drawn by lot they are those of the bootstrap of random groups, and cost the same however many respond.
 * A respondent with several answers lies in one bucket, so answers of one person are not taken for those of several.
 * 'too-few' where two columns share fewer respondents than asked for, 'constant', 'collinear' also where available cases contradict one another.
 * Source: Lindeman, Merenda & Gold (1980); Efron & Tibshirani (1993), ch. 8; Wolter (2007), ch. 2.
 */
export function driversOfPairs(pairs: PairSums, options: PairDriverOptions): DriversOfPairs | WhyNot {
  const { names, hasSecond = false, effective = 1, level = 0.95 } = options
  const { smallestN = Math.max(50, 10 * names.length) } = options
  const sums = summedPairs(pairs)
  const fewest = fewestOf(sums, names.length)
  if (names.length === 0 || !(fewest * effective >= smallestN)) return 'too-few'
  const n = Math.round(momentsOf(sums, names.length).n)
  const point = keyDriversOfProducts(productsOf(sums, names.length, fewest), names, {
    smallestN: 0,
    ...(options.method ? { method: options.method } : {}),
  })
  if (typeof point === 'string') return point
  const outcomes = { drivers: names.length, hasSecond, method: point.method }
  const here = drawnOf(sums, outcomes)
  if (!here) return 'collinear'
  const drawn = drawAgain(pairs, outcomes, options)
  const estimate = (value: number, of: (draw: Drawn) => number): Estimate => ({
    ...{ value, n, level, method: 'bootstrap-percentile' as const },
    ...limitsOf(drawn, of, level),
  })
  const ps = benjaminiHochbergAdjusted(names.map((_, i) => pOf(here.effects[i]!, drawn, i)))
  const ranks = ranksOf(drawn, names.length, level)
  return {
    ...{ n, fewest: Math.round(fewest), method: point.method },
    ...{ adjustedR2: point.adjustedR2, conditionNumber: point.conditionNumber },
    r2: estimate(point.r2, ({ r2 }) => r2),
    drivers: point.drivers.map(({ low: _low, high: _high, coefficient: _coefficient, ...driver }, i) => ({
      ...driver,
      share: estimate(driver.share, ({ shares }) => shares[i]!),
      effect: estimate(here.effects[i]!, ({ effects }) => effects[i]!),
      secondEffect: hasSecond ? estimate(here.second[i]!, ({ second }) => second[i]!) : null,
      mean: meanOf(sums, i, { origin: pairs.origins[i]!, level, effective }),
      p: ps[i]!,
      ranks: ranks[i]!,
    })),
  }
}

function fewestOf(sums: Float64Array, drivers: number): number {
  let fewest = Number.POSITIVE_INFINITY
  for (let j = 0; j <= drivers; j++)
    for (let i = 0; i < j; i++) fewest = Math.min(fewest, pairCount(sums, i, j))
  return fewest
}

/** Cross-products that have the correlations of available cases and the variances of each column. */
function productsOf(sums: Float64Array, drivers: number, n: number) {
  const sds = Array.from({ length: drivers + 1 }, (_, i) => Math.sqrt(momentsOf(sums, i).variance))
  const products = sds.map((sd, i) =>
    sds.map((other, j) => (n - 1) * (sd === 0 || other === 0 ? 0 : pairCorrelation(sums, i, j) * sd * other)),
  )
  return { n, sums: sds.map(() => 0), products }
}

interface Outcomes {
  readonly drivers: number
  readonly hasSecond: boolean
  readonly method: DriverMethod
}

function correlationsWith(sums: Float64Array, drivers: number, outcome: number): PredictorCorrelations {
  const indices = Array.from({ length: drivers }, (_, i) => i)
  return {
    among: indices.map((i) => indices.map((j) => pairCorrelation(sums, i, j))),
    withOutcome: indices.map((i) => pairCorrelation(sums, i, outcome)),
  }
}

/** Shares and effects from sums; null where they cannot be computed. */
function drawnOf(sums: Float64Array, { drivers, hasSecond, method }: Outcomes): Drawn | null {
  const correlations = correlationsWith(sums, drivers, drivers)
  if (![...correlations.among.flat(), ...correlations.withOutcome].every(Number.isFinite)) return null
  const shares = driverShares(correlations, method)
  if (typeof shares === 'string') return null
  const scaled = (coefficients: readonly number[], outcome: number) =>
    coefficients.map((beta, i) => beta * pairSpread(sums, i, outcome))
  const fit = standardisedFit(correlations, 3)
  const second = hasSecond ? standardisedFit(correlationsWith(sums, drivers, drivers + 1), 3) : null
  if (!fit || (hasSecond && !second)) return null
  return {
    shares,
    effects: scaled(fit.coefficients, drivers),
    second: second ? scaled(second.coefficients, drivers + 1) : [],
    r2: fit.r2,
  }
}

function drawAgain(pairs: PairSums, outcomes: Outcomes, options: PairDriverOptions): Drawn[] {
  const { draws = 2000, seed = 1, onProgress } = options
  return drawnFromPairs(pairs, { draws, seed, onProgress }, (sums) => drawnOf(sums, outcomes))
}

function limitsOf(drawn: readonly Drawn[], of: (draw: Drawn) => number, level: number) {
  return percentileLimits(Float64Array.from(drawn, of).sort(), level) ?? { low: null, high: null }
}

/** Two-sided p of "no effect" by the spread of the resamples. */
function pOf(effect: number, drawn: readonly Drawn[], driver: number): number {
  if (drawn.length < 2) return 1
  const { sd } = meanAndSd(drawn.map(({ effects }) => effects[driver]!))
  return sd === null || sd === 0 ? 1 : normalTwoSidedP(effect / sd)
}

function ranksOf(drawn: readonly Drawn[], drivers: number, level: number) {
  const ranks = Array.from({ length: drivers }, () => new Float64Array(drawn.length))
  drawn.forEach(({ shares }, draw) => {
    const order = Array.from({ length: drivers }, (_, i) => i).sort((a, b) => shares[b]! - shares[a]!)
    order.forEach((driver, place) => {
      ranks[driver]![draw] = place + 1
    })
  })
  const tail = (1 - level) / 2
  return ranks.map((places) => {
    const sorted = places.sort()
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
    return { best: at(tail), worst: at(1 - tail) }
  })
}

function meanOf(
  sums: Float64Array,
  column: number,
  { origin, level, effective }: { origin: number; level: number; effective: number },
): Estimate {
  const { n, mean, variance } = momentsOf(sums, column)
  const value = origin + mean
  const half = criticalT(level, Math.max(1, n * effective - 1)) * Math.sqrt(variance / (n * effective))
  return { value, n: Math.round(n), low: value - half, high: value + half, level, method: 'mean-t' }
}
