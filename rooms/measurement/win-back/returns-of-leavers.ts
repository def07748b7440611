import { criticalZ } from '../../../foundations/statistics/distributions/normal.ts'
import { delayedEntryCurve, stillThere } from '../../../foundations/statistics/survival/delayed-entry.ts'
import type { SurvivalCurve } from '../../../foundations/statistics/survival/survival-curve.ts'
import type { Limited } from '../purchases/limited.ts'

/** Names of interactions that tell that people left, came back, and were written to so that they would. */
export interface DepartureNames {
  readonly leaving: string
  readonly returning: readonly string[]
  readonly contact: string | null
}

/** What people told of leaving and coming back, sorted by person and moment: 0 left, 1 came back, 2 was written to. */
export interface Departures {
  readonly people: Float64Array
  readonly days: Uint16Array
  readonly events: Uint8Array
  /** What a contact cost; NaN where that is not known. */
  readonly costs: Float64Array
  readonly reasons: Uint32Array
  readonly reasonNames: readonly string[]
}

/** Of people who left for one reason: the shares that come back alone, only when written to, and not at all. */
export interface ReturnsFound {
  /** Empty for all together. */
  readonly reason: string
  readonly leavers: number
  readonly contacted: number
  readonly alone: Limited
  /** Null where too few were written to. */
  readonly won: Limited | null
  readonly gone: Limited | null
  /** Of those who do not come back alone, the share that a contact wins. */
  readonly winBackRate: Limited | null
  /** Share that is back by weeks since leaving, without and with a contact. */
  readonly curve: readonly {
    readonly week: number
    readonly alone: Limited
    readonly contacted: Limited | null
  }[]
}

/** One time away: days from leaving to the first contact, to the return or to the end of what is known. */
interface Away {
  readonly reason: number
  readonly contact: number | null
  readonly until: number
  readonly isBack: boolean
}

const fewestLeavers = 50
const fewestContacted = 30
const z = criticalZ(0.95)

/**
 * What becomes of people who told that they left, within a window of days.
 *
 * Those not written to, until they are, say who comes back alone (Kaplan–Meier); those written to count from that day on (Simon & Makuch 1984), so that nobody gets
 * the credit of having waited. What the written-to come back more is what can be won; the rest is gone. It is an effect of writing only where it
 * was left to chance whom to write to.
 */
export function returnsOfLeavers(departures: Departures, window: number, end: number): ReturnsFound[] {
  const away = timesAway(departures, end)
  const reasons = departures.reasonNames
    .map((reason, place) => ({ reason, some: away.filter((one) => one.reason === place) }))
    .filter(({ reason, some }) => reason !== '' && some.length >= fewestLeavers)
    .sort((a, b) => b.some.length - a.some.length)
  const groups = [{ reason: '', some: away }, ...(reasons.length > 1 ? reasons.slice(0, 8) : [])]
  return groups.flatMap(({ reason, some }) =>
    some.length < fewestLeavers ? [] : [returnsOf(reason, some, window)],
  )
}

/** Mean cost of a contact, where it is known. */
export function contactCostOf({ events, costs }: Departures): number | null {
  let [sum, known] = [0, 0]
  for (let row = 0; row < events.length; row++)
    if (events[row] === 2 && costs[row]! >= 0) {
      sum += costs[row]!
      known++
    }
  return known > 0 ? sum / known : null
}

/** The last time away that each leaving began; leaving twice in a row counts from the first. */
function timesAway({ people, days, events, reasons }: Departures, end: number): Away[] {
  const away: Away[] = []
  let [left, reason, contact] = [-1, 0, -1]
  const close = (until: number, isBack: boolean) => {
    if (left >= 0 && until > left)
      away.push({
        ...{ reason, until: until - left, isBack },
        contact: contact < 0 || contact >= until ? null : Math.max(contact - left, 0),
      })
    ;[left, contact] = [-1, -1]
  }
  for (let row = 0; row < people.length; row++) {
    if (row > 0 && people[row] !== people[row - 1]) close(end, false)
    const [day, event] = [days[row]!, events[row]!]
    if (day > end) continue
    if (event === 1) close(day, true)
    else if (event === 0 && left < 0) [left, reason] = [day, reasons[row]!]
    else if (event === 2 && left >= 0 && contact < 0) contact = day
  }
  close(end, false)
  return away
}

function returnsOf(reason: string, away: readonly Away[], window: number): ReturnsFound {
  const written = away.filter(({ contact }) => contact !== null)
  const uncontacted = curveOf(
    away.map(({ contact, until, isBack }) =>
      contact === null ? { entry: 0, exit: until, event: isBack } : { entry: 0, exit: contact, event: false },
    ),
  )
  const contacted =
    written.length < fewestContacted
      ? null
      : curveOf(
          written.map(({ contact, until, isBack }) => ({ entry: contact!, exit: until, event: isBack })),
        )
  const from = written.reduce((least, { contact }) => Math.min(least, contact!), window)
  return {
    ...{ reason, leavers: away.length, contacted: written.length },
    alone: backBy(uncontacted, window),
    ...wonAndGone({ uncontacted, contacted, from, window }),
    curve: weeksOf(window).map((week) => ({
      week,
      alone: backBy(uncontacted, week * 7),
      contacted: contacted && backWritten({ uncontacted, contacted, from, window: week * 7 }),
    })),
  }
}

interface Followed {
  readonly entry: number
  readonly exit: number
  readonly event: boolean
}

function curveOf(followed: readonly Followed[]): SurvivalCurve | null {
  const some = followed.filter(({ entry, exit }) => exit > entry)
  const curve = delayedEntryCurve({
    entry: some.map(({ entry }) => entry),
    exit: some.map(({ exit }) => exit),
    event: some.map(({ event }) => (event ? 1 : 0)),
  })
  return typeof curve === 'string' ? null : curve
}

const within = (value: number) => Math.min(1, Math.max(0, value))

function limited(value: number, variance: number): Limited {
  const half = z * Math.sqrt(variance)
  return { value: within(value), low: within(value - half), high: within(value + half) }
}

/** Share that is back by a day; its limits on the log(−log) scale of the share still away. */
function backBy(curve: SurvivalCurve | null, day: number): Limited {
  const step = curve?.steps.findLast(({ time }) => time <= day)
  if (!step) return { value: 0, low: 0, high: 0 }
  return { value: 1 - step.survival, low: 1 - (step.high ?? 1), high: 1 - (step.low ?? 0) }
}

interface TwoCurves {
  readonly uncontacted: SurvivalCurve | null
  readonly contacted: SurvivalCurve | null
  /** Day of the first contact of anybody. */
  readonly from: number
  readonly window: number
}

/** Shares still away: until the first contact of anybody, and from there on without and with one. */
function awayShares({ uncontacted, contacted, from, window }: TwoCurves) {
  const before = stillThere({ steps: uncontacted?.steps ?? [] }, Math.min(from, window))
  const whole = stillThere({ steps: uncontacted?.steps ?? [] }, window)
  const alone = {
    survival: before.survival > 0 ? whole.survival / before.survival : 0,
    logVariance: Math.max(0, whole.logVariance - before.logVariance),
  }
  return { before, alone, written: stillThere({ steps: contacted?.steps ?? [] }, window) }
}

function backWritten(curves: TwoCurves): Limited {
  const { before, written } = awayShares(curves)
  const away = before.survival * written.survival
  return limited(1 - away, away ** 2 * (before.logVariance + written.logVariance))
}

function wonAndGone(curves: TwoCurves): Pick<ReturnsFound, 'won' | 'gone' | 'winBackRate'> {
  if (!curves.contacted) return { won: null, gone: null, winBackRate: null }
  const { before, alone, written } = awayShares(curves)
  const difference = alone.survival - written.survival
  const spread = alone.survival ** 2 * alone.logVariance + written.survival ** 2 * written.logVariance
  const away = before.survival * written.survival
  const ratio = alone.survival > 0 ? written.survival / alone.survival : 1
  return {
    won: limited(
      before.survival * difference,
      (before.survival * difference) ** 2 * before.logVariance + before.survival ** 2 * spread,
    ),
    gone: limited(away, away ** 2 * (before.logVariance + written.logVariance)),
    winBackRate: limited(1 - ratio, ratio ** 2 * (alone.logVariance + written.logVariance)),
  }
}

function weeksOf(window: number): number[] {
  const weeks = Math.floor(window / 7)
  const step = Math.max(1, Math.ceil(weeks / 52))
  return Array.from({ length: Math.floor(weeks / step) + 1 }, (_, at) => at * step)
}
