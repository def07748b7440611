import { requiredPerArmForMeans, requiredPerArmForShares } from '../../causal/required-sample.ts'
import type { Adapter } from '../oracle-case.ts'
import { has, numberIn, numbersIn, objectIn } from './numbers-in.ts'

/** Sample sizes for a difference of means and of shares. */
export const pwr: Adapter = (input) => {
  if (!has(input, 'mean', 'prop')) return undefined
  const plan = { alpha: numberIn(input, 'alpha', 0.05), power: numberIn(input, 'power', 0.8) }
  const mean = objectIn(input, 'mean')
  const [first = 0, second = 0] = numbersIn(input, 'prop')
  return {
    n_per_arm_t: requiredPerArmForMeans(numberIn(mean, 'delta') / numberIn(mean, 'sd'), plan),
    n_per_arm_prop: requiredPerArmForShares(first, second, plan),
  }
}
