import { criticalZ } from '../distributions/normal.ts'
import type { WhyNot } from '../estimate.ts'

/** One time at which somebody left. */
export interface SurvivalStep {
  readonly time: number
  readonly atRisk: number
  readonly events: number
  /** Share still there just after this time. */
  readonly survival: number
  /** Greenwood's standard error; null where survival is 0: nobody is left to estimate it from. */
  readonly standardError: number | null
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
  const n = times.length
  const all = Float64Array.from(times).sort()
  const leaving = leavingTimes(times, events).sort()
  const table: RiskTable[] = []
  for (let at = 0, before = 0; at < leaving.length; ) {
    const time = leaving[at]!
    const first = at
    while (leaving[at] === time) at++
    while (all[before]! < time) before++
    table.push({ time, atRisk: n - before, events: at - first })
  }
  return table
}

function leavingTimes(times: ArrayLike<number>, events: ArrayLike<number>): Float64Array {
  const leaving = new Float64Array(times.length)
  let count = 0
  for (let i = 0; i < times.length; i++) if (events[i] === 1) leaving[count++] = times[i]!
  return leaving.subarray(0, count)
}

/** How many left, and how many were seen for the last time without having left, at each time: what a store can count by itself. */
export interface LeavingCounts {
  readonly times: ArrayLike<number>
  readonly left: ArrayLike<number>
  readonly lastSeen: ArrayLike<number>
}

/** The same table from counts per time; the times may come in any order, but each only once. */
export function riskTableOfCounts({ times, left, lastSeen }: LeavingCounts): RiskTable[] {
  const order = Array.from({ length: times.length }, (_, i) => i).sort((a, b) => times[b]! - times[a]!)
  let atRisk = 0
  const table = order.map((i) => {
    atRisk += left[i]! + lastSeen[i]!
    return { time: times[i]!, atRisk, events: left[i]! }
  })
  return table.reverse().filter(({ events }) => events > 0)
}

function limitsOf(
  survival: number,
  hazardError: number,
  z: number,
): { low: number | null; high: number | null } {
  if (survival <= 0) return { low: null, high: null }
  if (survival >= 1) return { low: 1, high: 1 }
  const half = (z * hazardError) / Math.abs(Math.log(survival))
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
  for (let i = 0; i < times.length; i++)
    if (!(times[i]! >= 0 && times[i]! < Number.POSITIVE_INFINITY && Number.isFinite(events[i]!)))
      return 'not-finite'
  return null
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
  return curveOfRiskTable(riskTable(times, events), times.length, level)
}

/** The curve of a table of numbers at risk. */
export function curveOfRiskTable(table: readonly RiskTable[], n: number, level: number): SurvivalCurve {
  const z = criticalZ(level)
  let [survival, hazardVariance, gone] = [1, 0, 0]
  const steps = table.map(({ time, atRisk, events: left }): SurvivalStep => {
    survival *= 1 - left / atRisk
    hazardVariance += left === atRisk ? 0 : left / (atRisk * (atRisk - left))
    gone += left
    const { low, high } = limitsOf(survival, Math.sqrt(hazardVariance), z)
    const standardError = survival > 0 ? survival * Math.sqrt(hazardVariance) : null
    return { time, atRisk, events: left, survival, standardError, low, high }
  })
  return { steps, n, events: gone, median: medianOf(steps), level }
}

/** The same curve from counts per time, so that the people stay in their store. */
export function survivalCurveOfCounts(counts: LeavingCounts, level = 0.95): SurvivalCurve | WhyNot {
  const problem = survivalProblem(counts.times, counts.left)
  if (problem) return problem
  const total = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0)
  return curveOfRiskTable(riskTableOfCounts(counts), total(counts.left) + total(counts.lastSeen), level)
}

/** People followed, each with the name or number of a group. */
export interface GroupedTimes {
  readonly times: ArrayLike<number>
  readonly events: ArrayLike<number>
  readonly groups: ArrayLike<string | number>
}

/** Times and events of each group, in the order in which the groups first appear. */
export function timesByGroup({
  times,
  events,
  groups,
}: GroupedTimes): Map<string | number, { times: Float64Array; events: Uint8Array }> {
  if (groups.length !== times.length) throw new RangeError('one group per time')
  const sizes = new Map<string | number, number>()
  for (let i = 0; i < groups.length; i++) sizes.set(groups[i]!, (sizes.get(groups[i]!) ?? 0) + 1)
  const parts = new Map(
    [...sizes].map(([name, size]) => [
      name,
      { times: new Float64Array(size), events: new Uint8Array(size), filled: 0 },
    ]),
  )
  for (let i = 0; i < groups.length; i++) {
    const part = parts.get(groups[i]!)!
    part.times[part.filled] = times[i]!
    part.events[part.filled] = events[i] === 1 ? 1 : 0
    part.filled += 1
  }
  return parts
}

/** A Kaplan–Meier curve for each group; the reasons are those of the whole. */
export function survivalCurves(
  data: GroupedTimes,
  level = 0.95,
): Map<string | number, SurvivalCurve> | WhyNot {
  const problem = survivalProblem(data.times, data.events)
  if (problem) return problem
  const groups = [...timesByGroup(data)]
  return new Map(
    groups.map(([name, { times, events }]) => [
      name,
      curveOfRiskTable(riskTable(times, events), times.length, level),
    ]),
  )
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
  let [ahead, variance] = [0, 0]
  for (let i = within.length - 1; i >= 0; i--) {
    const { atRisk, events } = within[i]!
    ahead += areas[i + 1]!
    if (atRisk > events) variance += (ahead ** 2 * events) / (atRisk * (atRisk - events))
  }
  return { value: areas.reduce((sum, area) => sum + area, 0), standardError: Math.sqrt(variance) }
}
