import type { WhyNot } from '../estimate.ts'
import { curveOfRiskTable, type RiskTable, type SurvivalCurve } from './survival-curve.ts'

/** People who begin to be followed at their entry and are followed until their exit; an event of 1 says that it happened there. */
export interface DelayedTimes {
  readonly entry: ArrayLike<number>
  readonly exit: ArrayLike<number>
  readonly event: ArrayLike<number>
}

/** Numbers at risk and leaving at every time somebody leaves: whoever entered before that time and has not left before it is at risk. */
function delayedRiskTable({ entry, exit, event }: DelayedTimes): RiskTable[] {
  const entries = Float64Array.from(entry).sort()
  const exits = Float64Array.from(exit).sort()
  const leaving = Float64Array.from(exit)
    .filter((_, i) => event[i] === 1)
    .sort()
  const table: RiskTable[] = []
  let [entered, gone] = [0, 0]
  for (let at = 0; at < leaving.length; ) {
    const time = leaving[at]!
    const first = at
    while (leaving[at] === time) at++
    while (entered < entries.length && entries[entered]! < time) entered++
    while (gone < exits.length && exits[gone]! < time) gone++
    table.push({ time, atRisk: entered - gone, events: at - first })
  }
  return table
}

/**
 * Kaplan–Meier curve of people who are followed from an entry on, such as from the day they were written to.
 *
 * At each time only those count who have entered, so that nobody is credited with the time before. A curve for those written to and one for those not yet written to, whose
 * following ends when they are, compare the two without that error (Simon & Makuch 1984, Stat. Med. 3:35). The same as `survivalCurve` where everybody
 * enters at 0; equal to R `survfit(Surv(entry, exit, event))`. 'not-finite' for an exit that does not lie after its entry.
 */
export function delayedEntryCurve(times: DelayedTimes, level = 0.95): SurvivalCurve | WhyNot {
  const { entry, exit, event } = times
  if (entry.length !== exit.length || exit.length !== event.length)
    throw new RangeError('one entry, one exit and one event indicator for each')
  if (exit.length === 0) return 'no-answers'
  for (let i = 0; i < exit.length; i++)
    if (!(entry[i]! >= 0 && exit[i]! > entry[i]! && exit[i]! < Number.POSITIVE_INFINITY)) return 'not-finite'
  return curveOfRiskTable(delayedRiskTable(times), exit.length, level)
}

/** Share still there at a time, with the variance of its logarithm: the steps up to that time. */
export function stillThere({ steps }: Pick<SurvivalCurve, 'steps'>, time: number) {
  let [survival, logVariance] = [1, 0]
  for (const step of steps) {
    if (step.time > time) break
    const { atRisk, events } = step
    survival *= 1 - events / atRisk
    logVariance += atRisk > events ? events / (atRisk * (atRisk - events)) : Number.POSITIVE_INFINITY
  }
  return { survival, logVariance: survival > 0 ? logVariance : 0 }
}
