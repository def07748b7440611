import { doubleLearning } from '../../price/double-learning.ts'
import type { Adapter } from '../oracle-case.ts'
import { has, textIn } from './numbers-in.ts'

/** Partially linear model; columns d and y, all others are controls. */
export const dml: Adapter = (input, { table }) => {
  if (!has(input, 'data')) return undefined
  const whole = table(input.data)
  const data = whole.complete(whole.columns)
  const controls = data.columns
    .filter((name) => !['d', 'y', 'id'].includes(name))
    .map((name) => ({ name, values: data.numbers(name) }))
  const folds = Number(textIn(input, 'folds').match(/mod\s*(\d+)/)?.[1] ?? 5)
  const result = doubleLearning(
    { outcome: data.numbers('y'), treatment: data.numbers('d'), controls },
    { folds },
  )
  return { theta: result.value, se: result.standardError, ci95: [result.low, result.high] }
}
