import { adjustedExperiment, type ExperimentEffect } from '../../causal/adjusted-experiment.ts'
import type { Adapter } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { has } from './numbers-in.ts'

const shown = ({ value, standardError, t, degreesOfFreedom, p }: ExperimentEffect) => {
  return { diff: value, se: standardError, t, df: degreesOfFreedom, p }
}

/** Experiment adjusted by the measure from before. */
export const cup: Adapter = (input, { table }) => {
  if (!has(input, 'data')) return undefined
  const data = table(input.data)
  const [treated, before, after] = ['treat', 'pre', 'post'].map((name) => data.numbers(name))
  const result = succeed(adjustedExperiment({ treated: treated!, before: before!, after: after! }))
  return {
    n_treat: result.treatedPeople,
    theta: result.theta,
    raw: shown(result.raw),
    cuped: shown(result.adjusted),
    variance_reduction: result.varianceReduction,
    rho2: result.rSquared,
  }
}
