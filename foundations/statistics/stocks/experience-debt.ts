import { finiteFor } from '../sound-result.ts'
/** One customer's stocks and what repairing would cost. */
export interface IndebtedCustomer {
  /** Margin per period. */
  readonly margin: number
  readonly positive: number
  readonly negative: number
  /** Cost to repair what went wrong: the principal of the debt. */
  readonly repairCost: number
}

/** How the net stock keeps customers, and how long the future counts. */
export interface CapitalTerms {
  /** Log odds of staying one period: constant + slope × net stock. */
  readonly constant: number
  readonly slope: number
  readonly horizon: number
  readonly discount: number
}

/** What past experiences are worth, and what they cost, in money. */
export interface ExperienceDebt {
  /** Value against a customer without history. */
  readonly capital: number
  /** Value destroyed by bad experiences not yet repaired. */
  readonly debt: number
  /** Margin that the debt costs next period. */
  readonly interest: number
  readonly principal: number
  /** The debt exceeds what repairing costs. */
  readonly isWorthRepairing: boolean
}

function stayingAt(net: number, { constant, slope }: CapitalTerms): number {
  return 1 / (1 + Math.exp(-(constant + slope * net)))
}

/** Present value of a margin per period that survives with the staying probability of a stock. */
function valueAt(net: number, margin: number, terms: CapitalTerms): number {
  const staying = stayingAt(net, terms)
  let value = 0
  for (let k = 1; k <= terms.horizon; k++) value += margin * staying ** k * (1 + terms.discount) ** -k
  return value
}

/**
 * Affective capital and experience debt of one customer: V(A) − V(0) and V(P) − V(A), with V the discounted margin at a net stock, A = P − N.
 *
 * Interest is the margin lost next period, principal the cost to repair. A management figure, not an asset in the sense of IAS 38. Definition of this library after Nerlove & Arrow (1962) and Bolton (1998),
 * Marketing Science 17:45.
 */
export function experienceDebt(
  { margin, positive, negative, repairCost }: IndebtedCustomer,
  terms: CapitalTerms,
): ExperienceDebt {
  const net = positive - negative
  const value = valueAt(net, margin, terms)
  const debt = valueAt(positive, margin, terms) - value
  return finiteFor(
    { margin, positive, negative, repairCost, ...terms },
    {
      capital: value - valueAt(0, margin, terms),
      debt,
      interest: margin * (stayingAt(positive, terms) - stayingAt(net, terms)),
      principal: repairCost,
      isWorthRepairing: debt > repairCost,
    },
  )
}

/** Sums over customers. */
export function totalDebt(customers: readonly ExperienceDebt[]): Omit<ExperienceDebt, 'isWorthRepairing'> {
  const sum = (figure: (customer: ExperienceDebt) => number) =>
    customers.reduce((total, customer) => total + figure(customer), 0)
  return {
    capital: sum(({ capital }) => capital),
    debt: sum(({ debt }) => debt),
    interest: sum(({ interest }) => interest),
    principal: sum(({ principal }) => principal),
  }
}
