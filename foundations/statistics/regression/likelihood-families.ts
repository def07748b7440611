import { normalCdf } from '../distributions/normal.ts'

/** A distribution and link of a generalised linear model. */
export interface LikelihoodFamily {
  /** Mean from the linear predictor. */
  readonly mean: (eta: number) => number
  /** Derivative of the mean with respect to the linear predictor. */
  readonly slope: (eta: number) => number
  /** Variance of one observation with this mean, dispersion apart. */
  readonly variance: (mean: number) => number
  /** Linear predictor to start from, given an observation. */
  readonly start: (y: number) => number
  /** Log-likelihood of one observation, constants included. */
  readonly logLikelihood: (y: number, mean: number) => number
}

const EDGE = 1e-15
const inside = (share: number) => Math.min(1 - EDGE, Math.max(EDGE, share))

function bernoulli(y: number, mean: number): number {
  const share = inside(mean)
  return (y === 0 ? 0 : y * Math.log(share)) + (y === 1 ? 0 : (1 - y) * Math.log1p(-share))
}

const logistic = (eta: number) => (eta >= 0 ? 1 / (1 + Math.exp(-eta)) : Math.exp(eta) / (1 + Math.exp(eta)))

/** Yes or no, log odds linear. */
export const logitFamily: LikelihoodFamily = {
  mean: logistic,
  slope: (eta) => logistic(eta) * logistic(-eta),
  variance: (mean) => inside(mean) * (1 - inside(mean)),
  start: (y) => Math.log((y + 0.5) / (1.5 - y)),
  logLikelihood: bernoulli,
}

/** Yes or no within an interval of time, log cumulative hazard linear (complementary log-log). */
export const cloglogFamily: LikelihoodFamily = {
  mean: (eta) => inside(-Math.expm1(-Math.exp(Math.min(eta, 700)))),
  slope: (eta) => Math.max(Math.exp(Math.min(eta, 700)) * Math.exp(-Math.exp(Math.min(eta, 700))), EDGE),
  variance: (mean) => inside(mean) * (1 - inside(mean)),
  start: (y) => Math.log(-Math.log(1 - (y + 0.5) / 2)),
  logLikelihood: bernoulli,
}

/** Yes or no, normal quantile linear. */
export const probitFamily: LikelihoodFamily = {
  mean: (eta) => inside(normalCdf(eta)),
  slope: (eta) => Math.max(Math.exp((-eta * eta) / 2) / Math.sqrt(2 * Math.PI), EDGE),
  variance: (mean) => inside(mean) * (1 - inside(mean)),
  start: (y) => y - 0.5,
  logLikelihood: bernoulli,
}

/** Counts, logarithm linear; the constant −ln y! is left out of the log-likelihood. */
export const poissonFamily: LikelihoodFamily = {
  mean: (eta) => Math.exp(Math.min(eta, 700)),
  slope: (eta) => Math.exp(Math.min(eta, 700)),
  variance: (mean) => Math.max(mean, EDGE),
  start: (y) => Math.log(y + 0.1),
  logLikelihood: (y, mean) => (y === 0 ? 0 : y * Math.log(mean)) - mean,
}
