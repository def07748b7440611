import type { LocalText } from '../../../foundations/http/procedure.contract.ts'
import type { DriverOfPairs } from '../../../foundations/statistics/importance/drivers-of-pairs.ts'
import { impactPerformance } from '../../../foundations/statistics/importance/impact-performance.ts'
import type { Period } from '../contract.ts'
import type { DrivenOutcome, Driver, Drivers } from './drivers.contract.ts'
import { type DriverName, type DriversFound, livedKind } from './drivers-of-responses.ts'
import { driversSaid } from './drivers-said.ts'

export interface DriversToTell {
  readonly found: DriversFound
  /** What is driven. */
  readonly driven: Drivers['measure']
  readonly outcome: Omit<DrivenOutcome, 'isHeld'> | null
  /** What people could be followed to instead. */
  readonly outcomes: readonly Drivers['outcomes'][number][]
  readonly livable: Drivers['livable']
  readonly period: Period
  readonly touchpoints: readonly { readonly key: string; readonly name: LocalText }[]
}

const quadrants = {
  'fix first': 'fix-first',
  protect: 'protect',
  'low priority': 'low-priority',
  'possible overkill': 'possible-overkill',
} as const

/** Drivers as they cross the door: named, the heaviest first, with what they say. */
export function toldDrivers(told: DriversToTell): Drivers {
  const { found, driven, outcome, outcomes, livable, period, touchpoints } = told
  const nameOf = namer(found, [...touchpoints, ...livable])
  const whole = typeof found.found === 'string' ? null : found.found
  const result = {
    measure: driven,
    outcome: outcome && { ...outcome, isHeld: found.isHeld },
    livable,
    outcomes: outcomes.map(({ key, reads }) => ({ key, reads })),
    why: typeof found.found === 'string' ? (found.found as Drivers['why']) : null,
    ...{ n: found.n, complete: found.complete, cases: found.cases, drawn: found.drawn },
    fewest: whole?.fewest ?? 0,
    method: whole?.method ?? null,
    r2: whole?.r2 ?? null,
    conditionNumber: whole?.conditionNumber ?? null,
    drivers: whole ? driversIn(found, whole.drivers, { nameOf, isOutcome: outcome !== null }) : [],
    leftOut: [...found.leftOut],
    groups: found.groups.map((group) => ({
      ...group,
      drivers: group.drivers.map((driver) => ({ ...driver, name: nameOf(driver) })),
    })),
    correlations: whole ? correlationsIn(found.correlations, heaviestFirst(whole.drivers)) : [],
    query: { sql: found.statement.sql, parameters: { ...found.statement.parameters } },
  }
  return { period, finding: driversSaid(result), ...result }
}

/** The name of the touchpoint; with the kind of answers where a touchpoint was asked about twice. */
function namer(
  { names }: DriversFound,
  touchpoints: DriversToTell['touchpoints'],
): (driver: DriverName) => LocalText {
  return ({ kind, touchpoint }) => {
    const name = touchpoints.find(({ key }) => key === touchpoint)?.name ?? touchpoint
    if (names.filter((other) => other.touchpoint === touchpoint).length < 2) return name
    if (typeof name === 'string') return `${name} (${kind})`
    return { en: `${name.en} (${kind})`, fr: `${name.fr} (${kind})` }
  }
}

function driversIn(
  { names }: DriversFound,
  drivers: readonly DriverOfPairs[],
  { nameOf, isOutcome }: { readonly nameOf: (driver: DriverName) => LocalText; readonly isOutcome: boolean },
): Driver[] {
  const marked = drivers.filter((_, at) => names[at]!.kind !== livedKind)
  const points = marked.map(({ name, share, mean }) => ({
    name,
    impact: share.value ?? 0,
    performance: mean.value ?? 0,
  }))
  const places = impactPerformance(points)
  const quadrantOf = (name: string) => {
    const place = places.get(name)
    return place ? quadrants[place] : null
  }
  const told = drivers.map((driver, at) => ({
    ...names[at]!,
    name: nameOf(names[at]!),
    ...{
      share: driver.share,
      effect: driver.effect,
      figureEffect: isOutcome ? driver.effect : driver.secondEffect,
    },
    performance: driver.mean,
    ...{ correlation: driver.correlation, p: driver.p, ranks: driver.ranks },
    quadrant: quadrantOf(driver.name),
    isLived: names[at]!.kind === livedKind,
    ...{ inflation: driver.inflation, signConflict: driver.signConflict },
  }))
  return heaviestFirst(drivers).map((at) => told[at]!)
}

/** Places of drivers, the one with the largest share first. */
function heaviestFirst(drivers: readonly DriverOfPairs[]): number[] {
  const share = (at: number) => drivers[at]!.share.value ?? 0
  return drivers.map((_, at) => at).sort((a, b) => share(b) - share(a))
}

/** Correlations of the drivers in an order, the score asked for last. */
function correlationsIn(correlations: DriversFound['correlations'], order: readonly number[]): number[][] {
  const places = [...order, order.length]
  return places.map((i) => places.map((j) => correlations[i]![j]!))
}
