import type { WhyNot } from '../estimate.ts'
import { meanAndSd } from '../means/mean-and-sd.ts'
import { interceptOf, type Predictor } from '../regression/design-matrix.ts'
import { type GlmFit, generalisedLinearModel } from '../regression/generalised-linear-model.ts'
import { logitFamily } from '../regression/likelihood-families.ts'
import { sound } from '../sound-result.ts'

/** How far the people who answered resemble the people who were asked. */
export interface Representativity {
  readonly responseRate: number
  /** Standard deviation of the estimated propensities. */
  readonly propensitySd: number
  /** R-indicator: 1 is representative, 0 as far from it as can be. */
  readonly rIndicator: number
  /** Times the standard deviation of an answer, this bounds the bias of its mean. */
  readonly maxBiasFactor: number
  /** False below R = 0.7: label the figures "not representative". */
  readonly isRepresentative: boolean
  /** Estimated probability to answer, for everybody asked. */
  readonly propensities: Float64Array
  readonly names: readonly string[]
  readonly coefficients: readonly number[]
}

const REPRESENTATIVE_FROM = 0.7
const CORRECT_BELOW_N = 200
const PEOPLE_PER_PREDICTOR = 10

/** Mean sampling variance of the propensities, which inflates their spread in small samples. */
function meanSamplingVariance({ fitted, covariance }: GlmFit, predictors: readonly Predictor[]): number {
  const variances = fitted.map((share, i) => {
    const row = predictors.map(({ values }) => values[i]!)
    const spread = row.reduce(
      (sum, a, j) => sum + a * row.reduce((inner, b, k) => inner + b * covariance.get(j, k), 0),
      0,
    )
    return (share * (1 - share)) ** 2 * spread
  })
  return meanAndSd(variances).mean
}

function spreadOf(fit: GlmFit, predictors: readonly Predictor[], isCorrected: boolean): number {
  const sd = meanAndSd(fit.fitted).sd ?? 0
  if (!isCorrected) return sd
  return Math.sqrt(Math.max(0, sd * sd - meanSamplingVariance(fit, predictors)))
}

/**
 * Response propensities by logistic regression on what is known of everybody asked, and the R-indicator.
 *
 * In words: R = 1 − 2 S(ρ), S the standard deviation (n − 1) of the propensities ρ; largest absolute bias of a mean, in its standard deviations, =
 * (1 − R) / (2 × mean ρ). Below 200 people S is corrected for its sampling variance. 'too-few' with more than one predictor per 10 respondents or per 10
 * non-respondents. Source: Schouten, Cobben & Bethlehem (2009), Survey Methodology 35:101.
 */
export function responseRepresentativity(
  responded: ArrayLike<number>,
  attributes: readonly Predictor[],
  { isCorrected = responded.length < CORRECT_BELOW_N, peoplePerPredictor = PEOPLE_PER_PREDICTOR } = {},
): Representativity | WhyNot {
  const answers = Array.from(responded).filter((value) => value === 1).length
  const silent = responded.length - answers
  if (Math.min(answers, silent) < peoplePerPredictor * Math.max(1, attributes.length)) return 'too-few'
  const predictors = [interceptOf(responded.length), ...attributes]
  const fit = generalisedLinearModel(responded, predictors, { family: logitFamily })
  if (typeof fit === 'string') return fit
  const propensitySd = spreadOf(fit, predictors, isCorrected)
  const rIndicator = 1 - 2 * propensitySd
  const responseRate = answers / responded.length
  return sound({
    responseRate,
    propensitySd,
    rIndicator,
    maxBiasFactor: (1 - rIndicator) / (2 * meanAndSd(fit.fitted).mean),
    isRepresentative: rIndicator >= REPRESENTATIVE_FROM,
    propensities: fit.fitted,
    names: fit.names,
    coefficients: fit.coefficients,
  })
}

/** Weights 1 / propensity for the people who answered, in their order; a start for raking. */
export function inversePropensityWeights(
  { propensities }: Representativity,
  responded: ArrayLike<number>,
): Float64Array {
  return propensities.filter((_, i) => responded[i] === 1).map((propensity) => 1 / propensity)
}
