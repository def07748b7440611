import { type DecompositionOptions, seasonalDecomposition } from '../../change/seasonal-decomposition.ts'
import { meanAndSd } from '../../means/mean-and-sd.ts'
import { keysLike, withKeys } from '../mismatches.ts'
import type { Adapter, CaseInput } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { has, numberIn, textIn } from './numbers-in.ts'

const numberOrNothing = (input: CaseInput, key: string) =>
  has(input, key) ? numberIn(input, key) : undefined

function optionsIn(input: CaseInput, title: string): DecompositionOptions {
  const isPeriodic = typeof input.s_window !== 'number' && !/^\d+/.test(textIn(input, 's_window'))
  const isRobust = /(?<!non-)\brobust/i.test(title)
  return {
    seasonalWindow: isPeriodic ? 'periodic' : Number.parseInt(textIn(input, 's_window'), 10),
    trendWindow: numberOrNothing(input, 't_window'),
    lowPassWindow: numberOrNothing(input, 'l_window'),
    innerLoops: numberOrNothing(input, 'inner'),
    outerLoops: numberIn(input, 'outer', isRobust ? 15 : 0),
  }
}

/** Seasonal decomposition of the column named, or of the last one. */
export const stl: Adapter = (input, { table, title }) => {
  if (!has(input, 'data', 'period')) return undefined
  const data = table(input.data)
  const column = has(input, 'y') ? textIn(input, 'y') : data.columns.at(-1)!
  const parts = succeed(
    seasonalDecomposition(data.numbers(column), numberIn(input, 'period'), optionsIn(input, title)),
  )
  const series: Readonly<Record<string, Float64Array>> = {
    seasonal: parts.seasonal,
    trend: parts.trend,
    rem: parts.remainder,
  }
  return withKeys(
    {
      var_rem: (meanAndSd(parts.remainder).sd ?? 0) ** 2,
      seasonal_strength: parts.seasonalStrength,
      trend_strength: parts.trendStrength,
    },
    keysLike(/^first(\d+)_(seasonal|trend|rem)$/, (count, part) => series[part!]!.slice(0, Number(count))),
    keysLike(/^last(\d+)_(seasonal|trend|rem)$/, (count, part) => series[part!]!.slice(-Number(count))),
  )
}
