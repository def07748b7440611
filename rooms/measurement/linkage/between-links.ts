import { partialCorrelation } from '../../../foundations/statistics/association/partial-correlation.ts'
import { benjaminiHochbergAdjusted } from '../../../foundations/statistics/comparison/adjusted-p-values.ts'
import { criticalT } from '../../../foundations/statistics/distributions/student-t.ts'
import type { Estimate } from '../../../foundations/statistics/estimate.ts'
import { freedSlope } from '../../../foundations/statistics/panel/panel-link.ts'
import { interceptOf } from '../../../foundations/statistics/regression/design-matrix.ts'
import { leastSquares } from '../../../foundations/statistics/regression/least-squares.ts'
import { binnedPoints, type LinkagePanel, type LinkFound } from './link-parts.ts'

/** Fewest units between which anything is told. */
const fewestUnits = 8

/** Means of units, controls taken out of them. */
export interface UnitMeans {
  readonly units: readonly number[]
  readonly x: Float64Array
  readonly y: Float64Array
  /** Sampling variance of each mean of x. */
  readonly noise: Float64Array
  readonly controls: readonly Float64Array[]
}

/** Means over all periods of the units that have every figure. */
export function unitMeans(panel: LinkagePanel, { x, y }: { x: number; y: number }): UnitMeans {
  const wanted = [x, y, ...panel.controls]
  const means = wanted.map((at) => meansOf(panel, at))
  const units = Array.from({ length: panel.units }, (_, unit) => unit).filter((unit) =>
    means.every(({ mean }) => !Number.isNaN(mean[unit]!)),
  )
  const at = (place: number) => Float64Array.from(units, (unit) => means[place]!.mean[unit]!)
  return {
    units,
    x: at(0),
    y: at(1),
    noise: Float64Array.from(units, (unit) => means[0]!.noise[unit]!),
    controls: wanted.slice(2).map((_, place) => at(place + 2)),
  }
}

function meansOf({ units, periods, indicators }: LinkagePanel, at: number) {
  const { values, variances } = indicators[at]!
  const mean = new Float64Array(units).fill(Number.NaN)
  const noise = new Float64Array(units)
  for (let unit = 0; unit < units; unit++) {
    let [sum, spread, count] = [0, 0, 0]
    for (let cell = unit * periods; cell < (unit + 1) * periods; cell++) {
      if (Number.isNaN(values[cell]!)) continue
      sum += values[cell]!
      spread += variances?.[cell] ?? 0
      count++
    }
    if (count === 0) continue
    mean[unit] = sum / count
    noise[unit] = spread / count ** 2
  }
  return { mean, noise }
}

/** Correlation of the means of units, with Fisher's interval; null below 8 units or where a mean does not vary. */
export function betweenLink(panel: LinkagePanel, pair: { x: number; y: number }): Estimate | null {
  const { x, y, controls } = unitMeans(panel, pair)
  if (x.length < fewestUnits + controls.length) return null
  const found = partialCorrelation(x, y, { controls: controls.map(namedControl) })
  if (typeof found === 'string') return null
  const { r, n, low, high } = found
  return { value: r, n, low, high, level: 0.95, method: 'between-units' }
}

const namedControl = (values: Float64Array, at: number) => ({ name: String(at), values })

/** Links of means of units, each pair once, the surest first. */
export function betweenLinks(panel: LinkagePanel, pairs: readonly { x: number; y: number }[]): LinkFound[] {
  const found = pairs.flatMap((pair) => linkBetween(panel, pair) ?? [])
  const adjusted = benjaminiHochbergAdjusted(found.map(({ p }) => p))
  return found
    .map((link, at) => ({ ...link, pAdjusted: adjusted[at]! }))
    .sort((a, b) => Math.abs(b.r.value!) * Math.sqrt(b.r.n) - Math.abs(a.r.value!) * Math.sqrt(a.r.n))
}

function linkBetween(panel: LinkagePanel, pair: { x: number; y: number }): LinkFound | null {
  const means = unitMeans(panel, pair)
  const between = betweenLink(panel, pair)
  const left = between && withoutControls(means)
  if (!left) return null
  const { x, y, noise } = left
  const n = x.length
  const [xx, xy] = [dot(x, x), dot(x, y)]
  const residual = y.reduce((sum, value, at) => sum + (value - (xy / xx) * x[at]!) ** 2, 0)
  const degrees = n - 2 - means.controls.length
  const standardError = Math.sqrt(residual / degrees / xx)
  const test = partialCorrelation(means.x, means.y, { controls: means.controls.map(namedControl) })
  if (typeof test === 'string') return null
  const half = criticalT(0.95, degrees) * standardError
  const value = xy / xx
  const reliability = Math.max(0, 1 - noise.reduce((sum, one) => sum + one, 0) / xx)
  const sums = { xy: x.map((one, at) => one * y[at]!), xx: x.map((one) => one * one), noise }
  return {
    ...pair,
    lag: 0,
    slope: { value, n, low: value - half, high: value + half, level: 0.95, method: 'between-units' },
    freed: panel.indicators[pair.x]!.variances
      ? freedSlope({ sums, units: n, reliability, n }, { draws: panel.draws, seed: panel.seed })
      : null,
    r: between,
    reliability,
    p: test.p,
    pAdjusted: test.p,
    lags: [{ lag: 0, r: test.r, low: test.low ?? test.r, high: test.high ?? test.r }],
    back: null,
    between,
    points: binnedPoints(x, y),
  }
}

function withoutControls({ x, y, noise, controls }: UnitMeans) {
  const explained = [interceptOf(x.length), ...controls.map(namedControl)]
  const [fitX, fitY] = [leastSquares(x, explained), leastSquares(y, explained)]
  if (typeof fitX === 'string' || typeof fitY === 'string') return null
  return { x: Float64Array.from(fitX.residuals), y: Float64Array.from(fitY.residuals), noise }
}

function dot(one: Float64Array, other: Float64Array): number {
  return one.reduce((sum, value, at) => sum + value * other[at]!, 0)
}
