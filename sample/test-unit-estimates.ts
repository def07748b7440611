import { leadCorrelations } from '../foundations/statistics/association/lead-correlations.ts'
import {
  type StaggeredUnit,
  staggeredDifferences,
} from '../foundations/statistics/causal/staggered-differences.ts'
import { changePoints } from '../foundations/statistics/change/change-points.ts'
import type { Estimate } from '../foundations/statistics/estimate.ts'
import { type ShareInterval, wilsonInterval } from '../foundations/statistics/proportions/wilson-interval.ts'
import type { PlantedCycle, PlantedTruths } from './planted-truths.ts'
import { fullMonths, type SampleCalendar } from './sample-calendar.ts'
import type { SampleFacts } from './test-sample-facts.ts'
import { instrumentedSlope, type PanelRow, type Slope, UnitMonths } from './test-unit-months.ts'

const storeTouchpoints = ['welcome', 'advice', 'checkout']
const stores = Array.from({ length: 40 }, (_, store) => store)

export interface Known {
  readonly facts: SampleFacts
  readonly truths: PlantedTruths
  readonly calendar: SampleCalendar
}

/** Marks of stores above or below what is usual at their touchpoint, so that what was asked more often does not count more. */
function storeMonths({ facts, truths }: Known): UnitMonths {
  const months = new UnitMonths()
  for (const { store, touchpoint, mark, ...rest } of facts.storeMarks)
    if (storeTouchpoints.includes(touchpoint))
      months.add(store, { ...rest, mark: mark - truths.experience.usual[touchpoint]! })
  return months
}

function workMonths({ facts }: Known): UnitMonths {
  const months = new UnitMonths()
  for (const { unit, ...rest } of facts.engagement) months.add(unit, rest)
  return months
}

/** Pre-whitened correlation of employees' months with customers' months so many months later, mean over stores. */
export function leadsOfStores(known: Known, maxLead = 5): number[] {
  const [work, lived] = [workMonths(known), storeMonths(known)]
  const sums = new Array<number>(maxLead + 1).fill(0)
  for (const store of stores) {
    const months = Array.from({ length: fullMonths }, (_, month) => month)
    const centred = (series: readonly number[]) => {
      const mean = series.reduce((sum, value) => sum + value, 0) / series.length
      return series.map((value) => value - mean)
    }
    const found = leadCorrelations(
      centred(months.map((month) => work.mean(store, month) ?? 0)),
      centred(months.map((month) => lived.mean(store, month) ?? 0)),
      { maxLead },
    )
    if (typeof found === 'string') throw new Error(found)
    found.correlations.forEach((r, lead) => {
      sums[lead]! += r / stores.length
    })
  }
  return sums
}

/** Marks of customers for each mark of employees `lag` months before, within stores and months. */
export function linkageSlope(known: Known, lag: number): Slope {
  const [work, lived] = [workMonths(known), storeMonths(known)]
  return instrumentedSlope(
    rowsOf((store, month) => {
      const y = lived.mean(store, month)
      const [a, b] = [work.half(store, month - lag, 0), work.half(store, month - lag, 1)]
      return y === undefined || a === undefined || b === undefined ? undefined : { y, x: [a, b] }
    }),
  )
}

/** Per cent of revenue for each per cent of the mean mark of the month before. */
export function revenueElasticity(known: Known): Slope {
  const lived = storeMonths(known)
  const { lag } = known.truths.elasticity
  const { usual } = known.truths.experience
  const middle = storeTouchpoints.reduce((sum, touchpoint) => sum + usual[touchpoint]!, 0) / 3
  return instrumentedSlope(
    rowsOf((store, month) => {
      const revenue = known.facts.results.get(`store-revenue ${store} ${month}`)
      const [a, b] = [lived.half(store, month - lag, 0), lived.half(store, month - lag, 1)]
      if (revenue === undefined || a === undefined || b === undefined) return undefined
      return { y: Math.log(revenue), x: [Math.log(middle + a), Math.log(middle + b)] }
    }),
  )
}

/** Log points of absence for each mark of employees in the same month. */
export function absenceSlope(known: Known): Slope {
  const work = workMonths(known)
  return instrumentedSlope(
    rowsOf((unit, month) => {
      const absence = known.facts.results.get(`absence ${unit} ${month}`)
      const [a, b] = [work.half(unit, month, 0), work.half(unit, month, 1)]
      if (absence === undefined || a === undefined || b === undefined) return undefined
      return { y: Math.log(absence), x: [a, b] }
    }),
  )
}

function rowsOf(row: (store: number, month: number) => Pick<PanelRow, 'y' | 'x'> | undefined): PanelRow[] {
  return stores.flatMap((unit) =>
    Array.from({ length: fullMonths }, (_, period) => {
      const found = row(unit, period)
      return found ? [{ unit, period, ...found }] : []
    }).flat(),
  )
}

/** Effect of a cycle on the marks of its touchpoint, group by group against stores not changed yet. */
export function cycleEffect({ facts, calendar }: Known, cycle: PlantedCycle): Estimate {
  const months = new UnitMonths()
  for (const { store, ...rest } of facts.storeMarks)
    if (rest.touchpoint === cycle.touchpoint) months.add(store, rest)
  const starts = new Map(
    cycle.starts.flatMap(({ month, stores }) =>
      stores.map((number) => [number - 1, quarterOf(calendar.indexOf(month))] as const),
    ),
  )
  const units = stores.map((store): StaggeredUnit => {
    const outcomes = new Map<number, number>()
    for (let quarter = 0; quarter <= quarterOf(fullMonths - 1); quarter++) {
      const marks = quarterMonths(quarter).flatMap((month) => months.mean(store, month) ?? [])
      if (marks.length > 0) outcomes.set(quarter, marks.reduce((sum, mark) => sum + mark, 0) / marks.length)
    }
    return { outcomes, firstTreated: starts.get(store) ?? null }
  })
  return staggeredDifferences(units, { draws: 400, seed: 5 }).overall
}

/** Quarters end with the month before the end day's, so that each wave of a cycle begins one. */
function quarterOf(month: number): number {
  return Math.floor((month + 2) / 3)
}

function quarterMonths(quarter: number): number[] {
  return [-2, -1, 0].map((shift) => quarter * 3 + shift).filter((month) => month >= 0 && month < fullMonths)
}

export interface BreakFound {
  readonly after: readonly number[]
  readonly means: readonly number[]
  readonly before: ShareInterval
  readonly since: ShareInterval
}

/** Months in which the share of late deliveries changes in some stores, and that share before and since a given month. */
export function lateDeliveries({ facts, calendar, truths }: Known, inBroken: boolean): BreakFound {
  const broken = new Set(truths.delivery_break.stores.map((number) => number - 1))
  const from = calendar.indexInYearBefore(truths.delivery_break.month)
  const late = new Float64Array(fullMonths)
  const all = new Float64Array(fullMonths)
  for (const { store, month, daysLate } of facts.deliveries)
    if (month < fullMonths && broken.has(store) === inBroken) {
      all[month]! += 1
      if (daysLate > 0) late[month]! += 1
    }
  const found = changePoints(Array.from(late, (count, month) => count / all[month]!))
  if (typeof found === 'string') throw new Error(found)
  const share = (a: number, b: number) => {
    const sum = (counts: Float64Array) => counts.slice(a, b).reduce((total, count) => total + count, 0)
    return wilsonInterval(sum(late), sum(all))
  }
  return {
    after: found.after,
    means: found.means,
    before: share(0, from - 1),
    since: share(from + 1, fullMonths),
  }
}
