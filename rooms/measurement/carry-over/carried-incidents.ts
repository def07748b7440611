import { type CarriedShare, carriedShare } from '../../../foundations/statistics/causal/carried-share.ts'
import type { Contacts, Response } from './responses-with-contacts.ts'
import { heldOf } from './within-units-and-months.ts'

/** What goes wrong at a touchpoint, as interactions tell it: an interaction whose value lies in the box, or outside it. */
export interface Incident {
  readonly measure: string
  readonly name: string
  readonly from: number
  readonly to: number
  readonly isInside: boolean
}

export interface IncidentFound {
  readonly measure: string
  /** Where it strikes. */
  readonly touchpoint: string
  readonly later: readonly { readonly touchpoint: string; readonly found: CarriedShare; readonly n: number }[]
}

export interface Marked {
  readonly responses: readonly Response[]
  readonly touchpoints: readonly string[]
  /** Marks at each touchpoint, response by response. */
  readonly columns: readonly Float64Array[]
  /** Whether the second comes after the first. */
  readonly comesAfter: (first: string, second: string) => boolean
}

/** Fewest responses that mark both touchpoints. */
const fewest = 60

/** What each incident costs where it strikes, and the share of it that is felt again at every touchpoint that comes after. */
export function carriedIncidents(
  contacts: Contacts,
  marked: Marked,
  incidents: readonly Incident[],
): IncidentFound[] {
  return incidents.flatMap((incident) => {
    const code = contacts.names.values.indexOf(incident.name)
    if (code < 0) return []
    return touchpointsOf(contacts, code).flatMap((touchpoint) => {
      const struck = struckBefore(contacts, marked.responses, { incident, code, touchpoint })
      const later = laterOf(marked, touchpoint, struck)
      return later.length > 0 ? [{ measure: incident.measure, touchpoint, later }] : []
    })
  })
}

function touchpointsOf({ names, touchpoints }: Contacts, code: number): string[] {
  const found = new Set<string>()
  for (let row = 0; row < names.codes.length; row++)
    if (names.codes[row] === code) found.add(touchpoints.values[touchpoints.codes[row]!]!)
  return [...found]
}

interface Sought {
  readonly incident: Incident
  readonly code: number
  readonly touchpoint: string
}

/** For each response whether the incident struck at the last such contact before it; −1 where there was none. */
function struckBefore(contacts: Contacts, responses: readonly Response[], sought: Sought): Int8Array {
  const { incident, code, touchpoint } = sought
  const place = contacts.touchpoints.values.indexOf(touchpoint)
  return Int8Array.from(responses, ({ livedFrom, livedTo }) => {
    for (let row = livedTo - 1; row >= livedFrom; row--) {
      if (contacts.names.codes[row] !== code || contacts.touchpoints.codes[row] !== place) continue
      const value = contacts.values[row]!
      return Number((value >= incident.from && value <= incident.to) === incident.isInside)
    }
    return -1
  })
}

function laterOf(marked: Marked, touchpoint: string, struck: Int8Array): IncidentFound['later'] {
  const { touchpoints, columns, responses, comesAfter } = marked
  const here = columns[touchpoints.indexOf(touchpoint)]
  if (!here) return []
  return touchpoints.flatMap((other, at) => {
    if (other === touchpoint || !comesAfter(touchpoint, other)) return []
    const there = columns[at]!
    const rows: number[] = []
    for (let row = 0; row < responses.length; row++)
      if (struck[row]! >= 0 && !Number.isNaN(here[row]) && !Number.isNaN(there[row])) rows.push(row)
    if (rows.length < fewest) return []
    const found = carriedShare({
      struck: rows.map((row) => struck[row]!),
      here: rows.map((row) => here[row]!),
      there: rows.map((row) => there[row]!),
      people: rows.map((row) => responses[row]!.person),
      held: heldOf(responses, rows),
    })
    return typeof found === 'string' ? [] : [{ touchpoint: other, found, n: rows.length }]
  })
}
