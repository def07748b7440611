import { meanAndSd } from '../means/mean-and-sd.ts'
import { median } from '../resampling/quantile.ts'

/** One thing that happened in a journey. */
export interface JourneyEvent {
  readonly journey: string
  readonly activity: string
  readonly timeMs: number
}

/** Steps that follow each other, with waits. */
export interface FollowingEdge {
  readonly from: string
  readonly to: string
  readonly count: number
  /** Wait between the two, in milliseconds. */
  readonly meanWaitMs: number
  readonly medianWaitMs: number
}

/** Journeys as they were lived. */
export interface DirectlyFollowsGraph {
  readonly edges: readonly FollowingEdge[]
  readonly starts: ReadonlyMap<string, number>
  readonly ends: ReadonlyMap<string, number>
  /** Different orders of steps with the number of journeys of each, most frequent first. */
  readonly variants: readonly { readonly activities: readonly string[]; readonly journeys: number }[]
  readonly journeys: number
  readonly events: number
  /** Journeys in which a step occurs more than once. */
  readonly reworkJourneys: ReadonlyMap<string, number>
  /** Null without journeys. */
  readonly meanDurationMs: number | null
  readonly medianDurationMs: number | null
}

const SEPARATOR = '\u0000'

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** Events of each journey in order of time; events at the same time keep the order given. */
export function journeysOf(events: readonly JourneyEvent[]): JourneyEvent[][] {
  const byJourney = Map.groupBy(events, ({ journey }) => journey)
  return [...byJourney.values()].map((list) => [...list].sort((a, b) => a.timeMs - b.timeMs))
}

function edgesOf(journeys: readonly JourneyEvent[][]): FollowingEdge[] {
  const waits = new Map<string, number[]>()
  for (const journey of journeys) {
    journey.slice(1).forEach((event, i) => {
      const key = `${journey[i]!.activity}${SEPARATOR}${event.activity}`
      const wait = event.timeMs - journey[i]!.timeMs
      const list = waits.get(key)
      if (list) list.push(wait)
      else waits.set(key, [wait])
    })
  }
  return [...waits].map(([key, list]) => {
    const [from = '', to = ''] = key.split(SEPARATOR)
    return { from, to, count: list.length, meanWaitMs: meanAndSd(list).mean, medianWaitMs: median(list) }
  })
}

function variantsOf(journeys: readonly JourneyEvent[][]) {
  const counts = new Map<string, number>()
  for (const journey of journeys) increment(counts, journey.map(({ activity }) => activity).join(SEPARATOR))
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([key, count]) => ({ activities: key.split(SEPARATOR), journeys: count }))
}

function reworkOf(journeys: readonly JourneyEvent[][]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const journey of journeys) {
    const seen = new Map<string, number>()
    for (const { activity } of journey) increment(seen, activity)
    for (const [activity, times] of seen) if (times > 1) increment(counts, activity)
  }
  return counts
}

/**
 * Directly-follows graph of lived journeys: which step follows which, how long it takes, where people start, end and come back.
 *
 * Computed on all events; filter only for display. Source: van der Aalst (2016), Process Mining, chapter 6.
 */
export function directlyFollows(events: readonly JourneyEvent[]): DirectlyFollowsGraph {
  const untimed = events.find(({ timeMs }) => !Number.isFinite(timeMs))
  if (untimed)
    throw new RangeError(`${untimed.activity} of ${untimed.journey} has the time ${untimed.timeMs}`)
  const journeys = journeysOf(events)
  const [starts, ends] = [new Map<string, number>(), new Map<string, number>()]
  for (const journey of journeys) {
    increment(starts, journey[0]!.activity)
    increment(ends, journey.at(-1)!.activity)
  }
  const durations = journeys.map((journey) => journey.at(-1)!.timeMs - journey[0]!.timeMs)
  return {
    edges: edgesOf(journeys),
    starts,
    ends,
    variants: variantsOf(journeys),
    journeys: journeys.length,
    events: events.length,
    reworkJourneys: reworkOf(journeys),
    meanDurationMs: durations.length > 0 ? meanAndSd(durations).mean : null,
    medianDurationMs: durations.length > 0 ? median(durations) : null,
  }
}

/** Number of times a journey goes from one value to another and straight back (A–B–A), for instance between channels. */
export function pingPongs(values: readonly string[]): number {
  return values.filter((value, i) => i >= 2 && value === values[i - 2] && value !== values[i - 1]).length
}
