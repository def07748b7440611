import type { WhyNot } from '../estimate.ts'
import { type Progress, tellingParts } from '../progress.ts'
import { linkOfRows, type PanelLink, panelLink } from './panel-link.ts'
import { balancedWithin, type LaggedSeries, noiseOf, type PanelMatrix } from './panel-matrix.ts'

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
  readonly noise: Float64Array | null
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
        ? linkOfWindows(windows, { x, y }, lag)
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
  const unit = Int32Array.from({ length: units * length }, (_, row) => Math.floor(row / length))
  const made = new Map<string, Window>()
  const windowOf = (at: number, back: number): Window => {
    const key = `${at} ${back}`
    const known = made.get(key)
    if (known) return known
    const matrix = series[at]!
    const window = {
      values: balancedWithin(
        Float64Array.from(rows, (cell) => matrix.values[cell - back]!),
        length,
      ),
      noise: noiseOf({ matrix, lag: back }, rows, { periods: length, units }),
    }
    made.set(key, window)
    return window
  }
  return { lag, units, length, unit, n: rows.length, windowOf }
}

function linkOfWindows(
  { units, length, unit, n, windowOf }: ReturnType<typeof windowsAt>,
  { x, y }: LinkPair,
  lag: number,
): PanelLink | WhyNot {
  if (length < 2 || units < 2) return 'too-few'
  const [before, after] = [windowOf(x, lag), windowOf(y, 0)]
  return linkOfRows(
    { n, units, periods: length, unit, series: [before.values, after.values], noise: [before.noise, null] },
    lag,
  )
}
