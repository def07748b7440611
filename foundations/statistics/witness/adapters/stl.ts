import { seasonalDecomposition } from '../../change/seasonal-decomposition.ts'
import { meanAndSd } from '../../means/mean-and-sd.ts'
import type { Adapter } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { has, numberIn } from './numbers-in.ts'

/** Seasonal decomposition of the last column. */
export const stl: Adapter = (input, { table }) => {
  if (!has(input, 'data', 'period')) return undefined
  const data = table(input.data)
  const parts = succeed(seasonalDecomposition(data.numbers(data.columns.at(-1)!), numberIn(input, 'period')))
  return {
    first3_seasonal: parts.seasonal.slice(0, 3),
    first3_trend: parts.trend.slice(0, 3),
    first3_rem: parts.remainder.slice(0, 3),
    var_rem: (meanAndSd(parts.remainder).sd ?? 0) ** 2,
    seasonal_strength: parts.seasonalStrength,
    trend_strength: parts.trendStrength,
  }
}
