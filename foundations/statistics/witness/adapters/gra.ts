import { grangerPrecedence } from '../../association/granger-precedence.ts'
import { keysLike } from '../mismatches.ts'
import type { Adapter } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { has } from './numbers-in.ts'

/** Precedence of one column before another, under names such as "egg_to_chicken_lag4". */
export const gra: Adapter = (input, { table }) => {
  if (!has(input, 'data')) return undefined
  const data = table(input.data)
  return keysLike(/^(.+)_to_(.+)_lag(\d+)$/, (cause, effect, lags) => {
    const result = succeed(grangerPrecedence(data.numbers(cause!), data.numbers(effect!), Number(lags)))
    return { F: result.f, p: result.p, df: result.degreesOfFreedom }
  })
}
