import { interceptOf } from '../../regression/design-matrix.ts'
import { fayHerriot } from '../../shrinkage/fay-herriot.ts'
import type { Adapter } from '../oracle-case.ts'
import { byName, succeed } from './formula.ts'
import { has, numbersIn, objectIn } from './numbers-in.ts'

/** Fay–Herriot model of figures y with sampling variances v, a constant and covariates. */
export const fay: Adapter = (input) => {
  if (!has(input, 'y', 'v')) return undefined
  const [values, variances] = [numbersIn(input, 'y'), numbersIn(input, 'v')]
  const covariates = objectIn(input, 'covariates')
  const predictors = Object.keys(covariates).map((name) => ({ name, values: numbersIn(covariates, name) }))
  const fit = succeed(
    fayHerriot(
      values.map((value, i) => ({ value, samplingVariance: variances[i]! })),
      [interceptOf(values.length), ...predictors],
    ),
  )
  const names = fit.coefficients.map(({ name }) => name)
  return {
    tau2: fit.betweenVariance,
    coef: byName(
      names,
      fit.coefficients.map(({ value }) => value),
    ),
    se: byName(
      names,
      fit.coefficients.map(({ standardError }) => standardError),
    ),
    reml: fit.restrictedLogLikelihood,
    eblup: fit.units.map(({ value }) => value),
    mse: fit.units.map(({ meanSquaredError }) => meanSquaredError),
  }
}
