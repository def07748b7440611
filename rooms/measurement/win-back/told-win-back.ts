import type { MethodName } from '../../../foundations/statistics/estimate.ts'
import type { MoneyKind } from '../purchases/customer-purchases.ts'
import { type Limited, limitedEstimate } from '../purchases/limited.ts'
import type { BudgetPoint } from './budget-curve.ts'
import type { CheckedReturns } from './returns-check.ts'
import type { DepartureNames, ReturnsFound } from './returns-of-leavers.ts'
import type { LeaversReturn, ReturnsChecked, WinBack, WinBackBudget } from './win-back.contract.ts'
import type { CostsAsked, WinBackFound } from './win-back-of-customers.ts'
import { winBackFinding } from './win-back-said.ts'

/** What was asked, with the names that were understood. */
export interface WinBackAsked {
  readonly value: MoneyKind | null
  readonly values: readonly string[]
  readonly names: DepartureNames | null
  readonly costs: CostsAsked
  /** Days in which a return is looked for, as asked. */
  readonly windowDays: number
}

const orNull = (limited: Limited | null, n: number, method: MethodName) =>
  limited && limitedEstimate(limited, n, method)

/** Win-back as it crosses the door. */
export function toldWinBack(
  found: WinBackFound,
  { value, values, names, costs, windowDays }: WinBackAsked,
): WinBack {
  const { days, buyers, silent, split, check, rate, contactCost } = found
  const told = {
    ...{ buyers, silent, why: found.why, bands: [...found.bands], values: [...values] },
    value: { kind: value?.kind ?? '', currency: value?.currency ?? 'EUR' },
    to: days?.to ?? null,
    silentDays: days?.silent ?? 0,
    windowDays: days?.window ?? 0,
    split: split && {
      alone: limitedEstimate(split.alone, silent, 'parameter-draws'),
      won: orNull(split.won, silent, 'parameter-draws'),
      gone: orNull(split.gone, silent, 'parameter-draws'),
    },
    check: check && { all: checkTold(check.all), fifths: check.fifths.map(checkTold) },
    told: names && found.told.length > 0 ? leaversTold(found.told, names, windowDays) : null,
    winBackRate: rate && {
      ...limitedEstimate(rate, rate.isTold ? (found.told[0]?.contacted ?? 0) : 0, 'simon-makuch'),
      from: rate.isTold ? ('facts' as const) : ('asked' as const),
    },
    contactCost: contactCost && {
      value: contactCost.value,
      from: contactCost.isTold ? ('facts' as const) : ('asked' as const),
    },
    ...{ offer: costs.offer, acquisitionCost: costs.acquisitionCost },
    budget: budgetTold(found, costs),
  }
  return { ...told, finding: winBackFinding(told) }
}

function checkTold({ customers, expected, share }: CheckedReturns): ReturnsChecked {
  return { customers, expected, came: limitedEstimate(share, customers, 'wilson') }
}

function leaversTold(
  groups: readonly ReturnsFound[],
  { leaving, returning, contact }: DepartureNames,
  windowDays: number,
) {
  return {
    ...{ leaving, contact, windowDays, returning: [...returning] },
    groups: groups.map(
      ({ reason, leavers, contacted, alone, won, gone, winBackRate, curve }): LeaversReturn => ({
        ...{ reason, leavers, contacted },
        alone: limitedEstimate(alone, leavers, 'kaplan-meier'),
        won: orNull(won, contacted, 'simon-makuch'),
        gone: orNull(gone, contacted, 'simon-makuch'),
        winBackRate: orNull(winBackRate, contacted, 'simon-makuch'),
        curve: curve.map(({ week, ...shares }) => ({
          week,
          alone: limitedEstimate(shares.alone, leavers, 'kaplan-meier'),
          contacted: orNull(shares.contacted, contacted, 'simon-makuch'),
        })),
      }),
    ),
  }
}

function budgetTold({ budget, silent }: WinBackFound, { acquisitionCost }: CostsAsked): WinBackBudget | null {
  if (!budget) return null
  const { points, best, costOfOne, classes } = budget
  const pointTold = ({ net, ...point }: BudgetPoint) => ({
    ...point,
    net: limitedEstimate(net, silent, 'simon-makuch'),
  })
  return {
    ...{ points: points.map(pointTold), best: pointTold(best), costOfOne, classes },
    saved: acquisitionCost === null ? null : best.won * acquisitionCost - best.budget,
  }
}
