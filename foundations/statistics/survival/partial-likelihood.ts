import { Matrix } from 'ml-matrix'
import type { WhyNot } from '../estimate.ts'
import { meanAndSd } from '../means/mean-and-sd.ts'
import { designMatrix, type Predictor } from '../regression/design-matrix.ts'
import { eventTimes, type HazardRows, riskMoments, type Ties } from './risk-sets.ts'

/** Relative risks exp(x'b) of all rows. */
export function relativeRisks(centred: Matrix, coefficients: readonly number[]): Float64Array {
  return Float64Array.from({ length: centred.rows }, (_, i) =>
    Math.exp(coefficients.reduce((sum, value, j) => sum + value * centred.get(i, j), 0)),
  )
}

/** Partial log-likelihood with its slope and its curvature. */
export interface Partial {
  readonly logLikelihood: number
  readonly gradient: Float64Array
  readonly information: Matrix
}

/** Partial log-likelihood at a point (Cox 1972; ties by Efron or Breslow). */
export function partialAt(
  rows: HazardRows,
  centred: Matrix,
  { coefficients, ties }: { coefficients: readonly number[]; ties: Ties },
): Partial {
  const p = centred.columns
  const weights = relativeRisks(centred, coefficients)
  const gradient = new Float64Array(p)
  const information = Matrix.zeros(p, p)
  let logLikelihood = 0
  for (const time of eventTimes(rows, centred, weights)) {
    for (const row of time.rows) {
      logLikelihood += Math.log(weights[row]!)
      for (let i = 0; i < p; i++) gradient[i]! += centred.get(row, i)
    }
    for (const { total, mean, covariance } of riskMoments(time, ties)) {
      logLikelihood -= Math.log(total)
      for (let i = 0; i < p; i++) gradient[i]! -= mean[i]!
      information.add(covariance)
    }
  }
  return { logLikelihood, gradient, information }
}

/** Covariates without their means, and the means. */
export function centredDesign(predictors: readonly Predictor[]): { centred: Matrix; means: number[] } {
  const means = predictors.map(({ values }) => meanAndSd(values).mean)
  const centred = designMatrix(predictors)
  centred.subRowVector(means)
  return { centred, means }
}

/** Why no hazard model can be fitted to rows, or null. */
export function hazardProblem(rows: HazardRows, predictors: readonly Predictor[]): WhyNot | null {
  const n = rows.stop.length
  if (predictors.length === 0 || n === 0) return 'no-answers'
  if (predictors.some(({ values }) => values.length !== n))
    throw new RangeError('one covariate value per row')
  const numbers = [rows.stop, ...(rows.start ? [rows.start] : []), ...predictors.map(({ values }) => values)]
  if (numbers.some((list) => !Array.from(list).every(Number.isFinite))) return 'not-finite'
  return Array.from(rows.event).some((event) => event === 1) ? null : 'too-few'
}
