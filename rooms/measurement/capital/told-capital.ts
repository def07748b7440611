import type { LocalText } from '../../../foundations/http/procedure.contract.ts'
import type { Measure } from '../contract.ts'
import type { MoneyKind } from '../purchases/customer-purchases.ts'
import { limitedEstimate } from '../purchases/limited.ts'
import type { Capital } from './capital.contract.ts'
import type { CapitalFound } from './capital-of-people.ts'
import { capitalFinding } from './capital-said.ts'

export interface CapitalAsked {
  readonly measure: Pick<Measure, 'key' | 'name'>
  readonly value: MoneyKind | null
  readonly values: readonly string[]
  readonly months: number
  readonly discount: number
  readonly touchpoints: readonly { readonly key: string; readonly name: LocalText }[]
}

/** Affective capital as it crosses the door. */
export function toldCapital(found: CapitalFound, asked: CapitalAsked): Capital {
  const { people, exits, leaving, halfLives, isShown, totals, sensitivity, negativity } = found
  const { measure, value, values, months, discount, touchpoints } = asked
  const weight = negativity?.value ?? usualNegativity
  const told = {
    ...{ people, exits, leaving, isShown, months, discount, halfLives, values: [...values] },
    measure: { key: measure.key, name: measure.name },
    value: { kind: value?.kind ?? '', currency: value?.currency ?? 'EUR' },
    to: found.months.length > 0 ? monthText(found.end) : null,
    negativity: negativity && limitedEstimate(negativity, exits, 'stock-retention'),
    totals: totals && {
      capital: limitedEstimate(totals.capital, people, 'parameter-draws'),
      debt: limitedEstimate(totals.debt, people, 'parameter-draws'),
      interest: limitedEstimate(totals.interest, people, 'parameter-draws'),
    },
    touchpoints: found.byTouchpoint.map((one) => ({
      ...one,
      name: touchpoints.find(({ key }) => key === one.touchpoint)?.name ?? one.touchpoint,
    })),
    stocks: found.months.map(({ month, people: there, good, bad }) => ({
      ...{ month: monthText(month), people: there, good, bad, net: good - weight * bad },
    })),
    fifths: found.fifths.map(({ months: n, expected, left }) => ({
      ...{ months: n, expected, left: limitedEstimate(left, n, 'wilson') },
    })),
    sensitivity: sensitivity.map((one) => ({ ...one })),
  }
  return { ...told, finding: capitalFinding(told) }
}

/** Taken where the facts do not tell it. */
const usualNegativity = 2

/** A month counted from year 0, as it is written: 2026-10. */
function monthText(month: number): string {
  const year = Math.floor((month - 1) / 12)
  return `${year}-${String(month - 12 * year).padStart(2, '0')}`
}
