import type { WhyNot } from '../../../foundations/statistics/estimate.ts'
import {
  type BetaGeometricParameters,
  betaGeometricAlive,
  betaGeometricExpected,
  unaidedReturn,
} from '../../../foundations/statistics/repurchase/beta-geometric.ts'
import {
  betaGeometricCovariance,
  fitBetaGeometric,
} from '../../../foundations/statistics/repurchase/fit-repurchase.ts'
import type {
  HistoryColumns,
  PurchaseHistory,
} from '../../../foundations/statistics/repurchase/purchase-history.ts'
import { parameterDraws } from '../../../foundations/statistics/resampling/parameter-draws.ts'
import { daysOfWeek, historyOf } from '../purchases/customer-history.ts'
import type { Customers } from '../purchases/customer-purchases.ts'

/** A day, the days of silence after which a customer counts as lapsed, and the days in which a return is looked for. */
export interface SilenceAsked {
  readonly day: number
  readonly silent: number
  readonly window: number
}

/** Somebody who has been silent for long. */
export interface SilentCustomer {
  readonly customer: number
  readonly history: PurchaseHistory
  /** Probability of coming back alone within the window. */
  readonly returns: number
}

export interface SilentFound {
  readonly buyers: number
  readonly parameters: BetaGeometricParameters
  readonly covariance: readonly (readonly number[])[] | null
  readonly silent: readonly SilentCustomer[]
}

/** Customers from whom rates are estimated, at most: more of them would tell nothing new. */
const estimatedFrom = 200_000

/** Who has been silent for long on a day, and how likely each is to come back alone: MBG/NBD over all who had bought by then. */
export function silentCustomers(customers: Customers, asked: SilenceAsked): SilentFound | WhyNot {
  const histories = historiesUntil(customers, asked.day)
  const fit = fitBetaGeometric(histories)
  if (typeof fit === 'string') return fit
  const { parameters } = fit
  const weeks = asked.window / daysOfWeek
  const silent: SilentCustomer[] = []
  let buyers = 0
  for (let customer = 0; customer < customers.count; customer++) {
    const history = historyOf(customers, customer, asked.day)
    if (!history) continue
    buyers++
    if (history.observed - history.recency <= asked.silent / daysOfWeek) continue
    silent.push({
      ...{ customer, history },
      returns: unaidedReturn({ history, parameters, kind: 'mbg' }, weeks),
    })
  }
  return { buyers, parameters, covariance: betaGeometricCovariance(histories, parameters), silent }
}

/** Purchases expected over a window of days of somebody who is back: the one they are back with, and those after it. */
export function purchasesIfBack(
  { history }: SilentCustomer,
  { parameters }: Pick<SilentFound, 'parameters'>,
  window: number,
): number {
  const seen = { history, parameters, kind: 'mbg' as const }
  return 1 + betaGeometricExpected(seen, window / daysOfWeek) / betaGeometricAlive(seen)
}

function historiesUntil(customers: Customers, day: number): HistoryColumns {
  const columns = { repeats: [] as number[], recency: [] as number[], observed: [] as number[] }
  const step = Math.ceil(customers.count / estimatedFrom)
  for (let customer = 0; customer < customers.count; customer += step) {
    const history = historyOf(customers, customer, day)
    if (!history) continue
    columns.repeats.push(history.repeats)
    columns.recency.push(history.recency)
    columns.observed.push(history.observed)
  }
  return columns
}

/** Customers on whom draws are worked out, at most. */
const drawnOn = 1000

/** Numbers that come back alone, as they could as well have come out; null where the fit does not say how sure it is. */
export function drawnReturns(
  { silent, parameters, covariance }: SilentFound,
  { window, draws, seed }: { readonly window: number; readonly draws: number; readonly seed: number },
): readonly number[] | null {
  const { r, alpha, a, b } = parameters
  const drawn =
    covariance && parameterDraws({ centre: [r, alpha, a, b].map(Math.log), covariance }, { draws, seed })
  if (!drawn) return null
  const step = Math.max(1, Math.ceil(silent.length / drawnOn))
  const few = silent.filter((_, at) => at % step === 0)
  const whole = silent.reduce((sum, { returns }) => sum + returns, 0)
  const centre = few.reduce((sum, { returns }) => sum + returns, 0)
  return drawn.map((logs) => {
    const [rDrawn = 0, alphaDrawn = 0, aDrawn = 0, bDrawn = 0] = logs.map(Math.exp)
    const one = { r: rDrawn, alpha: alphaDrawn, a: aDrawn, b: bDrawn }
    const sum = few.reduce(
      (total, { history }) =>
        total + unaidedReturn({ history, parameters: one, kind: 'mbg' }, window / daysOfWeek),
      0,
    )
    return centre > 0 ? (whole * sum) / centre : 0
  })
}
