import type { WhyNot } from '../estimate.ts'
import { type Progress, tellingParts } from '../progress.ts'
import { interceptOf, type Predictor } from '../regression/design-matrix.ts'
import { type GlmFit, generalisedLinearModel } from '../regression/generalised-linear-model.ts'
import { logitFamily } from '../regression/likelihood-families.ts'
import { shapleyShares } from './shapley-shares.ts'

/** Drivers of a yes-or-no outcome. */
export interface LogisticDrivers {
  /** McFadden's R²: 1 − log-likelihood / log-likelihood of the constant alone. */
  readonly mcFaddenR2: number
  /** Shapley share of McFadden's R² of each predictor, in their order. */
  readonly shares: readonly number[]
  readonly fit: GlmFit
}

const MOST_PREDICTORS = 12

/**
 * Shapley decomposition of McFadden's R² for a yes-or-no outcome such as promoter or churn.
 *
 * Fits the logistic model of every subset of predictors (at most 12). Any subset that does not converge makes the whole not reportable.
 * Source: Azen & Traxel (2009), J. Educ. Behav. Stat. 34:319.
 */
export function logisticDrivers(
  y: ArrayLike<number>,
  predictors: readonly Predictor[],
  progress: Progress = {},
): LogisticDrivers | WhyNot {
  const p = predictors.length
  if (p > MOST_PREDICTORS) throw new RangeError(`at most ${MOST_PREDICTORS} predictors, got ${p}`)
  const told = tellingParts(2 ** p, progress)
  const fits: GlmFit[] = []
  for (let mask = 0; mask < 2 ** p; mask++) {
    const chosen = predictors.filter((_, i) => (mask & (1 << i)) !== 0)
    const fit = generalisedLinearModel(y, [interceptOf(y.length), ...chosen], { family: logitFamily })
    if (typeof fit === 'string') return fit
    fits.push(fit)
    told(fits.length)
  }
  const nothing = fits[0]!.logLikelihood
  const worths = fits.map(({ logLikelihood }) => 1 - logLikelihood / nothing)
  return { mcFaddenR2: worths.at(-1)!, shares: Array.from(shapleyShares(worths)), fit: fits.at(-1)! }
}
