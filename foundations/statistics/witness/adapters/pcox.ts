import { penalisedCox } from '../../survival/penalised-cox.ts'
import type { Adapter } from '../oracle-case.ts'
import { byName, succeed } from './formula.ts'
import { has, numberIn, numbersIn, objectIn, textIn } from './numbers-in.ts'

/** Cox regression with Firth's penalty and profile-likelihood limits. */
export const pcox: Adapter = (input) => {
  if (!has(input, 'time', 'status', 'covariates')) return undefined
  const covariates = objectIn(input, 'covariates')
  const names = Object.keys(covariates)
  const rows = {
    stop: numbersIn(input, 'time'),
    event: numbersIn(input, 'status'),
    ...(has(input, 'start') && { start: numbersIn(input, 'start') }),
  }
  const ties = textIn(input, 'ties') === 'breslow' ? 'breslow' : 'efron'
  const fit = succeed(
    penalisedCox(
      rows,
      names.map((name) => ({ name, values: numbersIn(covariates, name) })),
      { ties, level: numberIn(input, 'conf', 0.95) },
    ),
  )
  const figures = (of: (hazard: (typeof fit.hazards)[number]) => number | null) =>
    byName(
      names,
      fit.hazards.map((hazard) => of(hazard) ?? Number.NaN),
    )
  return {
    coef: figures(({ coefficient }) => coefficient),
    se: figures(({ standardError }) => standardError),
    lo: figures(({ low }) => low),
    hi: figures(({ high }) => high),
    p: figures(({ p }) => p),
    loglik: fit.penalisedLogLikelihoods,
    events: fit.events,
  }
}
