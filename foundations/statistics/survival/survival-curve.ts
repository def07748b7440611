import { criticalZ } from '../distributions/normal.ts'
import type { WhyNot } from '../estimate.ts'

/** One time at which somebody left. */
export interface SurvivalStep {
  readonly time: number
  readonly atRisk: number
  readonly events: number
  /** Share still there just after this time. */
  readonly survival: number
  /** Greenwood's standard error. */
  readonly standardError: number
  /** Limits on the log(−log) scale; null where survival is 0. */
  readonly low: number | null
  readonly high: number | null
}

/** Share of customers kept over time. */
export interface SurvivalCurve {
  readonly steps: readonly SurvivalStep[]
  readonly n: number
  readonly events: number
  /** Time by which half have left; null when more than half are kept. */
  readonly median: number | null
  readonly level: number
}

/** A time with the numbers that left and that were observed until then. */
export interface RiskTable {
  readonly time: number
  readonly atRisk: number
  readonly events: number
}

/** Numbers at risk and leaving at every time somebody leaves. */
export function riskTable(times: ArrayLike<number>, events: ArrayLike<number>): RiskTable[] {
  const order = Array.from({ length: times.length }, (_, i) => i).sort((a, b) => times[a]! - times[b]!)
  const table: RiskTable[] = []
  for (let start = 0; start < order.length; ) {
    const time = times[order[start]!]!
    let [end, left] = [start, 0]
    for (; end < order.length && times[order[end]!] === time; end++)
      left += events[order[end]!]! === 1 ? 1 : 0
    if (left > 0) table.push({ time, atRisk: order.length - start, events: left })
    start = end
  }
  return table
}

function limitsOf(
  survival: number,
  standardError: number,
  z: number,
): { low: number | null; high: number | null } {
  if (survival <= 0) return { low: null, high: null }
  if (survival >= 1) return { low: 1, high: 1 }
  const half = (z * standardError) / (survival * Math.abs(Math.log(survival)))
  return { low: survival ** Math.exp(half), high: survival ** Math.exp(-half) }
}

function medianOf(steps: readonly SurvivalStep[]): number | null {
  const index = steps.findIndex(({ survival }) => survival <= 0.5 + 1e-12)
  const step = steps[index]
  if (!step) return null
  const next = steps[index + 1]
  return Math.abs(step.survival - 0.5) < 1e-12 && next ? (step.time + next.time) / 2 : step.time
}

/** Whether times and events can be read: finite, not negative, 0 or 1. */
export function survivalProblem(times: ArrayLike<number>, events: ArrayLike<number>): WhyNot | null {
  if (times.length !== events.length) throw new RangeError('one event indicator per time')
  if (times.length === 0) return 'no-answers'
  return Array.from(times).every((time) => Number.isFinite(time) && time >= 0) ? null : 'not-finite'
}

/**
 * Kaplan–Meier curve: the share of customers kept over time, when some are still observed (event 0).
 *
 * Survival is the product of 1 − left / at risk; Greenwood's error; limits on the log(−log) scale. Assumes that those who stop being observed
 * are like those who go on. For one cause among several use `cumulativeIncidence`. Equal to R `survfit(conf.type = "log-log")`. Source: Kaplan & Meier
 * (1958), J. Am. Stat. Assoc. 53:457.
 */
export function survivalCurve(
  times: ArrayLike<number>,
  events: ArrayLike<number>,
  level = 0.95,
): SurvivalCurve | WhyNot {
  const problem = survivalProblem(times, events)
  if (problem) return problem
  const z = criticalZ(level)
  let [survival, hazardVariance] = [1, 0]
  const steps = riskTable(times, events).map(({ time, atRisk, events: left }): SurvivalStep => {
    survival *= 1 - left / atRisk
    hazardVariance += left === atRisk ? 0 : left / (atRisk * (atRisk - left))
    const standardError = survival * Math.sqrt(hazardVariance)
    return { time, atRisk, events: left, survival, standardError, ...limitsOf(survival, standardError, z) }
  })
  const left = steps.reduce((sum, step) => sum + step.events, 0)
  return { steps, n: times.length, events: left, median: medianOf(steps), level }
}

/** Share kept just after a time. */
export function survivalAt({ steps }: Pick<SurvivalCurve, 'steps'>, time: number): number {
  return steps.filter((step) => step.time <= time).at(-1)?.survival ?? 1
}

/**
 * Restricted mean: average time kept over the first `horizon` periods ("months kept per customer over 24"), with its standard error.
 *
 * The area under the curve up to the horizon. Equal to R `print(survfit, rmean = horizon)`.
 */
export function restrictedMean(
  { steps }: SurvivalCurve,
  horizon: number,
): { value: number; standardError: number } {
  const within = steps.filter(({ time }) => time < horizon)
  const borders = [0, ...within.map(({ time }) => time), horizon]
  const heights = [1, ...within.map(({ survival }) => survival)]
  const areas = heights.map((height, i) => height * (borders[i + 1]! - borders[i]!))
  const variance = within.reduce((sum, { atRisk, events }, i) => {
    const ahead = areas.slice(i + 1).reduce((total, area) => total + area, 0)
    return atRisk === events ? sum : sum + (ahead ** 2 * events) / (atRisk * (atRisk - events))
  }, 0)
  return { value: areas.reduce((sum, area) => sum + area, 0), standardError: Math.sqrt(variance) }
}
