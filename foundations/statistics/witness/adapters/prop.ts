import { newcombeDifference } from '../../proportions/newcombe-difference.ts'
import { wilsonInterval } from '../../proportions/wilson-interval.ts'
import type { Adapter } from '../oracle-case.ts'
import { has, numberIn } from './numbers-in.ts'

/** One share, or the difference of two. */
export const prop: Adapter = (input) => {
  const level = numberIn(input, 'conf', 0.95)
  if (has(input, 'x', 'n')) {
    const [x, n] = [numberIn(input, 'x'), numberIn(input, 'n')]
    const { low, high } = wilsonInterval(x, n, level)
    return { p: x / n, lo: low, hi: high }
  }
  if (!has(input, 'x1', 'n1', 'x2', 'n2')) return undefined
  const first = { x: numberIn(input, 'x1'), n: numberIn(input, 'n1') }
  const second = { x: numberIn(input, 'x2'), n: numberIn(input, 'n2') }
  const { difference, low, high } = newcombeDifference(first, second, level)
  return { diff: difference, lo: low, hi: high }
}
