import { Matrix } from 'ml-matrix'
import { type CumulativeLogitFit, cumulativeLogitScores } from './cumulative-logit.ts'
import { designMatrix, type Predictor } from './design-matrix.ts'
import type { GlmFit, GlmOptions } from './generalised-linear-model.ts'

/** A likelihood fit as the sandwich sees it: its covariance, and what each observation pulls at each coefficient. */
export interface ScoredFit {
  readonly covariance: Matrix
  /** One list of slopes of the log-likelihood per observation, in the order of the coefficients. */
  readonly scores: readonly ArrayLike<number>[]
}

/** The scores of a generalised linear model that was fitted to the same outcome, predictors and options. */
export function scoredGlm(
  fit: GlmFit,
  { y, predictors, options }: { y: ArrayLike<number>; predictors: readonly Predictor[]; options: GlmOptions },
): ScoredFit {
  const design = designMatrix(predictors)
  if (design.rows !== fit.n || y.length !== fit.n)
    throw new RangeError(`${y.length} outcomes for a fit of ${fit.n} observations`)
  const { family, offset, weights } = options
  const scores = Array.from({ length: fit.n }, (_, row) => {
    const x = design.getRow(row)
    const eta = x.reduce((sum, value, j) => sum + value * fit.coefficients[j]!, offset?.[row] ?? 0)
    const mean = family.mean(eta)
    const pull = ((weights?.[row] ?? 1) * (y[row]! - mean) * family.slope(eta)) / family.variance(mean)
    return Float64Array.from(x, (value) => pull * value)
  })
  return { covariance: fit.covariance, scores }
}

/** The scores of a proportional-odds model, thresholds first, for the outcome and predictors it was fitted to. */
export function scoredCumulativeLogit(
  fit: CumulativeLogitFit,
  y: ArrayLike<number>,
  predictors: readonly Predictor[],
): ScoredFit {
  return { covariance: fit.covariance, scores: cumulativeLogitScores(fit, y, predictors) }
}

/** How the sums of clusters are corrected: not at all, or by G / (G − 1). */
export type ScoreSandwichKind = 'CR0' | 'CR1'

/**
 * Cluster-robust covariance of a likelihood fit (logistic, ordinal, Poisson …): the inverse information around the products of the scores summed by cluster.
 *
 * For: answers of the same customer or team depend on one another. Without clusters every observation is its own, and 'CR0' is the robust covariance HC0. 'CR1' multiplies by G / (G − 1). Use G − 1 degrees of freedom, and at least 20
 * clusters. Equal to R `sandwich::vcovCL(type = "HC0", cadjust = …)`. Source: Huber (1967); White (1982), Econometrica 50:1; Liang & Zeger (1986), Biometrika 73:13.
 */
export function scoreSandwich(
  { covariance, scores }: ScoredFit,
  clusters: ArrayLike<number | string> = scores.map((_, i) => i),
  kind: ScoreSandwichKind = 'CR1',
): { covariance: Matrix; clusters: number } {
  if (clusters.length !== scores.length)
    throw new RangeError(`${clusters.length} clusters for ${scores.length} observations`)
  const p = covariance.rows
  const sums = new Map<number | string, Float64Array>()
  scores.forEach((score, i) => {
    const sum = sums.get(clusters[i]!) ?? new Float64Array(p)
    for (let j = 0; j < p; j++) sum[j]! += score[j]!
    sums.set(clusters[i]!, sum)
  })
  const count = sums.size
  if (kind === 'CR1' && count < 2) throw new RangeError(`${count} clusters cannot tell how clusters vary`)
  const meat = Matrix.zeros(p, p)
  for (const sum of sums.values())
    for (let i = 0; i < p; i++) for (let j = 0; j < p; j++) meat.set(i, j, meat.get(i, j) + sum[i]! * sum[j]!)
  const factor = kind === 'CR1' ? count / (count - 1) : 1
  return { covariance: covariance.mmul(meat).mmul(covariance).mul(factor), clusters: count }
}
