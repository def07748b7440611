import type { Composite, Followed } from '../../../foundations/warehouse/histogram-query.contract.ts'
import type { Touchpoint } from '../../design/contract.ts'
import type { Standard } from '../../strategy/contract.ts'
import type { Measure } from '../contract.ts'
import { compositesOf, countedKind, followedOf, kindBelow } from '../measures/counted-kind.ts'
import { measuresBehind, withComparedKind } from '../measures/measures-behind.ts'
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

/** Kinds of facts that measures read, and those that must be counted by touchpoint too. `known` are all measures of the workspace. */
export function kindsOf(wanted: readonly Measure[], known: readonly Measure[]): KindsWanted {
  const measures = wanted.flatMap((measure) => measuresBehind(measure, known))
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
