import type { Composite, Followed } from '../../../foundations/warehouse/histogram-query.contract.ts'
import type { Touchpoint } from '../../design/contract.ts'
import type { Standard } from '../../strategy/contract.ts'
import type { Measure } from '../contract.ts'
import { compositesOf, countedKind, followedOf, kindBelow } from '../measures/counted-kind.ts'
import { measureMethods } from '../measures/methods.ts'

/** What a workspace promises and how it measures. */
export interface Definitions {
  readonly measures: readonly Measure[]
  readonly touchpoints: readonly Touchpoint[]
  readonly standards: readonly Standard[]
}

/** Measures by their keys; the first key that is unknown where there is one. */
export function measuresNamed(
  names: readonly string[],
  { measures }: Definitions,
): { measures: readonly Measure[] } | { unknown: string } {
  const unknown = names.find((name) => !measures.some(({ key }) => key === name))
  if (unknown !== undefined) return { unknown }
  const wanted = names.length === 0 ? measures : measures.filter(({ key }) => names.includes(key))
  return { measures: wanted.map((measure) => withComparedKind(measure, measures)) }
}

interface KindsWanted {
  readonly kinds: string[]
  readonly promisedKinds: string[]
  readonly composites: Composite[]
  readonly followed: Followed[]
}

/** Kinds of facts that measures read, and those that must be counted by touchpoint too. */
export function kindsOf(measures: readonly Measure[]): KindsWanted {
  const below = measures.map(kindBelow).filter((kind) => kind !== null)
  const kinds = [...new Set([...measures.map(countedKind), ...below])]
  const promised = measures.filter(({ method }) => measureMethods[method].asksPromises)
  return {
    kinds,
    promisedKinds: [...new Set(promised.map(countedKind))],
    composites: compositesOf(measures),
    followed: followedOf(measures),
  }
}

/** A measure of promises reads the answers of the measure it compares. */
function withComparedKind(measure: Measure, measures: readonly Measure[]): Measure {
  const compared = measures.find(({ key }) => key === measure.of)
  if (!compared) return measure
  const { facts, kind, population, followedBy } = compared
  return { ...measure, facts, kind, population, followedBy }
}
