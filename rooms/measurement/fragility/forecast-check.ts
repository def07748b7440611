import { daysOfWeek } from '../purchases/customer-history.ts'
import { boughtBetween, type PurchasesRead } from '../purchases/customer-purchases.ts'
import { type BaseCustomer, customerBase, type ForecastDay, modelsOn } from './customer-base.ts'
import { ratesOf } from './drawn-rates.ts'
import type { LevelEnds } from './experience-levels.ts'
import { type CustomerLevel, customerLevels, expectedOf, type LeavingModels } from './leaving-models.ts'

/** Purchases that a forecast of the same kind expected, and those that came; the ratio with its limits at 95 %. */
export interface CheckedLevel {
  readonly level: CustomerLevel | 'all'
  readonly customers: number
  /** Rates of all who answered, because the level had too few of its own then. */
  readonly isPooled: boolean
  readonly expected: number
  readonly came: number
  readonly ratio: { readonly value: number; readonly low: number; readonly high: number }
}

/** Share of a forecast by which it may be off and still stand. */
export const toleratedError = 0.15

const z = 1.959963984540054

/**
 * The forecast as it would have been made a window earlier, beside what came since. Limits of came over expected rest on how far single customers lie from
 * what was expected of them. Empty where no model can be estimated on that day.
 */
export function checkedForecast(read: PurchasesRead, ends: LevelEnds, now: ForecastDay): CheckedLevel[] {
  const then = { day: now.day - now.window, window: now.window }
  const models = modelsOn(read, ends, then)
  const base = customerBase(read, ends, then)
  const rows = base.flatMap((one) => rowOf(one, models, then))
  if (rows.length === 0) return []
  const levels = customerLevels.map((level) => [level, rows.filter((row) => row.level === level)] as const)
  return [...levels, ['all', rows] as const].flatMap(([level, some]) =>
    some.length > 0 ? [comparedOf(level, some, models)] : [],
  )
}

interface Compared {
  readonly level: CustomerLevel
  readonly expected: number
  readonly came: number
}

function rowOf({ customer, seen }: BaseCustomer, models: LeavingModels, then: ForecastDay): Compared[] {
  const model = models[seen.level]
  if (typeof model === 'string') return []
  const horizon = then.window / daysOfWeek
  const { expected } = expectedOf(seen, ratesOf(model), { horizon, reference: null })
  const came = boughtBetween(customer, then.day, then.day + then.window).times
  return [{ level: seen.level, expected, came }]
}

function comparedOf(
  level: CheckedLevel['level'],
  rows: readonly Compared[],
  models: LeavingModels,
): CheckedLevel {
  let [expected, came, squares] = [0, 0, 0]
  for (const row of rows) {
    expected += row.expected
    came += row.came
    squares += (row.came - row.expected) ** 2
  }
  const value = came / expected
  const half = (z * Math.sqrt(squares)) / expected
  const model = level === 'all' ? null : models[level]
  const isPooled = typeof model === 'object' && model?.kind === 'followed' && model.isPooled
  return {
    ...{ level, customers: rows.length, isPooled, expected, came },
    ratio: { value, low: Math.max(0, value - half), high: value + half },
  }
}
