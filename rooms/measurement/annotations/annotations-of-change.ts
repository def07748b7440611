import type { Unit } from '../../strategy/contract.ts'
import { branchOf } from '../figures/figure-question.ts'
import type { Annotation } from './annotation.contract.ts'

/** Where and when something changed: the months it may have begun in, `YYYY-MM`. */
export interface ChangedPlace {
  readonly touchpoint?: string | undefined
  readonly unit?: string | undefined
  readonly earliest: string
  readonly latest: string
}

/** What happened there in those months, the earliest first; that it did says nothing of cause. */
export function annotationsOfChange(
  annotations: readonly Annotation[],
  { touchpoint, unit, earliest, latest }: ChangedPlace,
  units: readonly Unit[],
): Annotation[] {
  const isThere = (one: Annotation) =>
    (touchpoint === undefined || one.touchpoints.length === 0 || one.touchpoints.includes(touchpoint)) &&
    (unit === undefined ||
      one.units.length === 0 ||
      one.units.some((key) => branchOf(units, key).includes(unit)))
  const isThen = ({ from, to = from }: Annotation) => from.slice(0, 7) <= latest && to.slice(0, 7) >= earliest
  return annotations
    .filter((one) => isThere(one) && isThen(one))
    .sort((one, other) => (one.from < other.from ? -1 : 1))
}
