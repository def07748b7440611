import type { WhyNot } from '../estimate.ts'
import { meanAndSd } from '../means/mean-and-sd.ts'
import { sound } from '../sound-result.ts'

/** Whether a mean of a unit may stand for the unit. */
export interface IntraclassCorrelation {
  /** Share of the variance that lies between units: reliability of one person's answer. */
  readonly icc1: number
  /** Reliability of the unit means, hence of a ranking; below 0.5 show only shrunken figures. */
  readonly icc2: number
  readonly meanSquareBetween: number
  readonly meanSquareWithin: number
  readonly units: number
  readonly n: number
}

/** Values by group, in order of first appearance; missing values are left out. */
export function valuesByGroup(
  values: ArrayLike<number>,
  groups: ArrayLike<string | number>,
): Map<string | number, number[]> {
  const byGroup = new Map<string | number, number[]>()
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i]!)) continue
    const list = byGroup.get(groups[i]!)
    if (list) list.push(values[i]!)
    else byGroup.set(groups[i]!, [values[i]!])
  }
  return byGroup
}

/**
 * One-way intraclass correlations from the analysis of variance, with the mean unit size g.
 *
 * ICC(1) = (MSB − MSW) / (MSB + (g − 1) MSW), ICC(2) = (MSB − MSW) / MSB. 'too-few' below two units or without a second member anywhere, 'constant' when nothing
 * varies. Equal to R `multilevel::ICC1` and `ICC2`. Source: Bliese (2000), in Klein & Kozlowski (eds.).
 */
export function intraclassCorrelation(
  values: ArrayLike<number>,
  groups: ArrayLike<string | number>,
): IntraclassCorrelation | WhyNot {
  const lists = [...valuesByGroup(values, groups).values()]
  const n = lists.reduce((sum, list) => sum + list.length, 0)
  const units = lists.length
  if (units < 2 || n <= units) return 'too-few'
  const grand = meanAndSd(lists.flat()).mean
  const summaries = lists.map((list) => meanAndSd(list))
  const within = summaries.reduce((sum, { n: size, sd }) => sum + (sd ?? 0) ** 2 * (size - 1), 0)
  const between = summaries.reduce((sum, { n: size, mean }) => sum + size * (mean - grand) ** 2, 0)
  const meanSquareBetween = between / (units - 1)
  const meanSquareWithin = within / (n - units)
  if (meanSquareBetween === 0) return 'constant'
  const difference = meanSquareBetween - meanSquareWithin
  return sound({
    icc1: difference / (meanSquareBetween + (n / units - 1) * meanSquareWithin),
    icc2: difference / meanSquareBetween,
    meanSquareBetween,
    meanSquareWithin,
    units,
    n,
  })
}
