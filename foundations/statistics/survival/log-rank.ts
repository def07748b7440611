import { Matrix } from 'ml-matrix'
import { chiSquaredUpper } from '../distributions/chi-squared.ts'
import type { WhyNot } from '../estimate.ts'
import { positiveDefinite } from '../regression/positive-definite.ts'
import { survivalProblem } from './survival-curve.ts'

/** Numbers of each group at one time. */
function countsAt(
  time: number,
  { times, events, groups, names }: LogRankData & { names: readonly (string | number)[] },
) {
  const atRisk = names.map(() => 0)
  const left = names.map(() => 0)
  for (let i = 0; i < times.length; i++) {
    if (times[i]! < time) continue
    const group = names.indexOf(groups[i]!)
    atRisk[group]! += 1
    if (times[i] === time && events[i] === 1) left[group]! += 1
  }
  return { atRisk, left }
}

interface LogRankData {
  readonly times: ArrayLike<number>
  readonly events: ArrayLike<number>
  readonly groups: ArrayLike<string | number>
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

/**
 * Log-rank test: do groups leave at different rates?
 *
 * Compares leavers with those expected at every time if the groups were alike; chi-squared with groups − 1 degrees of freedom. 'constant' with one group or
 * when nobody leaves. Equal to R `survdiff`. Source: Mantel (1966); Peto & Peto (1972).
 */
export function logRank(
  data: LogRankData,
): { chiSquared: number; degreesOfFreedom: number; p: number } | WhyNot {
  const { times, events, groups } = data
  const problem = survivalProblem(times, events)
  if (problem) return problem
  const names = [...new Set(Array.from(groups))]
  const eventTimes = [...new Set(Array.from(times).filter((_, i) => events[i] === 1))]
  if (names.length < 2 || eventTimes.length === 0) return 'constant'
  const k = names.length - 1
  const surplus = new Array<number>(k).fill(0)
  const variance = Matrix.zeros(k, k)
  for (const time of eventTimes) {
    const { atRisk, left } = countsAt(time, { ...data, names })
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
