import type { WhyNot } from '../estimate.ts'
import { riskTable, survivalProblem } from './survival-curve.ts'

/** Share that has left for one cause by a time. */
export interface IncidenceStep {
  readonly time: number
  readonly incidence: number
  readonly variance: number
}

const FEWEST_EVENTS = 5

interface Moment {
  readonly time: number
  readonly atRisk: number
  readonly events: number
  readonly ofCause: number
  /** Share still there just before. */
  readonly before: number
  readonly incidence: number
}

function momentsOf(times: ArrayLike<number>, causes: ArrayLike<number>, cause: number): Moment[] {
  const any = riskTable(
    times,
    Array.from(causes, (value) => (value > 0 ? 1 : 0)),
  )
  const one = new Map(
    riskTable(
      times,
      Array.from(causes, (value) => (value === cause ? 1 : 0)),
    ).map((row) => [row.time, row.events]),
  )
  let [before, incidence] = [1, 0]
  return any.map(({ time, atRisk, events }) => {
    const ofCause = one.get(time) ?? 0
    incidence += (before * ofCause) / atRisk
    const moment = { time, atRisk, events, ofCause, before, incidence }
    before *= 1 - events / atRisk
    return moment
  })
}

/** Delta-method variance of the incidence at one moment. */
function varianceAt(moments: readonly Moment[], last: number): number {
  const reached = moments[last]!.incidence
  return moments.slice(0, last + 1).reduce((sum, { atRisk: n, events: d, ofCause, before, incidence }) => {
    const ahead = reached - incidence
    const overall = n > d ? (ahead ** 2 * d) / (n * (n - d)) : 0
    const own = (before ** 2 * ofCause * (n - ofCause)) / n ** 3
    return sum + overall + own - (2 * ahead * before * ofCause) / n ** 2
  }, 0)
}

/**
 * Cumulative incidence: the share that has left for one cause, when other causes compete (bad experience, price, moved away).
 *
 * Aalen–Johansen: sum of (share still there) × (leaving for this cause / at risk). One minus Kaplan–Meier of one cause is wrong: it lets people leave for
 * one cause who already left for another. Causes are 1, 2, …, 0 is still observed. 'too-few' below five events of the cause. Source: Aalen & Johansen (1978); Marubini &
 * Valsecchi (1995).
 */
export function cumulativeIncidence(
  times: ArrayLike<number>,
  causes: ArrayLike<number>,
  cause: number,
): IncidenceStep[] | WhyNot {
  const problem = survivalProblem(times, causes)
  if (problem) return problem
  if (Array.from(causes).filter((value) => value === cause).length < FEWEST_EVENTS) return 'too-few'
  return incidenceSteps(times, causes, cause)
}

/** The steps of `cumulativeIncidence`, however few leave for the cause; times and causes must be readable. */
export function incidenceSteps(
  times: ArrayLike<number>,
  causes: ArrayLike<number>,
  cause: number,
): IncidenceStep[] {
  const moments = momentsOf(times, causes, cause)
  return moments.map(({ time, incidence }, i) => ({ time, incidence, variance: varianceAt(moments, i) }))
}

/** The step in force at a time; nothing has happened before the first one. */
export function incidenceAt(steps: readonly IncidenceStep[], time: number): IncidenceStep {
  return steps.filter((step) => step.time <= time).at(-1) ?? { time, incidence: 0, variance: 0 }
}
