import { criticalZ, normalTwoSidedP } from '../distributions/normal.ts'
import type { Difference, IntervalOptions, WhyNot } from '../estimate.ts'
import { noDifference } from '../estimate.ts'
import { interceptOf, type Predictor } from '../regression/design-matrix.ts'
import { leastSquares } from '../regression/least-squares.ts'
import { soundEstimate } from '../sound-result.ts'

/** A partially linear model: outcome = effect × treatment + something smooth of the controls. */
export interface PartiallyLinearData {
  readonly outcome: ArrayLike<number>
  readonly treatment: ArrayLike<number>
  readonly controls: readonly Predictor[]
}

/** Whether a column takes more than two values; the square of any other is a multiple of the column itself. */
function hasOwnSquare(values: ArrayLike<number>): boolean {
  const first = values[0]
  let second: number | undefined
  for (let i = 0; i < values.length; i++) {
    if (values[i] === first || values[i] === second) continue
    if (second !== undefined) return true
    second = values[i]!
  }
  return false
}

function featuresOf(controls: readonly Predictor[], n: number): Predictor[] {
  const squares = controls
    .filter(({ values }) => hasOwnSquare(values))
    .map(({ name, values }) => ({
      name: `${name} squared`,
      values: Float64Array.from(values, (v) => v * v),
    }))
  return [interceptOf(n), ...controls, ...squares]
}

/** What is left of a variable once it is predicted, in each fold, from the other folds. */
function crossFitted(
  values: ArrayLike<number>,
  features: readonly Predictor[],
  folds: number,
): Float64Array | WhyNot {
  const foldOf = (row: number) => row % folds
  const left = new Float64Array(values.length)
  const rows = Array.from({ length: values.length }, (_, row) => row)
  for (let fold = 0; fold < folds; fold++) {
    const training = rows.filter((row) => foldOf(row) !== fold)
    const pick = (list: ArrayLike<number>) => Float64Array.from(training, (row) => list[row]!)
    const fit = leastSquares(
      pick(values),
      features.map(({ name, values: list }) => ({ name, values: pick(list) })),
    )
    if (typeof fit === 'string') return fit
    for (const row of rows.filter((candidate) => foldOf(candidate) === fold)) {
      const predicted = features.reduce(
        (sum, feature, j) => sum + fit.coefficients[j]! * feature.values[row]!,
        0,
      )
      left[row] = values[row]! - predicted
    }
  }
  return left
}

/**
 * Double machine learning of a partially linear model: the effect of a treatment with many controls.
 *
 * Outcome and treatment are each predicted from the controls and their squares on the other folds; the effect is the regression of what is left on what is left, over all folds at
 * once. Row i is in fold i mod `folds`: shuffle first if rows are ordered. Assumes no unobserved confounder. Source: Chernozhukov et al. (2018), Econometrics Journal 21:C1.
 */
export function doubleLearning(
  { outcome, treatment, controls }: PartiallyLinearData,
  { folds = 5, level = 0.95 }: { folds?: number } & IntervalOptions = {},
): Difference & { readonly standardError: number | null } {
  const n = outcome.length
  const method = 'double-learning'
  const refuse = (why: WhyNot) => ({ ...noDifference(method, why, { n, level }), standardError: null })
  const features = featuresOf(controls, n)
  if (n < folds * (features.length + 1)) return refuse('too-few')
  const [y, d] = [outcome, treatment].map((values) => crossFitted(values, features, folds)) as [
    Float64Array | WhyNot,
    Float64Array | WhyNot,
  ]
  if (typeof y === 'string') return refuse(y)
  if (typeof d === 'string') return refuse(d)
  const squares = d.reduce((sum, value) => sum + value * value, 0)
  if (squares === 0) return refuse('constant')
  const value = d.reduce((sum, left, i) => sum + left * y[i]!, 0) / squares
  const scores = d.reduce((sum, left, i) => sum + (left * (y[i]! - value * left)) ** 2, 0)
  const standardError = Math.sqrt(scores) / squares
  const half = criticalZ(level) * standardError
  return soundEstimate({
    value,
    n,
    low: value - half,
    high: value + half,
    level,
    method,
    p: normalTwoSidedP(value / standardError),
    standardError,
  })
}
