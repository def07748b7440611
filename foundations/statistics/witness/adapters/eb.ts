import { meanAndSd } from '../../means/mean-and-sd.ts'
import { shrinkEqualGroups } from '../../shrinkage/shrink-equal-groups.ts'
import { shrinkUnits } from '../../shrinkage/shrink-units.ts'
import type { Adapter, CaseInput } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { has, numberIn, numbersIn } from './numbers-in.ts'

function equalGroups(input: CaseInput) {
  const rates = numbersIn(input, 'rates')
  const { mean } = meanAndSd(rates)
  const binomial = () => (mean * (1 - mean)) / numberIn(input, 'n_per_group')
  const variance = typeof input.sigma2 === 'number' ? input.sigma2 : binomial()
  const shrunken = succeed(shrinkEqualGroups(rates, variance))
  return { mean: shrunken.mean, shrink: shrunken.kept, estimates: shrunken.values }
}

function unequalUnits(input: CaseInput) {
  const sizes = numbersIn(input, 'n')
  const variances = numbersIn(input, 'trinomial_variance')
  const units = numbersIn(input, 'nps').map((value, i) => ({
    value,
    samplingVariance: (1e4 * variances[i]!) / sizes[i]!,
  }))
  const result = succeed(shrinkUnits(units))
  return {
    mu: result.mean,
    tau2: result.betweenVariance,
    I2: result.i2Percent,
    Q: result.q,
    blup: result.units.map(({ value }) => value),
  }
}

/** Shrinkage of small groups. */
export const eb: Adapter = (input) => {
  if (has(input, 'rates') && (has(input, 'n_per_group') || typeof input.sigma2 === 'number'))
    return equalGroups(input)
  return has(input, 'n', 'nps', 'trinomial_variance') ? unequalUnits(input) : undefined
}
