import type { LocalText } from '../../../foundations/http/procedure.contract.ts'
import { type Estimate, noEstimate } from '../../../foundations/statistics/estimate.ts'
import type { Measure } from '../contract.ts'
import type { MoneyKind } from '../purchases/customer-purchases.ts'
import { daysOfMonth } from '../purchases/months.ts'
import type { LevelEnds } from './experience-levels.ts'
import type { CheckedLevel } from './forecast-check.ts'
import type { Ahead, Drawn } from './forward-figures.ts'
import type { FragileGroup } from './fragile-groups.ts'
import type {
  FragileGroupTold,
  Fragility,
  FragilityAhead,
  FragilityCheck,
  FragilityLevel,
} from './fragility.contract.ts'
import type { FragilityFound, LevelFound } from './fragility-of-customers.ts'
import { fragilityFinding } from './fragility-said.ts'

/** What was asked, with the names of what is told. */
export interface FragilityAsked {
  readonly measure: Pick<Measure, 'key' | 'name'>
  readonly touchpoint: string | null
  readonly ends: LevelEnds
  readonly value: MoneyKind | null
  readonly values: readonly string[]
  readonly months: number
  readonly names: readonly { readonly key: string; readonly name: LocalText }[]
}

const weeksOfMonth = daysOfMonth / 7

/** Fragility as it crosses the door. */
export function toldFragility(found: FragilityFound, asked: FragilityAsked): Fragility {
  const { measure, touchpoint, ends, value, values, months } = asked
  const levels = found.levels.map((level) => levelTold(level, found))
  const customers = levels.reduce((sum, one) => sum + one.customers, 0)
  const told = {
    ...{ levels, touchpoint, months, marks: ends, values: [...values] },
    measure: { key: measure.key, name: measure.name },
    value: { kind: value?.kind ?? '', currency: value?.currency ?? 'EUR' },
    from: found.days?.from ?? null,
    to: found.days?.to ?? null,
    windowDays: found.days?.window ?? 0,
    total: found.forward && areAllAhead(levels) ? aheadTold(found.forward.total, customers) : null,
    check: found.check.map(checkTold),
    groups: found.groups.map((group) => groupTold(group, asked)),
  }
  return { ...told, finding: fragilityFinding(told, found) }
}

/** A total is told of everybody or not at all. */
function areAllAhead(levels: readonly FragilityLevel[]): boolean {
  return levels.every(({ customers, ahead }) => customers === 0 || ahead !== null)
}

function levelTold(found: LevelFound, { forward }: FragilityFound): FragilityLevel {
  const { level, customers, revenue, isPooled } = found
  const ahead = forward?.levels.find((one) => one.level === level)
  return {
    ...{ level, customers, revenue, isPooled },
    leaving: leavingTold(found),
    curve: curveOf(found),
    ahead: ahead ? aheadTold(ahead, customers) : null,
  }
}

/** Share that leaves within a year, from the rate a week. */
function leavingTold({ leaving, why, fittedOn }: LevelFound): Estimate {
  if (!leaving) return noEstimate('followed-lifetime', why ?? 'no-single-rate', { n: fittedOn })
  const share = (rate: number) => -Math.expm1(-rate * 12 * weeksOfMonth)
  const { value, low, high } = leaving
  return {
    value: share(value),
    n: fittedOn,
    low: low === null ? null : share(low),
    high: high === null ? null : share(high),
    ...{ level: 0.95, method: 'followed-lifetime' },
    ...(low === null && { why: 'not-converged' }),
  }
}

const curveMonths = Array.from({ length: 25 }, (_, month) => month)

function curveOf({ leaving }: LevelFound): FragilityLevel['curve'] {
  if (!leaving) return []
  return curveMonths.map((month) => {
    const kept = (rate: number | null) => (rate === null ? null : Math.exp(-rate * month * weeksOfMonth))
    return { month, value: kept(leaving.value)!, low: kept(leaving.high), high: kept(leaving.low) }
  })
}

function aheadTold({ kept, expected, atRisk, fromExperience, index }: Ahead, n: number): FragilityAhead {
  const of = ({ value, low, high }: Drawn): Estimate => ({
    ...{ value, n, low, high, level: 0.95, method: 'parameter-draws' },
    ...(low === null && { why: 'not-converged' }),
  })
  return {
    kept,
    expected: of(expected),
    atRisk: of(atRisk),
    fromExperience: fromExperience && of(fromExperience),
    index: of(index),
  }
}

function checkTold({ level, customers, isPooled, expected, came, ratio }: CheckedLevel): FragilityCheck {
  return {
    level,
    isPooled,
    expected,
    came,
    ratio: { ...ratio, n: customers, level: 0.95, method: 'tracking-ratio' },
  }
}

function groupTold(
  { group, customers, revenue, byLevel, atRisk }: FragileGroup,
  { names }: FragilityAsked,
): FragileGroupTold {
  const heard = byLevel.weak + byLevel.middle + byLevel.strong
  return {
    ...{ group, customers, revenue, atRisk },
    name: names.find(({ key }) => key === group)?.name ?? group,
    weakShare: heard > 0 ? byLevel.weak / heard : null,
  }
}
