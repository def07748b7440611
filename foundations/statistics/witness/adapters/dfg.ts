import { directlyFollows } from '../../sequences/directly-follows.ts'
import type { Adapter } from '../oracle-case.ts'
import { has } from './numbers-in.ts'

const seconds = (ms: number | null) => (ms === null ? null : ms / 1000)

/** Directly-follows graph of an event log with the columns case, activity, timestamp. */
export const dfg: Adapter = (input, { table }) => {
  if (!has(input, 'data')) return undefined
  const data = table(input.data)
  const column = (...names: string[]) => {
    const name = names.find((candidate) => data.columns.includes(candidate))
    if (!name) throw new RangeError(`no column ${names.join(' or ')}; there are ${data.columns.join(', ')}`)
    return data.text(name)
  }
  const journeys = column('case', 'case_id', 'case:concept:name')
  const activities = column('activity', 'concept:name')
  const times = column('timestamp', 'time', 'time:timestamp').map((text) => {
    const timeMs = Date.parse(text)
    if (Number.isNaN(timeMs)) throw new RangeError(`"${text}" is no time`)
    return timeMs
  })
  const graph = directlyFollows(
    journeys.map((journey, i) => ({ journey, activity: activities[i]!, timeMs: times[i]! })),
  )
  const named = (figure: (edge: (typeof graph.edges)[number]) => number | null) =>
    Object.fromEntries(graph.edges.map((edge) => [`${edge.from} -> ${edge.to}`, figure(edge)]))
  return {
    edges: named(({ count }) => count),
    edge_mean_seconds: named(({ meanWaitMs }) => seconds(meanWaitMs)),
    start: graph.starts,
    end: graph.ends,
    variants: graph.variants.length,
    cases: graph.journeys,
    events: graph.events,
    mean_case_duration_s: seconds(graph.meanDurationMs),
    median_case_duration_s: seconds(graph.medianDurationMs),
    rework_cases: graph.reworkJourneys,
  }
}
