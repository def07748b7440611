import type { WhyNot } from '../estimate.ts'
import type { Progress } from '../progress.ts'
import { median } from '../resampling/quantile.ts'
import { sound } from '../sound-result.ts'
import { cheapestSegmentation } from './cheapest-segmentation.ts'
import { segmentCosts } from './segment-costs.ts'

/** Where the level of a series changes. */
export interface ChangePoints {
  /** Number of points before each change: 28 means that the 29th point begins a new level. */
  readonly after: readonly number[]
  /** Sum of squares around the levels plus the penalties. */
  readonly cost: number
  readonly means: readonly number[]
}

/** Smallest segment and the price of one more change. */
export interface ChangePointOptions extends Progress {
  /** Default 2 σ² ln n with σ from the median absolute first difference. */
  readonly penalty?: number
  /** Default 3. */
  readonly shortest?: number
}

const MAD_TO_SIGMA = 1.482602218505602

/** Spread of the noise from first differences, which a change of level hardly touches. */
export function noiseFromDifferences(values: ArrayLike<number>): number {
  const differences = Float64Array.from({ length: values.length - 1 }, (_, i) => values[i + 1]! - values[i]!)
  const centre = median(differences)
  return (MAD_TO_SIGMA * median(differences.map((value) => Math.abs(value - centre)))) / Math.SQRT2
}

function meansOf(values: ArrayLike<number>, after: readonly number[]): number[] {
  const borders = [0, ...after, values.length]
  return borders.slice(1).map((to, i) => {
    let sum = 0
    for (let at = borders[i]!; at < to; at++) sum += values[at]!
    return sum / (to - borders[i]!)
  })
}

/**
 * Change points of the mean, exact: the segmentation with the smallest sum of squares plus penalty per change.
 *
 * The optimum that PELT finds, found by functional pruning, which stays fast when nothing changes (`cheapestSegmentation`). With the default penalty pure noise of 30–60 points shows a change in about one series of seven. 'too-few' below two segments, 'constant' when no penalty is given and the series does not vary. Equal to R `changepoint::cpt.mean(method =
 * "PELT")` with the same penalty. Source: Killick, Fearnhead & Eckley (2012), J. Am. Stat. Assoc. 107:1590.
 */
export function changePoints(
  values: ArrayLike<number>,
  options: ChangePointOptions = {},
): ChangePoints | WhyNot {
  const shortest = options.shortest ?? 3
  const n = values.length
  if (n < 2 * shortest) return 'too-few'
  for (let i = 0; i < n; i++) if (!Number.isFinite(values[i])) return 'not-finite'
  const penalty = options.penalty ?? 2 * noiseFromDifferences(values) ** 2 * Math.log(n)
  if (penalty === 0) return 'constant'
  const { cost, previous } = cheapestSegmentation(values, {
    penalty,
    shortest,
    onProgress: options.onProgress,
  })
  const backwards: number[] = []
  for (let end = previous[n]!; end > 0; end = previous[end]!) backwards.push(end)
  const after = backwards.reverse()
  return sound({ after, cost, means: meansOf(values, after) })
}

/** What breaks are looked for. */
export interface BreakOptions extends Progress {
  /** Shortest part, as a share of the series; 0.15 when absent. */
  readonly shortestShare?: number
  readonly mostBreaks?: number
}

/** Best breaks for every number of them, with an information criterion to choose. */
export interface BreakSearch {
  /** Criterion for 0, 1, 2, … breaks. */
  readonly bic: readonly number[]
  /** Breaks at the smallest criterion. */
  readonly after: readonly number[]
}

/**
 * Breaks of the mean chosen by the Bayesian information criterion, each segment at least a share of the series.
 *
 * BIC = n (ln(RSS/n) + 1 + ln 2π) + 2 (breaks + 1) ln n. Equal to R `strucchange::breakpoints(y ~ 1, h)`. Source: Bai & Perron (2003), J. Applied Econometrics 18:1.
 */
export function breaksByBic(
  values: ArrayLike<number>,
  { shortestShare = 0.15, mostBreaks = 5, onProgress }: BreakOptions = {},
): BreakSearch | WhyNot {
  const n = values.length
  const shortest = Math.max(1, Math.floor(shortestShare * n))
  if (n < 2 * shortest || n < 4) return 'too-few'
  const { costOf } = segmentCosts(values)
  const limit = Math.min(mostBreaks, Math.floor(n / shortest) - 1)
  const rows = [
    Float64Array.from({ length: n + 1 }, (_, end) =>
      end >= shortest ? costOf(0, end) : Number.POSITIVE_INFINITY,
    ),
  ]
  const cuts: Int32Array[] = [new Int32Array(n + 1)]
  for (let breaks = 1; breaks <= limit; breaks++) {
    const [row, cut] = [new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY), new Int32Array(n + 1)]
    for (let end = (breaks + 1) * shortest; end <= n; end++) {
      for (let start = breaks * shortest; start <= end - shortest; start++) {
        const cost = rows[breaks - 1]![start]! + costOf(start, end)
        if (cost < row[end]!) [row[end], cut[end]] = [cost, start]
      }
    }
    rows.push(row)
    onProgress?.(breaks / limit)
    cuts.push(cut)
  }
  const bic = rows.map(
    (row, breaks) => n * (Math.log(row[n]! / n) + 1 + Math.log(2 * Math.PI)) + 2 * (breaks + 1) * Math.log(n),
  )
  if (!bic.every(Number.isFinite)) return 'constant'
  const chosen = bic.indexOf(Math.min(...bic))
  const after: number[] = []
  for (let breaks = chosen; breaks > 0; breaks--) after.unshift(cuts[breaks]![after[0] ?? n]!)
  return { bic, after }
}
