import { grangerPrecedence } from '../../association/granger-precedence.ts'
import type { Adapter } from '../oracle-case.ts'
import { has } from './numbers-in.ts'

const LAGS = [1, 2, 3, 4, 5, 6]

/** Precedence between every two columns, under names such as "egg_to_chicken_lag4". */
export const gra: Adapter = (input, { table }) => {
  if (!has(input, 'data')) return undefined
  const data = table(input.data)
  const tests = data.columns.flatMap((cause) =>
    data.columns
      .filter((effect) => effect !== cause)
      .flatMap((effect) => LAGS.map((lags) => [cause, effect, lags] as const)),
  )
  return Object.fromEntries(
    tests.flatMap(([cause, effect, lags]) => {
      const result = grangerPrecedence(data.numbers(cause), data.numbers(effect), lags)
      if (typeof result === 'string') return []
      return [[`${cause}_to_${effect}_lag${lags}`, { F: result.f, p: result.p, df: result.degreesOfFreedom }]]
    }),
  )
}
