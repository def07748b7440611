import { criticalZ } from '../../../foundations/statistics/distributions/normal.ts'
import type { WhyNot } from '../../../foundations/statistics/estimate.ts'
import { daysOfWeek } from '../purchases/customer-history.ts'
import { customersOf, daysOf, dayText, type PurchasesRead } from '../purchases/customer-purchases.ts'
import { spendModel } from '../purchases/spend-model.ts'
import { type BaseCustomer, customerBase, modelsOn } from './customer-base.ts'
import type { LevelEnds } from './experience-levels.ts'
import { type CheckedLevel, checkedForecast } from './forecast-check.ts'
import { type Drawn, type ForwardFigures, forwardFigures } from './forward-figures.ts'
import { type FragileGroup, fragileGroups } from './fragile-groups.ts'
import {
  type CustomerLevel,
  customerLevels,
  type FollowedModel,
  type LeavingModels,
} from './leaving-models.ts'

export interface FragilityInput extends PurchasesRead {
  readonly ends: LevelEnds
  /** Days looked ahead. */
  readonly horizon: number
  readonly draws: number
  readonly seed: number
}

/** What customers of a level brought over the last window, and how they leave. */
export interface LevelFound {
  readonly level: CustomerLevel
  readonly customers: number
  readonly revenue: number
  /** Rate of leaving in a week; null of the unheard, who have no single rate, and where none can be told. */
  readonly leaving: Drawn | null
  readonly why: WhyNot | null
  readonly isPooled: boolean
  /** Customers on whom the rate of leaving was estimated. */
  readonly fittedOn: number
}

export interface FragilityFound {
  /** Null where nobody bought. */
  readonly days: { readonly from: string; readonly to: string; readonly window: number } | null
  readonly levels: readonly LevelFound[]
  readonly forward: Omit<ForwardFigures, 'atRiskOf'> | null
  readonly check: readonly CheckedLevel[]
  readonly groups: readonly FragileGroup[]
  readonly frequencyCorrelation: number | null
}

const nothing: FragilityFound = {
  ...{ days: null, levels: [], forward: null, check: [], groups: [], frequencyCorrelation: null },
}

/** A window is a year, or a third of what is known where that is less than three years. */
const yearDays = 365

/**
 * How much of what customers bring stands on a weak experience, and how much of it is expected to go.
 *
 * Today: purchases of the last window by the level of each person's last answer in it. Ahead: people who answered are followed from an answer a window earlier, which
 * gives how they buy and leave (`fitFollowed`); people not heard of are seen through MBG/NBD. At risk is what the customers would bring if all stayed, minus what
 * is expected; of it, what goes with experience is what would stay if everybody left like those of middle experience. A forecast is told only where
 * the same one, made a window earlier, can be laid beside what came. Intervals from drawn parameters (Krinsky & Robb 1986).
 */
export function fragilityOfCustomers(
  input: FragilityInput,
  onProgress: (share: number) => void = () => {},
): FragilityFound {
  const { purchases, ends, horizon, draws, seed } = input
  const span = daysOf(purchases)
  if (!span) return nothing
  const window = Math.min(yearDays, Math.floor((span.last - span.first + 1) / 3))
  const on = { day: span.last, window }
  const customers = customersOf(input)
  const models = modelsOn(customers, ends, on)
  onProgress(0.4)
  const check = checkedForecast(customers, ends, on)
  onProgress(0.7)
  const base = customerBase(customers, ends, on)
  const spend = spendModel(customers, span.last)
  const worth = Float64Array.from(base, ({ customer }) => spend.of(customer))
  const forward =
    check.length > 0
      ? forwardFigures({ base, models, spend: worth, horizon: horizon / daysOfWeek, draws, seed })
      : null
  onProgress(0.95)
  return {
    days: { from: dayText(span.last - window + 1), to: dayText(span.last), window },
    levels: customerLevels.map((level) => levelFound(base, level, models)),
    forward: forward && { levels: forward.levels, total: forward.total },
    check,
    groups: fragileGroups({ purchases, customers, base, on, atRiskOf: forward?.atRiskOf ?? null }),
    frequencyCorrelation: spend.frequencyCorrelation,
  }
}

function levelFound(base: readonly BaseCustomer[], level: CustomerLevel, models: LeavingModels): LevelFound {
  const model = models[level]
  let [customers, revenue] = [0, 0]
  for (const one of base)
    if (one.seen.level === level) {
      customers++
      revenue += one.revenue
    }
  if (typeof model === 'string')
    return { level, customers, revenue, leaving: null, why: model, isPooled: false, fittedOn: 0 }
  if (model.kind === 'repurchase')
    return { level, customers, revenue, leaving: null, why: null, isPooled: false, fittedOn: model.customers }
  const { isPooled, fit } = model
  return {
    level,
    customers,
    revenue,
    leaving: leavingOf(model),
    why: null,
    isPooled,
    fittedOn: fit.customers,
  }
}

function leavingOf({ fit }: FollowedModel): Drawn {
  const { leaving } = fit.parameters
  const variance = fit.covariance?.[2]?.[2]
  if (variance === undefined) return { value: leaving, low: null, high: null }
  const factor = Math.exp(criticalZ(0.95) * Math.sqrt(variance))
  return { value: leaving, low: leaving / factor, high: leaving * factor }
}
