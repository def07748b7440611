import { bcaLimits } from '../../resampling/bootstrap.ts'
import type { Adapter } from '../oracle-case.ts'
import { completeIn, has, numberIn } from './numbers-in.ts'

/** BCa interval of a mean. */
export const bca: Adapter = (input) => {
  if (!has(input, 'x')) return undefined
  const [x = []] = completeIn(input, 'x')
  const mean = (indices: Int32Array) => indices.reduce((sum, i) => sum + x[i]!, 0) / indices.length
  const level = numberIn(input, 'conf', 0.95)
  const limits = bcaLimits(x.length, mean, { draws: numberIn(input, 'B', 20000), seed: 1, level })
  return {
    mean: mean(Int32Array.from(x, (_, i) => i)),
    acceleration: limits?.acceleration,
    [`bca${Math.round(100 * level)}_approx`]: [limits?.low, limits?.high],
  }
}
