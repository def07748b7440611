import { criticalZ } from '../../../foundations/statistics/distributions/normal.ts'
import type { WhyNot } from '../../../foundations/statistics/estimate.ts'
import { quantile } from '../../../foundations/statistics/resampling/quantile.ts'
import { drawSource } from '../../../foundations/statistics/resampling/random-source.ts'
import { customersOf, daysOf, dayText, type PurchasesRead } from '../purchases/customer-purchases.ts'
import type { Limited } from '../purchases/limited.ts'
import { spendModel } from '../purchases/spend-model.ts'
import { type BudgetFound, budgetCurve, type Winnable } from './budget-curve.ts'
import { checkedReturns, type ReturnsCheck } from './returns-check.ts'
import { contactCostOf, type Departures, type ReturnsFound, returnsOfLeavers } from './returns-of-leavers.ts'
import { drawnReturns, purchasesIfBack, type SilentFound, silentCustomers } from './silent-customers.ts'

/** What the organisation says of its costs; what is null is taken from the facts where they tell it. */
export interface CostsAsked {
  readonly contactCost: number | null
  readonly offer: number
  readonly winBackRate: number | null
  readonly secondValue: number | null
  readonly acquisitionCost: number | null
}

export interface WinBackInput extends PurchasesRead {
  readonly departures: Departures | null
  readonly costs: CostsAsked
  /** Days of silence after which a customer counts as lapsed, and days in which a return is looked for. */
  readonly silentDays: number
  readonly windowDays: number
  readonly draws: number
  readonly seed: number
}

/** Numbers of silent customers: back alone, could be won, and gone. */
export interface SplitFound {
  readonly alone: Limited
  readonly won: Limited | null
  readonly gone: Limited | null
}

/** Silent customers by how often they had bought. */
export interface SilentBand {
  readonly purchases: 'one' | 'few' | 'many'
  readonly customers: number
  /** Mean probability to come back alone, and mean worth of what is bought once back. */
  readonly returns: number
  readonly value: number
}

export interface WinBackFound {
  readonly days: { readonly to: string; readonly silent: number; readonly window: number } | null
  readonly buyers: number
  readonly silent: number
  readonly why: WhyNot | null
  readonly split: SplitFound | null
  readonly bands: readonly SilentBand[]
  readonly check: ReturnsCheck | null
  readonly told: readonly ReturnsFound[]
  readonly rate: (Limited & { readonly isTold: boolean }) | null
  readonly contactCost: { readonly value: number; readonly isTold: boolean } | null
  readonly budget: BudgetFound | null
}

const nothing: WinBackFound = {
  ...{ days: null, buyers: 0, silent: 0, why: 'no-answers', split: null, bands: [], check: null, told: [] },
  ...{ rate: null, contactCost: null, budget: null },
}

/**
 * Lapsed customers: who comes back alone, who has to be won back, who is gone; and what it takes.
 *
 * Silent customers by MBG/NBD (`unaidedReturn`), checked on customers silent a window earlier. People who told that they left by Kaplan–Meier, those written to from then on
 * (`returnsOfLeavers`); the share that writing wins among those not back alone is taken for the silent ones too, unless the organisation says another. Intervals from drawn
 * parameters, and from the limits of that share.
 */
export function winBackOfCustomers(
  input: WinBackInput,
  onProgress: (share: number) => void = () => {},
): WinBackFound {
  const span = daysOf(input.purchases)
  const told = toldReturns(input, span?.last ?? null)
  const rate = rateOf(input.costs, told)
  const contactCost = costOf(input)
  const base = { ...nothing, told, rate, contactCost }
  if (!span) return base
  const most = Math.floor((span.last - span.first + 1) / 3)
  const asked = {
    day: span.last,
    silent: Math.min(input.silentDays, most),
    window: Math.min(input.windowDays, most),
  }
  const days = { to: dayText(span.last), silent: asked.silent, window: asked.window }
  onProgress(0.1)
  const customers = customersOf(input)
  const found = silentCustomers(customers, asked)
  if (typeof found === 'string') return { ...base, days, why: found }
  onProgress(0.5)
  const check = checkedReturns(customers, asked)
  onProgress(0.8)
  const spend = spendModel(customers, span.last)
  const { secondValue } = input.costs
  const winnable = found.silent.map(
    (one): Winnable => ({
      returns: one.returns,
      value: secondValue ?? purchasesIfBack(one, found, asked.window) * spend.of(one.customer),
    }),
  )
  return {
    ...base,
    ...{ days, check, buyers: found.buyers, silent: found.silent.length, why: null },
    split: splitOf(found, rate, { ...input, window: asked.window }),
    bands: bandsOf(found, winnable),
    budget: budgetOf(winnable, { costs: input.costs, rate, contactCost }),
  }
}

/** Leavers are followed as far as the facts reach: the last day of their own events, or of purchases where that is later. */
function toldReturns({ departures, windowDays }: WinBackInput, lastPurchase: number | null): ReturnsFound[] {
  if (!departures || departures.days.length === 0) return []
  const last = departures.days.reduce((latest, day) => Math.max(latest, day), 0)
  return returnsOfLeavers(departures, windowDays, Math.max(last, lastPurchase ?? 0))
}

function rateOf({ winBackRate }: CostsAsked, told: readonly ReturnsFound[]): WinBackFound['rate'] {
  if (winBackRate !== null) return { value: winBackRate, low: winBackRate, high: winBackRate, isTold: false }
  const rate = told.find(({ reason }) => reason === '')?.winBackRate
  return rate ? { ...rate, isTold: true } : null
}

function costOf({ costs, departures }: WinBackInput): WinBackFound['contactCost'] {
  if (costs.contactCost !== null) return { value: costs.contactCost, isTold: false }
  const value = departures && contactCostOf(departures)
  return value === null ? null : { value, isTold: true }
}

function splitOf(
  found: SilentFound,
  rate: WinBackFound['rate'],
  options: { readonly window: number; readonly draws: number; readonly seed: number },
): SplitFound {
  const alone = found.silent.reduce((sum, { returns }) => sum + returns, 0)
  const drawn = drawnReturns(found, options) ?? [alone]
  const n = found.silent.length
  const limited = (value: number, values: readonly number[]): Limited => ({
    value,
    low: quantile(values, 0.025),
    high: quantile(values, 0.975),
  })
  if (!rate) return { alone: limited(alone, drawn), won: null, gone: null }
  const error = (rate.high - rate.low) / (2 * criticalZ(0.95))
  const rates = drawn.map((_, draw) => rate.value + error * drawSource(options.seed + 1, draw).normal())
  const won = (back: number, share: number) => (n - back) * share
  return {
    alone: limited(alone, drawn),
    won: limited(
      won(alone, rate.value),
      drawn.map((back, draw) => won(back, rates[draw]!)),
    ),
    gone: limited(
      (n - alone) * (1 - rate.value),
      drawn.map((back, draw) => (n - back) * (1 - rates[draw]!)),
    ),
  }
}

const bandOf = (repeats: number): SilentBand['purchases'] =>
  repeats === 0 ? 'one' : repeats < 4 ? 'few' : 'many'

function bandsOf({ silent }: SilentFound, winnable: readonly Winnable[]): SilentBand[] {
  return (['one', 'few', 'many'] as const).flatMap((purchases) => {
    const some = winnable.filter((_, at) => bandOf(silent[at]!.history.repeats) === purchases)
    if (some.length === 0) return []
    const mean = (of: (one: Winnable) => number) => some.reduce((sum, one) => sum + of(one), 0) / some.length
    return [
      {
        ...{ purchases, customers: some.length },
        returns: mean(({ returns }) => returns),
        value: mean(({ value }) => value),
      },
    ]
  })
}

function budgetOf(
  winnable: readonly Winnable[],
  { costs, rate, contactCost }: Pick<WinBackFound, 'rate' | 'contactCost'> & { readonly costs: CostsAsked },
): BudgetFound | null {
  if (!rate || !contactCost) return null
  return budgetCurve(winnable, { contactCost: contactCost.value, offer: costs.offer, winBackRate: rate })
}
