import { finiteFor } from '../sound-result.ts'
/** One customer's margin and how likely it is to be lost and won back. All money in one currency, time in periods. */
export interface FragileCustomer {
  /** Margin per period. */
  readonly margin: number
  /** Probability to leave in each period, as it is and at the reference experience. */
  readonly hazard: number
  readonly referenceHazard: number
  /** Probability to come back unaided. */
  readonly unaidedReturn: number
  /** Probability that an offer brings the customer back. */
  readonly winBackRate: number
  readonly contactCost: number
  readonly offer: number
  /** Value of a second life as customer. */
  readonly secondValue: number
}

/** Horizon in periods, discount per period, and what a new customer costs. */
export interface FragilityTerms {
  readonly horizon: number
  readonly discount: number
  readonly acquisitionCost: number
}

/** What to do about a customer who would leave. */
export type RecoveryClass = 'returns by himself' | 'to win back' | 'from zero'

/** A customer's margin at risk and what recovering it would cost. */
export interface Fragility {
  readonly full: number
  readonly secured: number
  readonly atRisk: number
  /** Part of the risk that goes with the experience; negative for customers better treated than the reference. */
  readonly atRiskFromExperience: number
  readonly lossProbability: number
  readonly worthWinningBack: boolean
  readonly unitRecoveryCost: number
  readonly budget: number
  readonly referenceBudget: number
  readonly recoveryClass: RecoveryClass
}

/** All customers together. */
export interface FragilityTotal {
  readonly full: number
  readonly atRisk: number
  readonly atRiskFromExperience: number
  readonly budget: number
  readonly referenceBudget: number
  readonly budgetFromExperience: number
  /** Margin at risk over full margin, 0–1; null without margin. */
  readonly index: number | null
}

const RETURNS_FROM = 0.5

/** Present value of a margin per period that survives with probability (1 − hazard) each period. */
function presentValue(margin: number, hazard: number, { horizon, discount }: FragilityTerms): number {
  let value = 0
  for (let k = 1; k <= horizon; k++) value += margin * (1 - hazard) ** k * (1 + discount) ** -k
  return value
}

function recoveryOf(customer: FragileCustomer, { acquisitionCost }: FragilityTerms) {
  const { unaidedReturn, winBackRate, contactCost, offer, secondValue } = customer
  const worthWinningBack = winBackRate * (secondValue - offer) - contactCost > 0
  const withOffer = contactCost + winBackRate * offer + (1 - winBackRate) * acquisitionCost
  const unitRecoveryCost = (1 - unaidedReturn) * (worthWinningBack ? withOffer : acquisitionCost)
  const recoveryClass: RecoveryClass =
    unaidedReturn >= RETURNS_FROM ? 'returns by himself' : worthWinningBack ? 'to win back' : 'from zero'
  return { worthWinningBack, unitRecoveryCost, recoveryClass }
}

/**
 * Fragility of one customer's revenue: margin at risk, the part that goes with the experience, and the budget to recover it.
 *
 * full = margin over the horizon, discounted; secured = the same times survival; at risk = full − secured; from experience = secured at the reference − secured. Winning back is
 * worth it when rate × (second value − offer) > contact cost (Stauss & Friege 1999); the unit cost is what replaces a customer who does not return by himself.
 */
export function fragilityOf(customer: FragileCustomer, terms: FragilityTerms): Fragility {
  const full = presentValue(customer.margin, 0, terms)
  const secured = presentValue(customer.margin, customer.hazard, terms)
  const reference = presentValue(customer.margin, customer.referenceHazard, terms)
  const lossProbability = 1 - (1 - customer.hazard) ** terms.horizon
  const referenceLoss = 1 - (1 - customer.referenceHazard) ** terms.horizon
  const recovery = recoveryOf(customer, terms)
  return finiteFor(
    { ...customer, ...terms },
    {
      full,
      secured,
      atRisk: full - secured,
      atRiskFromExperience: reference - secured,
      lossProbability,
      ...recovery,
      budget: lossProbability * recovery.unitRecoveryCost,
      referenceBudget: referenceLoss * recovery.unitRecoveryCost,
    },
  )
}

/** Sums over customers, and the fragility index. */
export function totalFragility(customers: readonly Fragility[]): FragilityTotal {
  const sum = (figure: (customer: Fragility) => number) =>
    customers.reduce((total, customer) => total + figure(customer), 0)
  const full = sum((customer) => customer.full)
  const atRisk = sum((customer) => customer.atRisk)
  const budget = sum((customer) => customer.budget)
  const referenceBudget = sum((customer) => customer.referenceBudget)
  return {
    full,
    atRisk,
    atRiskFromExperience: sum((customer) => customer.atRiskFromExperience),
    budget,
    referenceBudget,
    budgetFromExperience: budget - referenceBudget,
    index: full > 0 ? atRisk / full : null,
  }
}
