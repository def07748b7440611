import { withinValues } from './fixed-effects.ts'

/** One figure of many units over many periods. */
export interface PanelMatrix {
  readonly units: number
  readonly periods: number
  /** Unit after unit, each its periods in order; NaN where there is none. */
  readonly values: ArrayLike<number>
  /** Sampling variance of each value; absent where values carry no sampling noise. */
  readonly variances?: ArrayLike<number> | undefined
}

/** Series at the same rows, unit and period means taken out of each. */
export interface WithinRows {
  readonly n: number
  readonly units: number
  readonly periods: number
  /** Number of the unit of each row. */
  readonly unit: Int32Array
  readonly series: readonly Float64Array[]
  /** Sampling variance that is left in each row of each series; null where a series has none. */
  readonly noise: readonly (Float64Array | null)[]
}

/** A series read so many periods before the one the row stands for. */
export interface LaggedSeries {
  readonly matrix: PanelMatrix
  readonly lag: number
}

/**
 * Rows in which every series has a value, without unit and period means (two-way within transformation, exact for panels
 * with gaps too). 'too-few' below three rows or two units, 'not-converged' where means do not settle.
 */
export function withinRows(series: readonly LaggedSeries[]): WithinRows | 'too-few' | 'not-converged' {
  const { units, periods } = series[0]!.matrix
  const rows = commonRows(series)
  const unit = numbered(rows.map((cell) => Math.floor(cell / periods)))
  const period = numbered(rows.map((cell) => cell % periods))
  if (rows.length < 3 || unit.count < 2) return 'too-few'
  const effects = period.count > 1 ? [unit, period] : [unit]
  const swept: Float64Array[] = []
  for (const { matrix, lag } of series) {
    const values = valuesAt({ matrix, lag }, rows)
    const within =
      rows.length === units * period.count
        ? balancedWithin(values, period.count)
        : withinValues(values, effects)
    if (within === 'not-converged') return within
    swept.push(within)
  }
  return {
    n: rows.length,
    units: unit.count,
    periods: period.count,
    unit: unit.index,
    series: swept,
    noise: series.map((one) => noiseOf(one, rows, { periods: rows.length / unit.count, units: unit.count })),
  }
}

/** Values of a series, so many periods before each row. */
export function valuesAt({ matrix, lag }: LaggedSeries, rows: Int32Array): Float64Array {
  const values = new Float64Array(rows.length)
  for (let row = 0; row < rows.length; row++) values[row] = matrix.values[rows[row]! - lag]!
  return values
}

/** Cells of the latest series in which all of them have a value. */
function commonRows(series: readonly LaggedSeries[]): Int32Array {
  const { units, periods } = series[0]!.matrix
  const first = Math.max(...series.map(({ lag }) => lag))
  const missing = new Uint8Array(units * periods)
  for (const { matrix, lag } of series)
    for (let cell = lag; cell < missing.length; cell++)
      if (Number.isNaN(matrix.values[cell - lag]!)) missing[cell] = 1
  const rows = new Int32Array(units * periods)
  let count = 0
  for (let unit = 0; unit < units; unit++)
    for (let cell = unit * periods + first; cell < (unit + 1) * periods; cell++)
      if (missing[cell] === 0) rows[count++] = cell
  return rows.slice(0, count)
}

function numbered(labels: Int32Array): { readonly index: Int32Array; readonly count: number } {
  const known = new Map<number, number>()
  for (const label of labels) if (!known.has(label)) known.set(label, known.size)
  return { index: labels.map((label) => known.get(label)!), count: known.size }
}

/** Values without unit and period means where every unit has every period: one sweep is exact. */
export function balancedWithin(values: Float64Array, periods: number): Float64Array {
  const units = values.length / periods
  const ofUnit = new Float64Array(units)
  const ofPeriod = new Float64Array(periods)
  let all = 0
  for (let unit = 0, row = 0; unit < units; unit++)
    for (let period = 0; period < periods; period++, row++) {
      const value = values[row]!
      ofUnit[unit]! += value / periods
      ofPeriod[period]! += value / units
      all += value
    }
  const mean = all / values.length
  const within = new Float64Array(values.length)
  for (let unit = 0, row = 0; unit < units; unit++)
    for (let period = 0; period < periods; period++, row++)
      within[row] = values[row]! - ofUnit[unit]! - ofPeriod[period]! + mean
  return within
}

/** Taking unit and period means out takes a part of the noise out with them. */
export function noiseOf(
  { matrix, lag }: LaggedSeries,
  rows: Int32Array,
  { periods, units }: { readonly periods: number; readonly units: number },
): Float64Array | null {
  const { variances } = matrix
  if (!variances) return null
  const left = (1 - 1 / periods) * (1 - 1 / units)
  const noise = new Float64Array(rows.length)
  for (let row = 0; row < rows.length; row++) noise[row] = left * (variances[rows[row]! - lag] ?? 0)
  return noise
}
