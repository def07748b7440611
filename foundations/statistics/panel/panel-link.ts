import { studentTwoSidedP } from '../distributions/student-t.ts'
import { type Estimate, noEstimate, type WhyNot } from '../estimate.ts'
import { leastSquares } from '../regression/least-squares.ts'
import { type BootstrapOptions, bootstrapValues, percentileLimits } from '../resampling/bootstrap.ts'
import { isSound, sound } from '../sound-result.ts'
import { type LaggedSeries, type PanelMatrix, type WithinRows, withinRows } from './panel-matrix.ts'

/** What a link is made from. */
export interface LinkData {
  readonly x: LaggedSeries
  readonly y: PanelMatrix
  /** Held constant: read at their own lag before the period of y. */
  readonly controls?: readonly LaggedSeries[]
}

/** Sums over the rows of each unit, unit and period means taken out. */
export interface UnitSums {
  readonly xy: Float64Array
  readonly xx: Float64Array
  /** Sampling variance that x carries. */
  readonly noise: Float64Array
}

/** How y of a period moves with x of a period before it, within units. */
export interface PanelLink {
  readonly lag: number
  readonly n: number
  readonly units: number
  readonly periods: number
  /** Change of y that goes with one more of x, as observed. */
  readonly slope: number
  /** Cluster-robust by unit (CR1, counting every dummy). */
  readonly standardError: number
  /** Of "no slope": t with units − 1 degrees of freedom. */
  readonly p: number
  /** Correlation within units and periods. */
  readonly r: number
  /** Share of what moves in x that is no sampling noise, 0–1; 1 where x carries none. */
  readonly reliability: number
  readonly sums: UnitSums
}

/**
 * How a figure of a unit follows another figure of the same unit some periods before, unit and period means taken out of both.
 *
 * For: does what employees live reach customers, and when? Equal to two-way fixed effects with errors clustered by unit (`fixedEffects`).
 * Assumes no third thing that moves both within a unit. Source: Mundlak (1978), Econometrica 46:69; Arellano (1987), Oxford Bulletin 49:431.
 */
export function panelLink({ x, y, controls = [] }: LinkData): PanelLink | WhyNot {
  const rows = withinRows([x, { matrix: y, lag: 0 }, ...controls])
  if (typeof rows === 'string') return rows
  return linkOfRows(rows, x.lag)
}

/** The link between the first and the second series of rows, the others held constant. */
export function linkOfRows(rows: WithinRows, lag: number): PanelLink | WhyNot {
  const held = rows.series.slice(2)
  const [x, y] = rows.series.slice(0, 2).map((values) => withoutControls(values, held))
  if (!x || !y) return 'collinear'
  const { n, units, periods } = rows
  const used = units + Math.max(0, periods - 1) + 1 + held.length
  if (n <= used) return 'too-few'
  const sums = unitSums(rows, x, y)
  const [xx, xy] = [total(sums.xx), total(sums.xy)]
  const yy = y.reduce((sum, value) => sum + value * value, 0)
  if (isNothing(xx, rows.series[0]!) || isNothing(yy, rows.series[1]!)) return 'constant'
  const slope = xy / xx
  const scores = sums.xy.reduce((sum, value, unit) => sum + (value - slope * sums.xx[unit]!) ** 2, 0)
  const factor = (units / (units - 1)) * ((n - 1) / (n - used))
  const standardError = Math.sqrt(factor * scores) / xx
  const p = standardError > 0 ? studentTwoSidedP(slope / standardError, units - 1) : 0
  const r = xy / Math.sqrt(xx * yy)
  const reliability = Math.max(0, 1 - total(sums.noise) / xx)
  return sound({ lag, n, units, periods, slope, standardError, p, r, reliability, sums })
}

/** Controls that explain everything leave nothing to link. */
function withoutControls(values: Float64Array, held: readonly Float64Array[]): Float64Array | null {
  if (held.length === 0) return values
  const fit = leastSquares(
    values,
    held.map((control, at) => ({ name: String(at), values: control })),
  )
  return typeof fit === 'string' ? null : Float64Array.from(fit.residuals)
}

function unitSums({ unit, units, noise }: WithinRows, x: Float64Array, y: Float64Array): UnitSums {
  const sums = {
    xy: new Float64Array(units),
    xx: new Float64Array(units),
    noise: new Float64Array(units),
  }
  const carried = noise[0]
  for (let row = 0; row < x.length; row++) {
    const at = unit[row]!
    const value = x[row]!
    sums.xy[at]! += value * y[row]!
    sums.xx[at]! += value * value
    if (carried) sums.noise[at]! += carried[row]!
  }
  return sums
}

const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0)

/** What is left after taking means out is rounding alone. */
function isNothing(squares: number, values: Float64Array): boolean {
  return !(squares > 1e-20 * values.length)
}

/** Below this share of true movement a slope cannot be freed of noise: it would be divided by almost nothing. */
const leastReliability = 0.2

/**
 * The slope of a link freed of the sampling noise in x, which alone would pull it towards 0.
 *
 * Σxy / (Σxx − Σ sampling variance of x), errors of x and y independent; percentile limits by bootstrap over units. Source: Fuller (1987),
 * Measurement Error Models, 1.2; Efron (1979). 'too-few' below 8 units, 'too-noisy' where less than a fifth of what moves in x is true.
 */
export function freedSlope(
  { sums, units, reliability, n }: Pick<PanelLink, 'sums' | 'units' | 'reliability' | 'n'>,
  options: BootstrapOptions,
): Estimate {
  const method = 'freed-slope'
  if (units < 8) return noEstimate(method, 'too-few', { n })
  if (reliability < leastReliability) return noEstimate(method, 'too-noisy', { n })
  const slopeOf = (chosen: Iterable<number>) => {
    let [above, below] = [0, 0]
    for (const unit of chosen) {
      above += sums.xy[unit]!
      below += sums.xx[unit]! - sums.noise[unit]!
    }
    return below > 0 ? above / below : Number.NaN
  }
  const value = slopeOf(sums.xy.keys())
  const limits = percentileLimits(bootstrapValues(units, slopeOf, options))
  if (!limits || !isSound([value])) return noEstimate(method, 'not-finite', { n })
  return { value, n, low: limits.low, high: limits.high, level: 0.95, method }
}
