import { pearson } from '../association/correlation.ts'
import { digamma } from '../distributions/digamma.ts'
import { logGamma } from '../distributions/stirling.ts'
import type { WhyNot } from '../estimate.ts'
import type { IterationLimit } from '../optimisation/iteration-limit.ts'
import { hasRunAway, minimiseFromStarts, type SmoothObjective } from '../optimisation/minimise.ts'
import type { Progress } from '../progress.ts'
import { finiteFor } from '../sound-result.ts'

/** Spend of one purchase gamma(p, ν), with ν gamma(q, v) over customers. */
export interface GammaGammaParameters {
  readonly p: number
  readonly q: number
  readonly v: number
}

/** A customer's repeat purchases and their mean value. */
export interface Spend {
  readonly repeats: number
  readonly meanValue: number
}

/** A fitted spend model. */
export interface GammaGammaFit {
  readonly parameters: GammaGammaParameters
  readonly logLikelihood: number
  readonly customers: number
  /** Correlation of frequency and value; beyond ± 0.1 the model's assumption of independence fails. */
  readonly frequencyCorrelation: number | null
}

const FEWEST = 30

/** Mean loss per customer over the logarithms of p, q and v, with its derivatives. */
function gammaGammaLoss(spends: readonly Spend[]): SmoothObjective {
  const n = spends.length
  return (logs) => {
    const [p = 1, q = 1, v = 1] = logs.map(Math.exp)
    const [gammaQ, digammaQ, logV] = [logGamma(q), digamma(q), Math.log(v)]
    let [sum, byP, byQ, byV] = [0, 0, 0, 0]
    for (const { repeats: x, meanValue: m } of spends) {
      const px = p * x
      const whole = x * m + v
      const [logWhole, logM, logX, digammaBoth] = [Math.log(whole), Math.log(m), Math.log(x), digamma(px + q)]
      sum +=
        logGamma(px + q) -
        logGamma(px) -
        gammaQ +
        q * logV +
        (px - 1) * logM +
        px * logX -
        (px + q) * logWhole
      byP += x * (digammaBoth - digamma(px) + logM + logX - logWhole)
      byQ += digammaBoth - digammaQ + logV - logWhole
      byV += q / v - (px + q) / whole
    }
    return { value: -sum / n, gradient: [(-byP * p) / n, (-byQ * q) / n, (-byV * v) / n] }
  }
}

/** Expected value of a future purchase: p (v + x m) / (p x + q − 1), between the customer's own mean and that of all. */
export function expectedSpend({ p, q, v }: GammaGammaParameters, { repeats, meanValue }: Spend): number {
  const spend = (p * (v + repeats * meanValue)) / (p * repeats + q - 1)
  return finiteFor(() => ({ p, q, v, repeats, meanValue }), spend)
}

/**
 * Gamma–gamma model of spend per purchase by maximum likelihood, for customers with repeat purchases of positive value.
 *
 * Assumes that value and frequency are independent over customers. 'too-few' below 30 customers, 'not-finite' for values that are not positive, 'not-converged' when all spend alike. Source: Fader
 * & Hardie (2013), note 025; Colombo & Jiang (1999).
 */
export function fitGammaGamma(
  spends: readonly Spend[],
  { fewest = FEWEST, ...limit }: { readonly fewest?: number } & IterationLimit & Progress = {},
): GammaGammaFit | WhyNot {
  if (spends.length < Math.max(1, fewest)) return 'too-few'
  if (spends.some(({ repeats, meanValue }) => !(repeats > 0 && meanValue > 0))) return 'not-finite'
  const unpack = (logs: readonly number[]): GammaGammaParameters => {
    const [p = 1, q = 1, v = 1] = logs.map(Math.exp)
    return { p, q, v }
  }
  const loss = gammaGammaLoss(spends)
  const typical = Math.log(spends.reduce((sum, { meanValue }) => sum + meanValue, 0) / spends.length)
  const best = minimiseFromStarts(
    loss,
    [
      [1, 1, typical],
      [2, 1.5, typical - 1],
      [0, 0.7, typical],
    ],
    limit,
  )
  if (!best || hasRunAway(best)) return 'not-converged'
  return {
    parameters: unpack(best.point),
    logLikelihood: -best.value * spends.length,
    customers: spends.length,
    frequencyCorrelation: pearson(
      spends.map(({ repeats }) => repeats),
      spends.map(({ meanValue }) => meanValue),
    ),
  }
}
