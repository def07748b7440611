import { minimiseBetween } from '../optimisation/minimise.ts'
import { finiteFor } from '../sound-result.ts'
import { hazardAt } from './departure-hazard.ts'

/** What a weekly number of messages brings and costs. */
export interface ContactEconomics {
  /** Largest weekly probability of a response. */
  readonly responseCeiling: number
  /** How fast the response saturates with messages. */
  readonly responseRate: number
  /** Margin of one response. */
  readonly margin: number
  readonly costPerMessage: number
  /** Constant and slope of the departure hazard. */
  readonly hazard: { readonly constant: number; readonly slope: number }
  /** Value next week of one unit now, below 1. */
  readonly weeklyDiscount: number
}

/** The number of messages a week that is worth most in the long run, beside the one that is worth most this week. */
export interface ContactCap {
  /** Customer equity at 0, 1, 2, … messages. */
  readonly equity: readonly number[]
  readonly bestCap: number
  /** The cap that maximises this week's gain only. */
  readonly myopicCap: number
  readonly continuousCap: number
  readonly equityAtContinuousCap: number
  /** Weekly probability to leave at the best whole cap. */
  readonly hazardAtBestCap: number
  /** Share of the equity at the best whole cap that the myopic cap destroys, 0–100. */
  readonly myopicLossPercent: number
}

/** Gain of one week: margin × ceiling × (1 − exp(−rate × messages)) − cost × messages. */
function weeklyGain(
  { responseCeiling, responseRate, margin, costPerMessage }: ContactEconomics,
  messages: number,
): number {
  return margin * responseCeiling * -Math.expm1(-responseRate * messages) - costPerMessage * messages
}

/** Customer equity: the weekly gain for as long as the customer stays, discounted. */
export function contactEquity(economics: ContactEconomics, messages: number): number {
  const staying = 1 - hazardAt(messages, economics.hazard)
  const equity = weeklyGain(economics, messages) / (1 - economics.weeklyDiscount * staying)
  return finiteFor({ messages, ...economics }, equity)
}

const indexOfLargest = (values: readonly number[]) => values.indexOf(Math.max(...values))

/**
 * Weekly contact cap that maximises customer equity, not this week's clicks.
 *
 * V(f) = (m A (1 − e^(−kf)) − c f) / (1 − d (1 − u(f))), u the departure hazard. Source: after Drèze & Bonfrer (2008), J. Interactive Marketing 22.
 */
export function contactCap(economics: ContactEconomics, largestCap: number): ContactCap {
  if (!(economics.weeklyDiscount < 1)) throw new RangeError('the weekly discount must be below 1')
  const caps = Array.from({ length: largestCap + 1 }, (_, messages) => messages)
  const equity = caps.map((messages) => contactEquity(economics, messages))
  const bestCap = indexOfLargest(equity)
  const myopicCap = indexOfLargest(caps.map((messages) => weeklyGain(economics, messages)))
  const [low, high] = [Math.max(0, bestCap - 1), Math.min(largestCap, bestCap + 1)]
  const continuousCap = minimiseBetween((messages) => -contactEquity(economics, messages), low, high)
  const best = equity[bestCap]!
  return {
    equity,
    bestCap,
    myopicCap,
    continuousCap,
    equityAtContinuousCap: contactEquity(economics, continuousCap),
    hazardAtBestCap: hazardAt(bestCap, economics.hazard),
    myopicLossPercent: best > 0 ? 100 * (1 - equity[myopicCap]! / best) : 0,
  }
}
