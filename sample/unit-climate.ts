import type { Organisation } from './organisation.ts'
import type { PlantedTruths } from './planted-truths.ts'
import { drawnFor, RandomStream } from './random-stream.ts'
import { fullMonths, type SampleCalendar } from './sample-calendar.ts'

/** What a month is like in each unit, in marks above or below the usual. Stores come first, then other work places. */
export interface UnitClimate {
  /** What employees of a unit live in a month. */
  employees(unit: number, month: number): number
  /** What customers of a store live in a month at every touchpoint of the store. */
  customers(store: number, month: number): number
  /** What a cycle adds for customers of a store at one touchpoint. */
  cycle(store: number, touchpoint: string, month: number): number
}

interface ClimateNeeds {
  readonly truths: PlantedTruths
  readonly organisation: Organisation
  readonly calendar: SampleCalendar
  readonly seed: number
}

/**
 * Employee experience of a unit: E(t) = unit + s(t), s an autoregression of first order. Customers of a store two months
 * later: Q(t) = store + slope × E(t − 2) + what the month has of its own.
 */
export function unitClimate({ truths, organisation, calendar, seed }: ClimateNeeds): UnitClimate {
  const { linkage } = truths
  const units = organisation.stores.length + organisation.work_places.length
  const employees = Array.from({ length: units }, (_, unit) => employeeMonths(linkage, unit, seed))
  const stream = new RandomStream({ seed, use: drawnFor.unit })
  const customers = organisation.stores.map((_, store) => {
    stream.begin(store, 0)
    const apart = linkage.stores_apart * stream.normal()
    return Float64Array.from({ length: fullMonths + 1 }, (_, month) => {
      const lived = employees[store]![month]! * linkage.slope
      return apart + lived + linkage.store_own * stream.normal()
    })
  })
  const starts = cycleStarts(truths, calendar)
  return {
    employees: (unit, month) => employees[unit]![month + linkage.lag]!,
    customers: (store, month) => customers[store]![month]!,
    cycle(store, touchpoint, month) {
      const begun = starts.get(`${store} ${touchpoint}`)
      return begun && month >= begun.month ? begun.effect : 0
    },
  }
}

/** Months of one unit, `lag` of them before the first. */
function employeeMonths(linkage: PlantedTruths['linkage'], unit: number, seed: number): Float64Array {
  const stream = new RandomStream({ seed, use: drawnFor.climate }).begin(unit, 0)
  const level = linkage.between_units * stream.normal()
  const fresh = Math.sqrt(1 - linkage.persistence ** 2) * linkage.within_unit
  let swing = linkage.within_unit * stream.normal()
  return Float64Array.from({ length: fullMonths + 1 + linkage.lag }, () => {
    swing = linkage.persistence * swing + fresh * stream.normal()
    return level + swing
  })
}

function cycleStarts(truths: PlantedTruths, calendar: SampleCalendar) {
  const starts = truths.cycles.flatMap(({ touchpoint, effect, starts }) =>
    starts.flatMap(({ month, stores }) =>
      stores.map((number) => {
        const begun = { month: calendar.indexOf(month), effect }
        return [`${number - 1} ${touchpoint}`, begun] as const
      }),
    ),
  )
  return new Map(starts)
}
