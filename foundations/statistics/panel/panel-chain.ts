import { type Estimate, noEstimate, type WhyNot } from '../estimate.ts'
import { type BootstrapOptions, bootstrapValues, percentileLimits } from '../resampling/bootstrap.ts'
import { isSound } from '../sound-result.ts'
import { type PanelMatrix, type WithinRows, withinRows } from './panel-matrix.ts'

/** A chain x → mediator → y, each arrow with its lag. */
export interface ChainData {
  readonly x: PanelMatrix
  readonly mediator: PanelMatrix
  readonly y: PanelMatrix
  /** Periods from x to the mediator, and from the mediator to y. */
  readonly lags: readonly [number, number]
}

/** Paths of a chain within units, freed of the sampling noise in x and in the mediator. */
export interface PanelChain {
  readonly n: number
  readonly units: number
  /** Change of the mediator for one more of x. */
  readonly a: Estimate
  /** Change of y for one more of the mediator, x held. */
  readonly b: Estimate
  /** a × b. */
  readonly indirect: Estimate
  /** Change of y for one more of x, the mediator held. */
  readonly direct: Estimate
}

/** Sums of squares and products of one unit, noise in x and mediator beside them. */
const columns = ['xx', 'xm', 'mm', 'xy', 'my', 'noiseX', 'noiseM'] as const
type Sums = Readonly<Record<(typeof columns)[number], Float64Array>>
type Totals = Readonly<Record<(typeof columns)[number], number>>

/**
 * How much of what x does to y runs through the mediator, within units: what employees live → what customers live → results.
 *
 * Two least-squares equations on values without unit and period means, sampling variances taken off the sums of squares of x and of the mediator;
 * percentile limits by bootstrap over units. On observed data an association along an assumed order. 'too-few' below 8 units, 'too-noisy' where
 * noise leaves less than a fifth of x or of the mediator. Source: Preacher & Hayes (2004); Fuller (1987), 2.2; Preacher, Zyphur & Zhang (2010).
 */
export function panelChain(
  { x, mediator, y, lags: [first, second] }: ChainData,
  options: BootstrapOptions,
): PanelChain | WhyNot {
  const rows = withinRows([
    { matrix: x, lag: first + second },
    { matrix: mediator, lag: second },
    { matrix: y, lag: 0 },
  ])
  if (typeof rows === 'string') return rows
  if (rows.units < 8) return 'too-few'
  const sums = chainSums(rows)
  const all = totalsOf(sums, Array.from(sums.xx.keys()))
  if (isNoise(all.xx, all.noiseX) || isNoise(all.mm, all.noiseM)) return 'too-noisy'
  const found = pathsOf(all)
  if (!isSound(found)) return 'collinear'
  const drawn = drawnPaths(sums, rows.units, options)
  const estimateOf = (path: Path): Estimate => {
    const limits = percentileLimits(drawn[path].filter(Number.isFinite).sort())
    if (!limits) return noEstimate('panel-chain', 'not-finite', { n: rows.n })
    return { value: found[path], n: rows.n, ...limits, level: 0.95, method: 'panel-chain' }
  }
  return {
    n: rows.n,
    units: rows.units,
    a: estimateOf('a'),
    b: estimateOf('b'),
    indirect: estimateOf('indirect'),
    direct: estimateOf('direct'),
  }
}

const isNoise = (squares: number, noise: number) => !(squares - noise > 0.2 * squares)

const pathNames = ['a', 'b', 'indirect', 'direct'] as const
type Path = (typeof pathNames)[number]

/** Every path in every resample of units: one resample serves them all. */
function drawnPaths(sums: Sums, units: number, options: BootstrapOptions): Record<Path, Float64Array> {
  const drawn = Object.fromEntries(
    pathNames.map((name) => [name, new Float64Array(options.draws)]),
  ) as Record<Path, Float64Array>
  let draw = 0
  const remember = (chosen: Int32Array) => {
    const paths = pathsOf(totalsOf(sums, chosen))
    for (const name of pathNames) drawn[name][draw] = paths[name]
    return draw++
  }
  bootstrapValues(units, remember, options)
  return drawn
}

function chainSums({ unit, units, series, noise }: WithinRows): Sums {
  const sums = Object.fromEntries(columns.map((name) => [name, new Float64Array(units)])) as Sums
  const [x, m, y] = series as readonly [Float64Array, Float64Array, Float64Array]
  for (let row = 0; row < x.length; row++) {
    const at = unit[row]!
    sums.xx[at]! += x[row]! * x[row]!
    sums.xm[at]! += x[row]! * m[row]!
    sums.mm[at]! += m[row]! * m[row]!
    sums.xy[at]! += x[row]! * y[row]!
    sums.my[at]! += m[row]! * y[row]!
    sums.noiseX[at]! += noise[0]?.[row] ?? 0
    sums.noiseM[at]! += noise[1]?.[row] ?? 0
  }
  return sums
}

function totalsOf(sums: Sums, chosen: ArrayLike<number>): Totals {
  const totals = Object.fromEntries(columns.map((name) => [name, 0])) as Record<keyof Totals, number>
  for (const name of columns) {
    const values = sums[name]
    for (let at = 0; at < chosen.length; at++) totals[name] += values[chosen[at]!]!
  }
  return totals
}

function pathsOf({ xx, xm, mm, xy, my, noiseX, noiseM }: Totals) {
  const [trueX, trueM] = [xx - noiseX, mm - noiseM]
  const a = xm / trueX
  const determinant = trueX * trueM - xm * xm
  const b = (my * trueX - xy * xm) / determinant
  const direct = (xy * trueM - my * xm) / determinant
  return { a, b, indirect: a * b, direct }
}
