import type { Limited } from '../purchases/limited.ts'

/** What winning back costs and brings; money in one currency. */
export interface WinBackTerms {
  readonly contactCost: number
  /** What somebody gets who comes back after a contact, whether they would have come alone or not. */
  readonly offer: number
  /** Of those who do not come back alone, the share that a contact wins, with its limits. */
  readonly winBackRate: Limited
}

/** A silent customer as the budget sees them. */
export interface Winnable {
  readonly returns: number
  /** Worth of what they are expected to buy over the window once they are back. */
  readonly value: number
}

/** Writing to so many customers, the most worthwhile first. */
export interface BudgetPoint {
  readonly contacts: number
  readonly budget: number
  /** Customers who come back because of it. */
  readonly won: number
  /** What they bring, minus the budget; its limits are those of the share won. */
  readonly net: Limited
}

/** What is done about a silent customer. */
export interface RecoveryClasses {
  readonly alone: number
  readonly winBack: number
  readonly fromZero: number
}

export interface BudgetFound {
  readonly points: readonly BudgetPoint[]
  readonly best: BudgetPoint
  readonly classes: RecoveryClasses
  /** Budget over customers won at the best point; null where nobody is worth a contact. */
  readonly costOfOne: number | null
}

const returnsFrom = 0.5
const pointsTold = 50

/** What a contact to one customer is expected to cost and to bring, at one share won. */
function contactOf({ returns, value }: Winnable, { contactCost, offer }: WinBackTerms, rate: number) {
  const won = (1 - returns) * rate
  const budget = contactCost + offer * (returns + won)
  return { won, budget, net: won * value - budget }
}

interface Contact {
  readonly won: number
  readonly budget: number
  readonly net: Limited
}

function contactBetween(one: Winnable, terms: WinBackTerms): Contact {
  const { value, low, high } = terms.winBackRate
  const { won, budget, net } = contactOf(one, terms, value)
  return {
    ...{ won, budget },
    net: { value: net, low: contactOf(one, terms, low).net, high: contactOf(one, terms, high).net },
  }
}

/**
 * The budget curve: customers are written to in the order of what a contact is expected to bring, which is won × value − cost, with
 * won = (1 − P(returns alone)) × win-back rate. Who would have come alone takes the offer too. It rises while a contact pays for itself (Stauss & Friege 1999).
 */
export function budgetCurve(customers: readonly Winnable[], terms: WinBackTerms): BudgetFound {
  const sorted = customers.map((one) => contactBetween(one, terms)).sort((a, b) => b.net.value - a.net.value)
  const every = Math.max(1, Math.ceil(sorted.length / pointsTold))
  let point: BudgetPoint = { contacts: 0, budget: 0, won: 0, net: { value: 0, low: 0, high: 0 } }
  let best = point
  const points = [point]
  sorted.forEach((contact, at) => {
    point = added(point, contact)
    if (point.net.value > best.net.value) best = point
    if ((at + 1) % every === 0 || at + 1 === sorted.length) points.push(point)
  })
  return {
    ...{ points, best, classes: classesOf(customers, terms) },
    costOfOne: best.won > 0 ? best.budget / best.won : null,
  }
}

function added({ contacts, budget, won, net }: BudgetPoint, one: Contact): BudgetPoint {
  return {
    contacts: contacts + 1,
    budget: budget + one.budget,
    won: won + one.won,
    net: {
      value: net.value + one.net.value,
      low: net.low + one.net.low,
      high: net.high + one.net.high,
    },
  }
}

/** Who returns by himself (from one half on), who is worth a contact, and who has to be replaced by somebody new. */
function classesOf(customers: readonly Winnable[], terms: WinBackTerms): RecoveryClasses {
  const classes = { alone: 0, winBack: 0, fromZero: 0 }
  for (const one of customers) {
    if (one.returns >= returnsFrom) classes.alone++
    else if (contactOf(one, terms, terms.winBackRate.value).net > 0) classes.winBack++
    else classes.fromZero++
  }
  return classes
}
