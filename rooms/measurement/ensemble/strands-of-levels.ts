import { type Evenness, evenness } from '../../../foundations/statistics/aggregation/evenness.ts'
import { normalTwoSidedP } from '../../../foundations/statistics/distributions/normal.ts'
import type { WhyNot } from '../../../foundations/statistics/estimate.ts'
import { type Limited, limitedBy } from '../purchases/limited.ts'
import { type Levels, levelsOf } from './levels-of-places.ts'

export const strandKinds = ['touchpoint', 'journey', 'channel', 'unit'] as const
export type StrandKind = (typeof strandKinds)[number]

/** A place that leads or trails the others. */
export interface PlaceApart {
  readonly key: string
  /** Its level less that of the place next to it. */
  readonly distance: Limited
  /** Its level less the mean of all others. */
  readonly toOthers: Limited
  /** Mean of all others. */
  readonly others: number
  /** Further from the next one than a tenth of the scale, and told from chance. */
  readonly isApart: boolean
}

/** Places that should sound together: the touchpoints of a journey, the channels, the units. */
export interface StrandFound {
  readonly kind: StrandKind
  /** Key of the journey; empty for other kinds. */
  readonly key: string
  readonly found: Evenness | WhyNot
  readonly people: number
  readonly places: readonly {
    readonly key: string
    /** Where it stands among the places as they came: in the order of the journey. */
    readonly at: number
    readonly people: number
    readonly level: Limited
  }[]
  /** Places that too few people judged. */
  readonly thin: readonly string[]
  readonly leader: PlaceApart | null
  readonly laggard: PlaceApart | null
  /** The leader stands apart while all others lie below the mean of all touchpoints. */
  readonly hasSoloist: boolean
}

export interface StrandAsked {
  readonly kind: StrandKind
  readonly key?: string
  readonly scale: { readonly low: number; readonly high: number }
  readonly leastPeople: number
  /** Mean of all touchpoints, beside which a journey is mediocre. */
  readonly middle: number
}

/** A place stands apart from this share of the scale on. */
const apartShare = 0.1

/** How even some places are, who leads and who trails, best place first. */
export function strandOf(
  levels: Levels,
  { kind, key = '', scale, leastPeople, middle }: StrandAsked,
): StrandFound {
  const all = levels.names
    .map((_, at) => at)
    .filter((at) => levels.people[at]! > 0 && levels.names[at] !== '')
  const thick = all.filter((at) => levels.people[at]! >= leastPeople)
  const sorted = thick.sort((one, other) => levels.levels[other]! - levels.levels[one]!)
  const kept = levelsOf(levels, sorted)
  const found = evenness({ levels: kept.levels, covariance: kept.covariance, n: kept.everybody, ...scale })
  const places = kept.names.map((name, at) => ({
    ...{ key: name, at: sorted[at]!, people: kept.people[at]! },
    level: limitedBy(kept.levels[at]!, Math.sqrt(Math.max(0, kept.covariance[at]![at]!))),
  }))
  const width = scale.high - scale.low
  const last = kept.names.length - 1
  const leader = last > 0 ? apart(kept, [0, 1], width) : null
  return {
    ...{ kind, key, found, people: kept.everybody, places, leader },
    thin: all.filter((at) => levels.people[at]! < leastPeople).map((at) => levels.names[at]!),
    laggard: last > 0 ? apart(kept, [last, last - 1], width) : null,
    hasSoloist: kind === 'journey' && last > 1 && leader!.isApart && leader!.others < middle,
  }
}

/** How far a place stands from the one next to it and from all others. */
function apart(
  { names, levels, covariance }: Levels,
  [at, next]: readonly [number, number],
  width: number,
): PlaceApart {
  const others = names.map((_, i) => i).filter((i) => i !== at)
  const weightsOf = (some: readonly number[]) =>
    names.map((_, i) => (i === at ? 1 : some.includes(i) ? -1 / some.length : 0))
  const contrast = (weights: readonly number[]) => {
    const value = weights.reduce((sum, weight, i) => sum + weight * levels[i]!, 0)
    const variance = weights.reduce(
      (sum, one, i) => sum + one * weights.reduce((part, other, j) => part + other * covariance[i]![j]!, 0),
      0,
    )
    const error = Math.sqrt(Math.max(0, variance))
    return { limited: limitedBy(value, error), error }
  }
  const nearest = contrast(weightsOf([next]))
  const { value } = nearest.limited
  return {
    key: names[at]!,
    distance: nearest.limited,
    toOthers: contrast(weightsOf(others)).limited,
    others: others.reduce((sum, i) => sum + levels[i]!, 0) / others.length,
    isApart:
      Math.abs(value) >= apartShare * width &&
      (nearest.error === 0 || normalTwoSidedP(value / nearest.error) < 0.05),
  }
}
