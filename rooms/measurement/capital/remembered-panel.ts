import type { CustomerPurchases } from '../purchases/customer-purchases.ts'
import type { Departures } from '../win-back/returns-of-leavers.ts'

/** What people lived, by person, month and touchpoint, sorted by person and month; good and bad parts of marks put on −1 to 1. */
export interface Experiences {
  readonly people: Float64Array
  readonly months: Uint16Array
  readonly touchpoints: Uint32Array
  readonly touchpointNames: readonly string[]
  readonly good: Float64Array
  readonly bad: Float64Array
}

/** One person: the rows of what they lived, the month after which they are followed, the last month in which they were, and what they bring. */
export interface Remembering {
  readonly from: number
  readonly to: number
  readonly first: number
  readonly last: number
  /** Whether they left in the month after the last one. */
  readonly hasLeft: boolean
  /** What they brought a month in the year before the end. */
  readonly monthly: number
}

export interface RememberedPanel {
  readonly people: readonly Remembering[]
  /** Last month of all. */
  readonly end: number
  /** Whether people said that they left, or fell silent for a year. */
  readonly leaving: 'told' | 'silent'
}

const monthsOfYear = 12
const dayMs = 86_400_000

/** The month of a day, counted as the engine counts months. */
export function monthOf(day: number): number {
  const date = new Date(day * dayMs)
  return date.getUTCFullYear() * monthsOfYear + date.getUTCMonth() + 1
}

interface Life {
  first: number
  last: number
  left: number | null
}

/**
 * People whose experiences are known, with the months in which they could leave. Where people tell that they leave, only those count who
 * told of coming or leaving, up to their first leaving; else whoever bought, who has left when a year went by after the last purchase.
 */
export function rememberedPanel(
  experiences: Experiences,
  purchases: CustomerPurchases,
  departures: Departures | null,
): RememberedPanel {
  const told = departures && departures.people.length > 0 ? departures : null
  const bought = purchasesByPerson(purchases)
  const end = endOf(experiences, bought)
  const lives = told ? toldLives(told, end) : silentLives(bought, end)
  const people: Remembering[] = []
  for (let from = 0, to = 0; from < experiences.people.length; from = to) {
    const person = experiences.people[from]!
    to = from
    while (to < experiences.people.length && experiences.people[to] === person) to++
    const life = lives.get(person)
    if (!life) continue
    const last = life.left === null ? life.last : life.left - 1
    const first = experiences.months[from]!
    if (first > last) continue
    const worth = bought.get(person)?.recent ?? 0
    people.push({ from, to, first, last, hasLeft: life.left !== null, monthly: worth / monthsOfYear })
  }
  return { people, end, leaving: told ? 'told' : 'silent' }
}

interface Bought {
  readonly first: number
  readonly last: number
  /** Worth of the last year of all. */
  readonly recent: number
}

function purchasesByPerson({ buyers, days, worth }: CustomerPurchases): Map<number, Bought> {
  let lastDay = 0
  for (const day of days) if (day > lastDay) lastDay = day
  const found = new Map<number, Bought>()
  for (let from = 0, to = 0; from < buyers.length; from = to) {
    to = from
    let recent = 0
    while (to < buyers.length && buyers[to] === buyers[from]) {
      if (days[to]! > lastDay - 365) recent += worth[to]!
      to++
    }
    found.set(buyers[from]!, { first: monthOf(days[from]!), last: monthOf(days[to - 1]!), recent })
  }
  return found
}

function endOf({ months }: Experiences, bought: ReadonlyMap<number, Bought>): number {
  let end = 0
  for (const month of months) if (month > end) end = month
  for (const { last } of bought.values()) if (last > end) end = last
  return end
}

function toldLives({ people, days, events }: Departures, end: number): Map<number, Life> {
  const lives = new Map<number, Life>()
  for (let row = 0; row < people.length; row++) {
    if (events[row] === 2) continue
    const month = monthOf(days[row]!)
    const life = lives.get(people[row]!) ?? { first: month, last: end, left: null }
    if (events[row] === 0 && life.left === null) life.left = month
    lives.set(people[row]!, life)
  }
  return lives
}

/** Somebody has left in the month after the last purchase where a year of silence follows; else they are known until that purchase. */
function silentLives(bought: ReadonlyMap<number, Bought>, end: number): Map<number, Life> {
  const lives = new Map<number, Life>()
  for (const [person, { first, last }] of bought)
    lives.set(person, { first, last, left: end - last > monthsOfYear ? last + 1 : null })
  return lives
}
