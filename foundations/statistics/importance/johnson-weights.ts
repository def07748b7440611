import { EigenvalueDecomposition, Matrix } from 'ml-matrix'
import type { WhyNot } from '../estimate.ts'
import type { PredictorCorrelations } from './explained-variances.ts'

const SMALLEST_EIGENVALUE = 1e-12

/**
 * Johnson's relative weights: shares of R², fast for many predictors; they add up to R².
 *
 * In words: the predictors are replaced by their closest uncorrelated stand-ins (Λ = Q D½ Q′ of their correlations), the outcome is regressed on those
 * (β = Λ⁻¹ r), and the explained parts are handed back through Λ² β². Identical to Genizi (1993). 'collinear' when a predictor is a combination of the others.
 * Source: Johnson (2000), Multivariate Behavioral Research 35:1.
 */
export function johnsonWeights({ among, withOutcome }: PredictorCorrelations): number[] | WhyNot {
  const { realEigenvalues, eigenvectorMatrix: q } = new EigenvalueDecomposition(
    new Matrix(among.map((row) => [...row])),
    {
      assumeSymmetric: true,
    },
  )
  if (realEigenvalues.some((value) => value < SMALLEST_EIGENVALUE)) return 'collinear'
  const through = (power: number) =>
    q.mmul(Matrix.diag(realEigenvalues.map((value) => value ** power))).mmul(q.transpose())
  const beta = through(-0.5).mmul(Matrix.columnVector([...withOutcome]))
  const lambda = through(0.5)
  return Matrix.mul(lambda, lambda).mmul(Matrix.mul(beta, beta)).to1DArray()
}
