import { criticalZ } from '../distributions/normal.ts'
import type { IntervalOptions, WhyNot } from '../estimate.ts'
import { sound } from '../sound-result.ts'

/** One unit: its own figure and the sampling variance of that figure. */
export interface UnitFigure {
  readonly value: number
  readonly samplingVariance: number
}

/** A unit's figure drawn towards the common mean. */
export interface ShrunkenFigure {
  readonly value: number
  readonly low: number
  readonly high: number
  /** Share of the unit's own deviation that is kept, 0–1. */
  readonly reliability: number
}

/** All units seen together. */
export interface Shrinkage {
  /** Common mean. */
  readonly mean: number
  /** Variance between units beyond chance (DerSimonian–Laird). */
  readonly betweenVariance: number
  /** Cochran's heterogeneity statistic. */
  readonly q: number
  /** Share of the variation that is not chance, 0–100. */
  readonly i2Percent: number
  /** False: no difference between units can be detected; show no ranking. */
  readonly isDistinguishable: boolean
  readonly units: readonly ShrunkenFigure[]
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

function weightedMean(values: readonly number[], weights: readonly number[]): number {
  return sumOf(values.map((value, i) => value * weights[i]!)) / sumOf(weights)
}

/** Cochran's Q and the DerSimonian–Laird variance between units. */
function heterogeneity(units: readonly UnitFigure[]): { q: number; betweenVariance: number } {
  const values = units.map(({ value }) => value)
  const weights = units.map(({ samplingVariance }) => 1 / samplingVariance)
  const mean = weightedMean(values, weights)
  const q = sumOf(values.map((value, i) => weights[i]! * (value - mean) ** 2))
  const scale = sumOf(weights) - sumOf(weights.map((weight) => weight * weight)) / sumOf(weights)
  return { q, betweenVariance: Math.max(0, (q - (units.length - 1)) / scale) }
}

/**
 * Empirical-Bayes shrinkage of unit figures towards their common mean, instead of a raw ranking.
 *
 * For: which store or team is really different? In words: variance between units τ² from Cochran's Q (DerSimonian–Laird), common mean with weights
 * 1/(v + τ²), figure = mean + τ²/(τ² + v) × own deviation. The limits count that mean and τ² are estimated (Prasad & Rao 1990). Assumes exchangeable units with known sampling variances; for an NPS
 * in points v = 10⁴ × trinomial variance / n. τ² = 0 means that no difference can be detected; then
 * the limits say how far units may still differ. With few units they hold somewhat less than promised. 'too-few' below three units. Equal to R
 * `metafor::rma(method = 'DL')` with `blup`. Source: Efron & Morris (1975), J. Am. Stat. Assoc. 70:311; DerSimonian & Laird (1986).
 */
export function shrinkUnits(
  units: readonly UnitFigure[],
  { level = 0.95 }: IntervalOptions = {},
): Shrinkage | WhyNot {
  if (units.length < 3) return 'too-few'
  if (units.some(({ value, samplingVariance }) => !Number.isFinite(value) || !(samplingVariance > 0)))
    return 'not-finite'
  const { q, betweenVariance } = heterogeneity(units)
  const weights = units.map(({ samplingVariance }) => 1 / (samplingVariance + betweenVariance))
  const mean = weightedMean(
    units.map(({ value }) => value),
    weights,
  )
  const z = criticalZ(level)
  const ofMean = 1 / sumOf(weights)
  const ofVariance = 2 / sumOf(weights.map((weight) => weight ** 2))
  return sound({
    mean,
    betweenVariance,
    q,
    i2Percent: q > 0 ? 100 * Math.max(0, (q - (units.length - 1)) / q) : 0,
    isDistinguishable: betweenVariance > 0,
    units: units.map(({ value, samplingVariance }, i) => {
      const reliability = betweenVariance / (betweenVariance + samplingVariance)
      const shrunken = mean + reliability * (value - mean)
      const meanSquaredError =
        reliability * samplingVariance +
        (1 - reliability) ** 2 * ofMean +
        2 * samplingVariance ** 2 * weights[i]! ** 3 * ofVariance
      const half = z * Math.sqrt(meanSquaredError)
      return { value: shrunken, low: shrunken - half, high: shrunken + half, reliability }
    }),
  })
}
