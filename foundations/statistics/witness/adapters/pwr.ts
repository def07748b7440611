import { requiredPerArmForMeans, requiredPerArmForShares } from '../../causal/required-sample.ts'
import type { Adapter } from '../oracle-case.ts'
import { has, numberIn, numbersIn, objectIn } from './numbers-in.ts'

/** Sample sizes for a difference of means and of shares. */
export const pwr: Adapter = (input) => {
  if (!has(input, 'mean') && !has(input, 'prop')) return undefined
  const plan = { alpha: numberIn(input, 'alpha', 0.05), power: numberIn(input, 'power', 0.8) }
  const mean = objectIn(input, 'mean')
  const [first, second] = has(input, 'prop') ? numbersIn(input, 'prop') : []
  return {
    n_per_arm_t: has(input, 'mean')
      ? requiredPerArmForMeans(numberIn(mean, 'delta') / numberIn(mean, 'sd', 1), plan)
      : undefined,
    n_per_arm_prop:
      first === undefined || second === undefined ? undefined : requiredPerArmForShares(first, second, plan),
  }
}
