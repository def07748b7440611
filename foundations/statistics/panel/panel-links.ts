import type { WhyNot } from '../estimate.ts'
import { type Progress, tellingParts } from '../progress.ts'
import { linkOfSums, type PanelLink, panelLink } from './panel-link.ts'
import { balancedWithin, type LaggedSeries, noiseOf, type PanelMatrix, valuesAt } from './panel-matrix.ts'

/** Which series may lead to which, by their places in the list. */
export interface LinkPair {
  readonly x: number
  readonly y: number
}

export interface LinksAsked extends Progress {
  readonly pairs: readonly LinkPair[]
  /** Periods that x may be before y, from 0 on. */
  readonly mostLag: number
  /** Held constant in every link, read in the period of y. */
  readonly controls?: readonly PanelMatrix[]
}

export interface FoundLink extends LinkPair {
  readonly lag: number
  readonly link: PanelLink | WhyNot
}

/** A series over some of its periods, without unit and period means. */
interface Window {
  readonly values: Float64Array
  /** Sums of squares of each unit, their total, and the sampling variance of each unit. */
  readonly squares: Float64Array
  readonly allSquares: number
  readonly noise: Float64Array
}

/**
 * Links of many pairs of figures at every lag. Series that have every unit in every period have their means taken out once for each lag,
 * whatever the number of pairs; others once for each pair. Source: as `panelLink`.
 */
export function panelLinks(
  series: readonly PanelMatrix[],
  { pairs, mostLag, controls = [], onProgress }: LinksAsked,
): FoundLink[] {
  const complete = series.map(isComplete)
  const told = tellingParts(pairs.length * (mostLag + 1), { onProgress })
  const held = controls.map((matrix): LaggedSeries => ({ matrix, lag: 0 }))
  const found: FoundLink[] = []
  for (let lag = 0; lag <= mostLag; lag++) {
    const windows = windowsAt(series, lag)
    for (const { x, y } of pairs) {
      const isFast = held.length === 0 && complete[x] && complete[y]
      const link = isFast
        ? linkOfWindows(windows, { x, y })
        : panelLink({ x: { matrix: series[x]!, lag }, y: series[y]!, controls: held })
      found.push({ x, y, lag, link })
      told(found.length)
    }
  }
  return found
}

function isComplete({ values }: PanelMatrix): boolean {
  for (let cell = 0; cell < values.length; cell++) if (Number.isNaN(values[cell]!)) return false
  return true
}

/** The windows of one lag, each made when it is first asked for. */
function windowsAt(series: readonly PanelMatrix[], lag: number) {
  const { units, periods } = series[0] ?? { units: 0, periods: 0 }
  const length = periods - lag
  const rows = Int32Array.from(
    { length: units * length },
    (_, row) => Math.floor(row / length) * periods + lag + (row % length),
  )
  const made = new Map<string, Window>()
  const windowOf = (at: number, back: number): Window => {
    const key = `${at} ${back}`
    const known = made.get(key)
    if (known) return known
    const matrix = series[at]!
    const values = balancedWithin(valuesAt({ matrix, lag: back }, rows), length)
    const noise = noiseOf({ matrix, lag: back }, rows, { periods: length, units })
    const squares = productsOfUnits(values, values, { units, length })
    const window = {
      ...{ values, squares, allSquares: squares.reduce((sum, one) => sum + one, 0) },
      noise: noise ? sumsOfUnits(noise, { units, length }) : new Float64Array(units),
    }
    made.set(key, window)
    return window
  }
  return { lag, units, length, n: rows.length, windowOf }
}

interface Shape {
  readonly units: number
  /** Rows of each unit. */
  readonly length: number
}

function productsOfUnits(one: Float64Array, other: Float64Array, { units, length }: Shape): Float64Array {
  const sums = new Float64Array(units)
  for (let unit = 0, row = 0; unit < units; unit++) {
    let sum = 0
    for (let end = row + length; row < end; row++) sum += one[row]! * other[row]!
    sums[unit] = sum
  }
  return sums
}

function sumsOfUnits(values: Float64Array, { units, length }: Shape): Float64Array {
  const sums = new Float64Array(units)
  for (let unit = 0, row = 0; unit < units; unit++)
    for (let end = row + length; row < end; row++) sums[unit]! += values[row]!
  return sums
}

function linkOfWindows(
  { lag, units, length, n, windowOf }: ReturnType<typeof windowsAt>,
  { x, y }: LinkPair,
): PanelLink | WhyNot {
  if (length < 2 || units < 2) return 'too-few'
  const [before, after] = [windowOf(x, lag), windowOf(y, 0)]
  const sums = {
    xy: productsOfUnits(before.values, after.values, { units, length }),
    xx: before.squares,
    noise: before.noise,
  }
  return linkOfSums({ lag, n, units, periods: length, held: 0, sums, squaresOfY: after.allSquares })
}
