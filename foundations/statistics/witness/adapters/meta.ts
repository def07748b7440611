import { pooledCorrelation } from '../../association/pooled-correlation.ts'
import type { Adapter } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { has, numbersIn } from './numbers-in.ts'

/** Correlations pooled over units. */
export const meta: Adapter = (input) => {
  if (!has(input, 'n', 'r')) return undefined
  const sizes = numbersIn(input, 'n')
  const result = succeed(pooledCorrelation(numbersIn(input, 'r').map((r, i) => ({ r, n: sizes[i]! }))))
  return {
    r_bar: result.mean,
    var_observed: result.observedVariance,
    var_error: result.errorVariance,
    var_true: result.trueVariance,
    pct_artifact: result.explainedBySampling,
    credibility80: result.credibility,
  }
}
