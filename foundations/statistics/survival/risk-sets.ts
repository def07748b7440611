import { Matrix } from 'ml-matrix'

/** Rows of a hazard model: observed in (start, stop], with or without the event at stop. */
export interface HazardRows {
  readonly stop: ArrayLike<number>
  readonly event: ArrayLike<number>
  /** Absent: everybody starts at 0. */
  readonly start?: ArrayLike<number>
}

/** How events at the same time are handled. */
export type Ties = 'efron' | 'breslow'

/** Weighted sums over a set of rows: of 1, of the covariates, of their products. */
export interface Sums {
  weight: number
  readonly first: Float64Array
  readonly second: Float64Array
}

/** One event time: those who leave, and the sums over all who could have left. */
export interface EventTime {
  readonly time: number
  readonly rows: readonly number[]
  readonly atRisk: Sums
  readonly leaving: Sums
}

function emptySums(p: number): Sums {
  return { weight: 0, first: new Float64Array(p), second: new Float64Array(p * p) }
}

function addRow(sums: Sums, x: readonly number[], weight: number): void {
  const p = x.length
  sums.weight += weight
  for (let i = 0; i < p; i++) {
    sums.first[i]! += weight * x[i]!
    for (let j = 0; j < p; j++) sums.second[i * p + j]! += weight * x[i]! * x[j]!
  }
}

const copyOf = ({ weight, first, second }: Sums): Sums => ({
  weight,
  first: first.slice(),
  second: second.slice(),
})

/** Walks backwards in time, adding rows when their stop is reached and removing them at their start. */
export function* eventTimes(
  rows: HazardRows,
  design: Matrix,
  weights: ArrayLike<number>,
): Generator<EventTime> {
  const n = rows.stop.length
  const p = design.columns
  const startOf = (i: number) => rows.start?.[i] ?? Number.NEGATIVE_INFINITY
  const byStop = Array.from({ length: n }, (_, i) => i).sort((a, b) => rows.stop[b]! - rows.stop[a]!)
  const byStart = [...byStop].sort((a, b) => startOf(b) - startOf(a))
  const atRisk = emptySums(p)
  let [added, removed] = [0, 0]
  while (added < n) {
    const time = rows.stop[byStop[added]!]!
    const leavingRows: number[] = []
    const leaving = emptySums(p)
    for (; removed < n && startOf(byStart[removed]!) >= time; removed++) {
      addRow(atRisk, design.getRow(byStart[removed]!), -weights[byStart[removed]!]!)
    }
    for (; added < n && rows.stop[byStop[added]!] === time; added++) {
      const i = byStop[added]!
      addRow(atRisk, design.getRow(i), weights[i]!)
      if (rows.event[i] !== 1) continue
      leavingRows.push(i)
      addRow(leaving, design.getRow(i), weights[i]!)
    }
    if (leavingRows.length > 0) yield { time, rows: leavingRows, atRisk: copyOf(atRisk), leaving }
  }
}

/** Mean and covariance of the covariates among those at risk, once per event of a time (Efron spreads ties, Breslow does not). */
export interface RiskMoments {
  readonly total: number
  readonly mean: Float64Array
  readonly covariance: Matrix
}

/** Moments for each event at one time. */
export function riskMoments({ rows, atRisk, leaving }: EventTime, ties: Ties): RiskMoments[] {
  const p = atRisk.first.length
  return rows.map((_, nth) => {
    const away = ties === 'efron' ? nth / rows.length : 0
    const total = atRisk.weight - away * leaving.weight
    const mean = atRisk.first.map((value, i) => (value - away * leaving.first[i]!) / total)
    const covariance = Matrix.zeros(p, p)
    for (let i = 0; i < p; i++) {
      for (let j = 0; j < p; j++) {
        const product = (atRisk.second[i * p + j]! - away * leaving.second[i * p + j]!) / total
        covariance.set(i, j, product - mean[i]! * mean[j]!)
      }
    }
    return { total, mean, covariance }
  })
}
