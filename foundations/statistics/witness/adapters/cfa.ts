import type { FactorAnalysis } from '../../scales/confirmatory-factor-analysis.ts'
import { confirmatoryFactorAnalysis } from '../../scales/confirmatory-factor-analysis.ts'
import type { Adapter } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { has, textIn } from './numbers-in.ts'

/** Fit of a factor model under lavaan's names. */
export function lavaanFit({ fit }: FactorAnalysis) {
  return {
    chisq: fit.chiSquared,
    df: fit.degreesOfFreedom,
    pvalue: fit.p,
    cfi: fit.cfi,
    tli: fit.tli,
    rmsea: fit.rmsea,
    srmr: fit.srmr,
    logl: fit.logLikelihood,
  }
}

/** Confirmatory factor analysis; neighbouring columns share a factor, as many as the title says ("3 factors x 3 items"). */
export const cfa: Adapter = (input, { table, title }) => {
  if (!has(input, 'data')) return undefined
  const data = table(input.data)
  const [, factors = '1'] = `${textIn(input, 'model')} ${title}`.match(/(\d+) factors?/) ?? []
  const perFactor = data.columns.length / Number(factors)
  const factorOf = data.columns.map((_, i) => Math.floor(i / perFactor))
  const result = succeed(
    confirmatoryFactorAnalysis(
      data.columns.map((name) => data.numbers(name)),
      factorOf,
    ),
  )
  return {
    fit: lavaanFit(result),
    std_loadings: result.standardisedLoadings,
    factor_cor: result.factorCorrelations,
  }
}
