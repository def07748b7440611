import { type Organisation, readOrganisation } from './organisation.ts'
import { type PlantedTruths, readPlantedTruths } from './planted-truths.ts'
import { type SampleCalendar, sampleCalendar } from './sample-calendar.ts'
import { type UnitClimate, unitClimate } from './unit-climate.ts'
import { readVerbatimPhrases, VerbatimWriter } from './verbatim-writer.ts'

export interface SampleSize {
  /** Customers. Prospects come in addition, one to ten of them, and employees, one to fifty: from 1,200 to 12,000. */
  readonly people: number
  /** Where another number is wanted than follows from the customers. */
  readonly employees?: number
  readonly seed: number
  /** Last day with facts, `2026-06-30`; the sample goes back three years from there. */
  readonly endDay: string
  readonly truths?: PlantedTruths
}

/** All that people of the sample have in common. */
export interface SampleWorld {
  readonly seed: number
  readonly customers: number
  readonly prospects: number
  readonly employees: number
  readonly truths: PlantedTruths
  readonly organisation: Organisation
  readonly calendar: SampleCalendar
  readonly climate: UnitClimate
  readonly verbatims: VerbatimWriter
  /** Share that leaves all lists in a week with so many messages. */
  readonly unsubscribing: readonly number[]
  /** Index of the month from which deliveries come late, and the stores in which they do. */
  readonly deliveryBreak: { readonly month: number; readonly stores: ReadonlySet<number> }
}

/** People of a unit are told from one another only where there are enough of them, so small samples keep these. */
const fewestEmployees = 1_200
/** Nor more, so that what is held in memory stays the same however many customers there are. */
const mostEmployees = 12_000

export function sampleWorld(size: SampleSize): SampleWorld {
  const { people, employees, seed, endDay, truths = readPlantedTruths() } = size
  if (!Number.isInteger(people) || people < 1) throw new RangeError(`${people} is not a number of people`)
  if (!Number.isInteger(seed)) throw new RangeError(`${seed} is not a whole number to draw from`)
  const organisation = readOrganisation()
  const calendar = sampleCalendar(endDay)
  const { month, stores } = truths.delivery_break
  return {
    seed,
    customers: people,
    prospects: Math.round(people / 10),
    employees: employees ?? Math.min(mostEmployees, Math.max(fewestEmployees, Math.round(people / 50))),
    truths,
    organisation,
    calendar,
    climate: unitClimate({ truths, organisation, calendar, seed }),
    verbatims: new VerbatimWriter(readVerbatimPhrases()),
    unsubscribing: unsubscribingShares(truths.pressure),
    deliveryBreak: {
      month: calendar.indexInYearBefore(month),
      stores: new Set(stores.map((number) => number - 1)),
    },
  }
}

/** 1 − exp(−exp(constant + slope × ln(1 + messages))) for as many messages as all teams together can write in a week. */
function unsubscribingShares({ burst_messages, ...pressure }: PlantedTruths['pressure']): number[] {
  const most = 3 * burst_messages[1]
  return Array.from({ length: most + 1 }, (_, messages) => {
    const log = pressure.unsubscribe_constant + pressure.unsubscribe_slope * Math.log1p(messages)
    return 1 - Math.exp(-Math.exp(log))
  })
}
