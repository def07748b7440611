import { criticalZ } from '../distributions/normal.ts'
import type { WhyNot } from '../estimate.ts'
import { meanAndSd } from '../means/mean-and-sd.ts'

/** How far one series runs ahead of another. */
export interface LeadCorrelations {
  /** First-order autoregression of the leading series, taken out of both. */
  readonly phi: number
  /** Correlation of the leading series now with the other `k` periods later, for k = 0, 1, … */
  readonly correlations: readonly number[]
  /** The k with the largest absolute correlation. */
  readonly bestLead: number
  /** Correlations within ± this are noise at the level asked. */
  readonly band: number
}

const SHORTEST = 12

function whitened(series: ArrayLike<number>, phi: number): Float64Array {
  return Float64Array.from({ length: series.length - 1 }, (_, t) => series[t + 1]! - phi * series[t]!)
}

function firstOrder(series: ArrayLike<number>): number {
  let [product, squares] = [0, 0]
  for (let t = 1; t < series.length; t++) {
    product += series[t]! * series[t - 1]!
    squares += series[t - 1]! ** 2
  }
  return product / squares
}

/**
 * Pre-whitened cross-correlation: does one series announce another, and how many periods ahead?
 *
 * In words: take the leading series' own first-order autoregression (no constant term) out of both series, then correlate them at each lead with means and
 * sums of squares over the whole series. Both series should be without trend and centred. Proposes a lead ("precedes"), never a cause. Equal to R `ccf`
 * on the whitened series. Source: Box & Jenkins (1970), chapter 11.
 */
export function leadCorrelations(
  leading: ArrayLike<number>,
  following: ArrayLike<number>,
  { maxLead = 6, level = 0.95, shortest = SHORTEST } = {},
): LeadCorrelations | WhyNot {
  if (leading.length !== following.length) throw new RangeError('both series need the same periods')
  if (leading.length < Math.max(shortest, maxLead + 3)) return 'too-few'
  const phi = firstOrder(leading)
  const [x, y] = [whitened(leading, phi), whitened(following, phi)]
  const n = x.length
  const [mx, my] = [meanAndSd(x), meanAndSd(y)]
  const scale = (mx.sd ?? 0) * (my.sd ?? 0) * (n - 1)
  if (!Number.isFinite(scale)) return 'not-finite'
  if (scale === 0) return 'constant'
  const correlations = Array.from({ length: maxLead + 1 }, (_, k) => {
    let sum = 0
    for (let t = 0; t + k < n; t++) sum += (x[t]! - mx.mean) * (y[t + k]! - my.mean)
    return sum / scale
  })
  const bestLead = correlations.reduce(
    (best, r, k) => (Math.abs(r) > Math.abs(correlations[best]!) ? k : best),
    0,
  )
  return { phi, correlations, bestLead, band: criticalZ(level) / Math.sqrt(n) }
}
