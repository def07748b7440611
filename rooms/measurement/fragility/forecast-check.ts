import { criticalZ } from '../../../foundations/statistics/distributions/normal.ts'
import { daysOfWeek } from '../purchases/customer-history.ts'
import { boughtIn, type Customers } from '../purchases/customer-purchases.ts'
import { customerBase, type ForecastDay, modelsOn } from './customer-base.ts'
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

const z = criticalZ(0.95)

/**
 * The forecast as it would have been made a window earlier, beside what came since. Limits of came over expected rest on how far single customers lie from
 * what was expected of them. Empty where no model can be estimated on that day.
 */
export function checkedForecast(customers: Customers, ends: LevelEnds, now: ForecastDay): CheckedLevel[] {
  const then = { day: now.day - now.window, window: now.window }
  const models = modelsOn(customers, ends, then)
  const base = customerBase(customers, ends, then)
  const horizon = then.window / daysOfWeek
  const rows = base.flatMap(({ customer, seen }): Compared[] => {
    const model = models[seen.level]
    if (typeof model === 'string') return []
    const { expected } = expectedOf(seen, ratesOf(model), { horizon, reference: null })
    const { times } = boughtIn(customers, customer, { after: then.day, until: now.day })
    return [{ level: seen.level, expected, came: times }]
  })
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
