import { digamma } from '../distributions/digamma.ts'
import { logGamma } from '../distributions/stirling.ts'
import type { BetaGeometricKind, BetaGeometricParameters } from './beta-geometric.ts'
import type { HistoryColumns } from './purchase-history.ts'

/** A log-likelihood and its derivatives by r, alpha, a and b. */
export interface LikelihoodWithGradient {
  readonly logLikelihood: number
  readonly gradient: readonly [r: number, alpha: number, a: number, b: number]
}

/** Customers by their number of repeat purchases. */
export function customersByRepeats({ repeats, customers }: HistoryColumns): Float64Array {
  let most = 0
  for (let i = 0; i < repeats.length; i++) most = Math.max(most, repeats[i]!)
  const counts = new Float64Array(most + 1)
  for (let i = 0; i < repeats.length; i++) counts[repeats[i]!]! += customers?.[i] ?? 1
  return counts
}

interface Model {
  readonly parameters: BetaGeometricParameters
  readonly kind: BetaGeometricKind
}

/** The part of a history that depends on its number of repeats alone: ln Γ(r + x) / Γ(r) + r ln alpha + ln B(a, b + x + s) / B(a, b). */
function partOfRepeats(
  counts: Float64Array,
  { parameters: { r, alpha, a, b }, kind }: Model,
): LikelihoodWithGradient {
  const shift = kind === 'mbg' ? 1 : 0
  const [gammaR, digammaR] = [logGamma(r), digamma(r)]
  const [beta, ofA, ofB] = [logGamma(b) - logGamma(a + b), digamma(a + b), digamma(a + b) - digamma(b)]
  let [sum, byR, byAlpha, byA, byB] = [0, 0, 0, 0, 0]
  counts.forEach((customers, x) => {
    if (customers === 0) return
    const stayed = b + x + shift
    sum +=
      customers *
      (logGamma(r + x) - gammaR + r * Math.log(alpha) + logGamma(stayed) - logGamma(a + stayed) - beta)
    byR += customers * (digamma(r + x) - digammaR + Math.log(alpha))
    byAlpha += (customers * r) / alpha
    byA += customers * (ofA - digamma(a + stayed))
    byB += customers * (digamma(stayed) - digamma(a + stayed) + ofB)
  })
  return { logLikelihood: sum, gradient: [byR, byAlpha, byA, byB] }
}

/** ln of the odds that a customer left at the last purchase rather than staying to it, by the number of repeats. */
function logLeavingOdds(length: number, { parameters: { a, b }, kind }: Model): Float64Array {
  return Float64Array.from({ length }, (_, x) => Math.log(a) - Math.log(b + x - (kind === 'mbg' ? 0 : 1)))
}

/**
 * The part of each history that depends on its times: the sum of 'still there' and 'left at the last purchase',
 * (alpha + T)^−(r + x) + odds × (alpha + t)^−(r + x).
 */
function partOfTimes(columns: HistoryColumns, length: number, model: Model): LikelihoodWithGradient {
  const { repeats, recency, observed, customers } = columns
  const { r, alpha, a, b } = model.parameters
  const odds = logLeavingOdds(length, model)
  const isBg = model.kind === 'bg'
  let [sum, byR, byAlpha, byA, byB] = [0, 0, 0, 0, 0]
  for (let i = 0; i < repeats.length; i++) {
    const x = repeats[i]!
    const weight = customers ? customers[i]! : 1
    const now = alpha + observed[i]!
    const alive = -(r + x) * Math.log(now)
    if (isBg && x === 0) {
      sum += weight * alive
      byR -= weight * Math.log(now)
      byAlpha -= (weight * r) / now
      continue
    }
    const then = alpha + recency[i]!
    const gone = odds[x]! - (r + x) * Math.log(then)
    const ratio = Math.exp(-Math.abs(gone - alive))
    const share = gone > alive ? 1 / (1 + ratio) : ratio / (1 + ratio)
    sum += weight * (Math.max(alive, gone) + Math.log1p(ratio))
    byR -= weight * ((1 - share) * Math.log(now) + share * Math.log(then))
    byAlpha -= weight * (r + x) * ((1 - share) / now + share / then)
    byA += (weight * share) / a
    byB -= (weight * share) / (isBg ? b + x - 1 : b + x)
  }
  return { logLikelihood: sum, gradient: [byR, byAlpha, byA, byB] }
}

/** Log-likelihood of all histories under BG/NBD or MBG/NBD, with its derivatives; `counts` are those of `customersByRepeats`. */
export function betaGeometricLikelihood(
  columns: HistoryColumns,
  counts: Float64Array,
  model: Model,
): LikelihoodWithGradient {
  const parts = [partOfRepeats(counts, model), partOfTimes(columns, counts.length, model)] as const
  const by = (i: 0 | 1 | 2 | 3) => parts[0].gradient[i] + parts[1].gradient[i]
  return {
    logLikelihood: parts[0].logLikelihood + parts[1].logLikelihood,
    gradient: [by(0), by(1), by(2), by(3)],
  }
}
