import type { WhyNot } from '../estimate.ts'
import { meanAndSd } from '../means/mean-and-sd.ts'
import { median } from '../resampling/quantile.ts'
import { finiteFor, isSound } from '../sound-result.ts'

/** How far the members of each unit agree on several items. */
export interface WithinGroupAgreement {
  /** rwg(j) of each unit with two members or more, 0–1. */
  readonly byUnit: ReadonlyMap<string | number, number>
  readonly mean: number
  readonly median: number
}

/** Variance of answers given at random on a scale of `points` points: (points² − 1) / 12. */
export function uniformNullVariance(points: number): number {
  return finiteFor({ points }, (points * points - 1) / 12)
}

/** rwg(j) from the mean observed variance of `items` items relative to the variance of random answers; disagreement beyond random is 0. */
function agreementOf(items: number, ratio: number): number {
  if (ratio >= 1) return 0
  return (items * (1 - ratio)) / (items * (1 - ratio) + ratio)
}

/**
 * Agreement within units on several items, rwg(j): J (1 − m) / (J (1 − m) + m), m = mean item variance / variance of random answers.
 *
 * `items` holds one list of answers per item, `groups` the unit of each person. 'too-few' when no unit has two members. Equal to R
 * `multilevel::rwg.j`. Source: James, Demaree & Wolf (1984), J. Applied Psychology 69:85.
 */
export function withinGroupAgreement(
  items: readonly ArrayLike<number>[],
  groups: ArrayLike<string | number>,
  nullVariance: number,
): WithinGroupAgreement | WhyNot {
  const rows = new Map<string | number, number[]>()
  for (let i = 0; i < groups.length; i++) {
    const list = rows.get(groups[i]!)
    if (list) list.push(i)
    else rows.set(groups[i]!, [i])
  }
  const byUnit = new Map<string | number, number>()
  for (const [unit, members] of rows) {
    if (members.length < 2) continue
    const variances = items.map((item) => (meanAndSd(members.map((row) => item[row]!)).sd ?? 0) ** 2)
    byUnit.set(unit, agreementOf(items.length, meanAndSd(variances).mean / nullVariance))
  }
  if (byUnit.size === 0) return 'too-few'
  const values = [...byUnit.values()]
  if (!isSound(values)) return 'not-finite'
  return { byUnit, mean: meanAndSd(values).mean, median: median(values) }
}
