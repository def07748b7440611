import { criticalT, studentTwoSidedP } from '../distributions/student-t.ts'
import { type Estimate, noEstimate, type WhyNot } from '../estimate.ts'
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
  const bare = [{ matrix: y, lag: 0 }, ...controls].map(({ matrix, lag }) => ({
    matrix: { ...matrix, variances: undefined },
    lag,
  }))
  const rows = withinRows([x, ...bare])
  if (typeof rows === 'string') return rows
  return linkOfRows(rows, x.lag)
}

/** The link between the first and the second series of rows, the others held constant. */
export function linkOfRows(rows: WithinRows, lag: number): PanelLink | WhyNot {
  const held = rows.series.slice(2)
  const [x, y] = rows.series.slice(0, 2).map((values) => withoutControls(values, held))
  if (!x || !y) return 'collinear'
  const { n, units, periods } = rows
  const sums = unitSums(rows, x, y)
  return linkOfSums({ lag, n, units, periods, held: held.length, sums, squaresOfY: dot(y, y) })
}

/** What a link is worked out from. */
export interface LinkSums {
  readonly lag: number
  readonly n: number
  readonly units: number
  readonly periods: number
  /** Controls taken out. */
  readonly held: number
  readonly sums: UnitSums
  readonly squaresOfY: number
}

/** The link that sums over units give. */
export function linkOfSums({ lag, n, units, periods, held, sums, squaresOfY }: LinkSums): PanelLink | WhyNot {
  const used = units + Math.max(0, periods - 1) + 1 + held
  if (n <= used) return 'too-few'
  const [xx, xy] = [total(sums.xx), total(sums.xy)]
  if (isNothing(xx, n) || isNothing(squaresOfY, n)) return 'constant'
  const slope = xy / xx
  const scores = sums.xy.reduce((sum, value, unit) => sum + (value - slope * sums.xx[unit]!) ** 2, 0)
  const factor = (units / (units - 1)) * ((n - 1) / (n - used))
  const standardError = Math.sqrt(factor * scores) / xx
  const p = standardError > 0 ? studentTwoSidedP(slope / standardError, units - 1) : 0
  const r = xy / Math.sqrt(xx * squaresOfY)
  const reliability = Math.max(0, 1 - total(sums.noise) / xx)
  return sound({ lag, n, units, periods, slope, standardError, p, r, reliability, sums })
}

/** Controls that say the same as one another, or all there is to say, leave nothing to link. */
function withoutControls(values: Float64Array, held: readonly Float64Array[]): Float64Array | null {
  const basis: Float64Array[] = []
  for (const control of held) {
    const own = takenOut(control, basis)
    if (!(dot(own, own) > 1e-18 * dot(control, control))) return null
    basis.push(own)
  }
  return takenOut(values, basis)
}

/** What is left of values once each of a list of directions, at right angles to one another, is taken out. */
function takenOut(values: Float64Array, basis: readonly Float64Array[]): Float64Array {
  if (basis.length === 0) return values
  const left = Float64Array.from(values)
  for (const direction of basis) {
    const share = dot(left, direction) / dot(direction, direction)
    for (let row = 0; row < left.length; row++) left[row]! -= share * direction[row]!
  }
  return left
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let row = 0; row < one.length; row++) sum += one[row]! * other[row]!
  return sum
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
function isNothing(squares: number, n: number): boolean {
  return !(squares > 1e-20 * n)
}

/** From so many units on, a ratio of sums over units is as good as normal. */
const manyUnits = 200

/** Below this share of true movement a slope cannot be freed of noise: it would be divided by almost nothing. */
const leastReliability = 0.2

/**
 * The slope of a link freed of the sampling noise in x, which alone would pull it towards 0.
 *
 * Σxy / (Σxx − Σ sampling variance of x), errors of x and y independent; percentile limits by bootstrap over units, from 200 units on the limits
 * of the ratio linearised over units, which are the same there. Source: Fuller (1987), Measurement Error Models, 1.2; Efron (1979). 'too-few' below 8 units, 'too-noisy' where less than a fifth of what moves in x is true.
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
  if (units >= manyUnits) return linearised({ sums, units, n }, value)
  const limits = percentileLimits(bootstrapValues(units, slopeOf, options))
  if (!limits || !isSound([value])) return noEstimate(method, 'not-finite', { n })
  return { value, n, low: limits.low, high: limits.high, level: 0.95, method }
}

function linearised({ sums, units, n }: Pick<PanelLink, 'sums' | 'units' | 'n'>, value: number): Estimate {
  const method = 'freed-slope'
  let [scores, below] = [0, 0]
  for (let unit = 0; unit < units; unit++) {
    const own = sums.xx[unit]! - sums.noise[unit]!
    scores += (sums.xy[unit]! - value * own) ** 2
    below += own
  }
  const half = (criticalT(0.95, units - 1) * Math.sqrt((units / (units - 1)) * scores)) / below
  if (!isSound([value, half])) return noEstimate(method, 'not-finite', { n })
  return { value, n, low: value - half, high: value + half, level: 0.95, method }
}
