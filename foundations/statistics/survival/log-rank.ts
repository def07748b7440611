import { Matrix } from 'ml-matrix'
import { chiSquaredUpper } from '../distributions/chi-squared.ts'
import type { WhyNot } from '../estimate.ts'
import { positiveDefinite } from '../regression/positive-definite.ts'
import {
  type GroupedTimes,
  type RiskTable,
  riskTable,
  survivalProblem,
  timesByGroup,
} from './survival-curve.ts'

/** For every time at which somebody leaves, the numbers at risk and leaving of each group. */
function* countsOverTime(tables: readonly GroupTable[]): Generator<{ atRisk: number[]; left: number[] }> {
  const times = new Set(tables.flatMap(({ rows }) => rows.map(({ time }) => time)))
  const next = tables.map(() => 0)
  const seen = tables.map(() => 0)
  for (const time of [...times].sort((a, b) => a - b)) {
    const rows = tables.map((table, group) => {
      while (table.times[seen[group]!]! < time) seen[group]! += 1
      return table.rows[next[group]!]?.time === time ? table.rows[next[group]!++] : undefined
    })
    yield {
      atRisk: tables.map((table, group) => table.times.length - seen[group]!),
      left: rows.map((row) => row?.events ?? 0),
    }
  }
}

interface GroupTable {
  readonly rows: readonly RiskTable[]
  /** All times of the group, ascending. */
  readonly times: Float64Array
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

/**
 * Log-rank test: do groups leave at different rates?
 *
 * Compares leavers with those expected at every time if the groups were alike; chi-squared with groups − 1 degrees of freedom. 'constant' with one group or
 * when nobody leaves. Equal to R `survdiff`. Source: Mantel (1966); Peto & Peto (1972).
 */
export function logRank(
  data: GroupedTimes,
): { chiSquared: number; degreesOfFreedom: number; p: number } | WhyNot {
  const problem = survivalProblem(data.times, data.events)
  if (problem) return problem
  const tables = [...timesByGroup(data).values()].map((group) => ({
    rows: riskTable(group.times, group.events),
    times: group.times.sort(),
  }))
  if (tables.length < 2 || tables.every(({ rows }) => rows.length === 0)) return 'constant'
  const k = tables.length - 1
  const surplus = new Array<number>(k).fill(0)
  const variance = Matrix.zeros(k, k)
  for (const { atRisk, left } of countsOverTime(tables)) {
    const [n, d] = [sumOf(atRisk), sumOf(left)]
    const spread = n > 1 ? (d * (n - d)) / (n - 1) : 0
    for (let i = 0; i < k; i++) {
      surplus[i]! += left[i]! - (d * atRisk[i]!) / n
      for (let j = 0; j < k; j++) {
        const share = (atRisk[i]! / n) * ((i === j ? 1 : 0) - atRisk[j]! / n)
        variance.set(i, j, variance.get(i, j) + spread * share)
      }
    }
  }
  const solved = positiveDefinite(variance)?.solve(surplus)
  if (!solved) return 'too-few'
  const chiSquared = sumOf(surplus.map((value, i) => value * solved[i]!))
  return { chiSquared, degreesOfFreedom: k, p: chiSquaredUpper(chiSquared, k) }
}
