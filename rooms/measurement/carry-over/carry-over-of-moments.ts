import { beyondLeaning } from '../../../foundations/statistics/association/beyond-leaning.ts'
import { benjaminiHochbergAdjusted } from '../../../foundations/statistics/comparison/adjusted-p-values.ts'
import type { Estimate, WhyNot } from '../../../foundations/statistics/estimate.ts'
import { pairSums } from '../../../foundations/statistics/importance/pair-sums.ts'
import { bucketsOf } from '../drivers/response-table.ts'
import { carriedIncidents, type Incident, type IncidentFound } from './carried-incidents.ts'
import { isBefore, type JourneyOrder, orderedTouchpoints } from './order-of-touchpoints.ts'
import {
  type AnsweredMarks,
  type Contacts,
  marksByTouchpoint,
  type Response,
  responsesWithContacts,
} from './responses-with-contacts.ts'
import { type SwitchFound, switchedChannels } from './switched-channels.ts'
import { withinUnitsAndMonths } from './within-units-and-months.ts'

export interface CarryOverInput {
  readonly answers: AnsweredMarks
  readonly contacts: Contacts
  /** Kind of the marks of touchpoints. */
  readonly kind: string
  readonly journeys: readonly JourneyOrder[]
  readonly incidents: readonly Incident[]
  /** Days before a response in which what was lived counts. */
  readonly days: number
  readonly drawn: number
  readonly draws: number
  readonly seed: number
}

/** Two touchpoints whose marks go together beyond the leaning of people. */
export interface LinkFound {
  readonly from: string
  readonly to: string
  readonly n: number
  readonly slope: Estimate
  readonly p: number
}

export interface CarryOverFound {
  readonly responses: number
  readonly people: number
  readonly drawn: number
  /** In their order. */
  readonly touchpoints: readonly string[]
  readonly incidents: readonly IncidentFound[]
  /** p values adjusted together (Benjamini–Hochberg), links and switches each. */
  readonly links: readonly LinkFound[]
  readonly linksWhy: WhyNot | null
  readonly switches: readonly (SwitchFound & { readonly p: number })[]
}

/** Touchpoints looked at, those with most marks. */
const mostTouchpoints = 24
const fewestMarks = 100

/** How what is lived at one touchpoint is felt at the next: after incidents, between marks, from channel to channel. */
export function carryOverOfMoments(
  input: CarryOverInput,
  onProgress: (share: number) => void = () => {},
): CarryOverFound {
  const { answers, contacts, kind, journeys, incidents, days, drawn } = input
  const responses = responsesWithContacts(answers, contacts, days)
  const touchpoints = orderedTouchpoints(mostMarked(answers, kind), journeys)
  const columns = marksByTouchpoint(answers, responses, { kind, touchpoints })
  const isAfter = (first: string, second: string) =>
    journeys.length === 0
      ? touchpoints.indexOf(first) < touchpoints.indexOf(second)
      : isBefore(first, second, journeys)
  onProgress(0.2)
  const marked = { responses, touchpoints, columns, comesAfter: isAfter }
  const carried = carriedIncidents(contacts, marked, incidents)
  onProgress(0.4)
  const links = linksOf(input, { responses, touchpoints, columns, isAfter }, (share) =>
    onProgress(0.4 + share / 2),
  )
  const switches = switchedChannels(answers, contacts, { responses, days })
  const adjusted = benjaminiHochbergAdjusted(switches.map(({ effect }) => effect.p ?? 1))
  return {
    ...{ drawn, touchpoints, incidents: carried },
    responses: responses.length,
    people: (responses.at(-1)?.person ?? -1) + 1,
    links: typeof links === 'string' ? [] : links,
    linksWhy: typeof links === 'string' ? links : null,
    switches: switches.map((one, at) => ({ ...one, p: adjusted[at]! })),
  }
}

function mostMarked({ kinds, touchpoints }: AnsweredMarks, kind: string): string[] {
  const code = kinds.values.indexOf(kind)
  const counts = touchpoints.values.map(() => 0)
  for (let row = 0; row < touchpoints.codes.length; row++)
    if (kinds.codes[row] === code) counts[touchpoints.codes[row]!]! += 1
  const enough = touchpoints.values
    .map((_, at) => at)
    .filter((at) => counts[at]! >= fewestMarks && touchpoints.values[at] !== '')
  const sorted = enough.sort((one, other) => counts[other]! - counts[one]!).slice(0, mostTouchpoints)
  return sorted.map((at) => touchpoints.values[at]!)
}

interface Tabled {
  readonly responses: readonly Response[]
  readonly touchpoints: readonly string[]
  readonly columns: readonly Float64Array[]
  readonly isAfter: (first: string, second: string) => boolean
}

/** Marks of one response that go together beyond the leaning of who gave it. Only responses that follow what they tell of count: others tell memories. */
function linksOf(
  { contacts, draws, seed }: CarryOverInput,
  { responses, touchpoints, columns, isAfter }: Tabled,
  onProgress: (share: number) => void,
): LinkFound[] | WhyNot {
  if (touchpoints.length === 0) return 'too-few'
  const isLived = livedResponses(contacts, { touchpoints, columns })
  const within: Float64Array[] = []
  for (const column of columns) {
    const rows = responses.flatMap((one, row) =>
      isLived(one, row) && !Number.isNaN(column[row]) ? [row] : [],
    )
    const apart = withinUnitsAndMonths(column, { rows, responses })
    if (typeof apart === 'string') return apart
    within.push(apart)
  }
  const people = Uint32Array.from(responses, ({ person }) => person)
  const sums = pairSums({ columns: within, ...bucketsOf(people) })
  const found = beyondLeaning(sums, { draws, seed, onProgress })
  if (typeof found === 'string') return found
  const ordered = found.pairs.filter(({ from, to }) => isAfter(touchpoints[from]!, touchpoints[to]!))
  const adjusted = benjaminiHochbergAdjusted(ordered.map(({ p }) => p))
  return ordered.map(({ from, to, n, slope }, at) => ({
    ...{ from: touchpoints[from]!, to: touchpoints[to]!, n, slope, p: adjusted[at]! },
  }))
}

/**
 * Whether a response follows what it tells of: of the touchpoints it marks, among those where contacts are known, its person was met at more than half in the
 * days before. Where no contact is known at any of them, it does.
 */
function livedResponses(
  { touchpoints: met, people }: Contacts,
  { touchpoints, columns }: Pick<Tabled, 'touchpoints' | 'columns'>,
): (response: Response, row: number) => boolean {
  const known = new Set(Array.from({ length: people.length }, (_, row) => met.codes[row]!))
  const codes = touchpoints.map((name) => met.values.indexOf(name))
  return ({ livedFrom, livedTo }, row) => {
    const lived = new Set<number>()
    for (let at = livedFrom; at < livedTo; at++) lived.add(met.codes[at]!)
    const told = codes.filter((code, at) => known.has(code) && !Number.isNaN(columns[at]![row]))
    return told.length === 0 || told.filter((code) => lived.has(code)).length > told.length / 2
  }
}
