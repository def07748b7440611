import type { Matrix } from 'ml-matrix'
import { criticalT, studentTwoSidedP } from '../distributions/student-t.ts'
import type { WhyNot } from '../estimate.ts'
import type { IterationLimit } from '../optimisation/iteration-limit.ts'
import type { Predictor } from '../regression/design-matrix.ts'
import { interceptOf } from '../regression/design-matrix.ts'
import { type LeastSquaresFit, leastSquares } from '../regression/least-squares.ts'
import { clusterRobust, standardErrorsOf } from '../regression/sandwich.ts'
import { sound } from '../sound-result.ts'

/** Units observed over periods. */
export interface PanelData {
  readonly y: ArrayLike<number>
  readonly predictors: readonly Predictor[]
  readonly units: ArrayLike<string | number>
  /** Absent: unit effects only. */
  readonly periods?: ArrayLike<string | number>
}

/** One coefficient within units. */
export interface PanelCoefficient {
  readonly name: string
  readonly value: number
  /** Cluster-robust by unit (CR1, counting every dummy). */
  readonly standardError: number
  /** Cluster-robust by unit without any small-sample factor (Arellano 1987). */
  readonly arellanoError: number
  /** Equal variances assumed. */
  readonly classicalError: number
  readonly low: number
  readonly high: number
  readonly p: number
}

/** A fixed-effects regression. */
export interface PanelFit {
  readonly coefficients: readonly PanelCoefficient[]
  readonly n: number
  readonly units: number
  readonly periods: number
  readonly degreesOfFreedom: number
  readonly fit: LeastSquaresFit
}

const MAX_SWEEPS = 10_000
const SETTLED = 1e-13

/** The group of each row, counted from 0, and how many groups there are. */
export interface GroupIndex {
  readonly index: Int32Array
  readonly count: number
}

/** Groups of rows with the same label, in order of first appearance. */
export function groupIndex(labels: ArrayLike<string | number>): GroupIndex {
  const known = new Map<string | number, number>()
  const index = Int32Array.from(Array.from(labels), (label) => {
    if (!known.has(label)) known.set(label, known.size)
    return known.get(label)!
  })
  return { index, count: known.size }
}

/** What is left of values within their groups is rounding alone. */
function isRounding(within: ArrayLike<number>, values: ArrayLike<number>): boolean {
  const largest = (list: ArrayLike<number>) =>
    Array.from(list).reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  return largest(within) <= 1e-12 * largest(values)
}

/** Subtracts the mean of each group; returns the largest mean that was subtracted. */
function sweepOut(values: Float64Array, { index, count }: GroupIndex): number {
  const sums = new Float64Array(count)
  const sizes = new Float64Array(count)
  values.forEach((value, i) => {
    sums[index[i]!]! += value
    sizes[index[i]!]! += 1
  })
  values.forEach((value, i) => {
    values[i] = value - sums[index[i]!]! / sizes[index[i]!]!
  })
  return sums.reduce((largest, sum, g) => Math.max(largest, Math.abs(sum / sizes[g]!)), 0)
}

/** Values without their unit and period means, by alternating projections; exact for unbalanced panels too. 'not-converged' when they do not settle. */
export function withinValues(
  values: ArrayLike<number>,
  effects: readonly GroupIndex[],
  { mostIterations = MAX_SWEEPS }: IterationLimit = {},
): Float64Array | 'not-converged' {
  const swept = Float64Array.from(values)
  const scale = swept.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-300)
  for (let sweep = 0; sweep < mostIterations; sweep++) {
    const largest = Math.max(...effects.map((effect) => sweepOut(swept, effect)))
    if (effects.length === 1 || largest <= SETTLED * scale) return swept
  }
  return swept.every(Number.isFinite) ? 'not-converged' : swept
}

function coefficientsOf(
  fit: LeastSquaresFit,
  { robust, arellano, units, used }: { robust: Matrix; arellano: Matrix; units: number; used: number },
): PanelCoefficient[] {
  const [robustErrors, arellanoErrors] = [standardErrorsOf(robust), standardErrorsOf(arellano)]
  const variance = fit.residualSumOfSquares / (fit.n - used)
  return fit.names.map((name, i) => {
    const value = fit.coefficients[i]!
    const standardError = robustErrors[i]!
    const half = criticalT(0.95, units - 1) * standardError
    return {
      name,
      value,
      standardError,
      arellanoError: arellanoErrors[i]!,
      classicalError: Math.sqrt(variance * fit.bread.get(i, i)),
      low: value - half,
      high: value + half,
      p: studentTwoSidedP(value / standardError, units - 1),
    }
  })
}

/**
 * Fixed-effects regression: what happens in a unit when its predictor moves, units and periods held constant.
 *
 * For: does a rise of engagement in a store precede a rise of its satisfaction (lag the predictor)? In words: unit (and period) means are taken out of all
 * variables, then least squares; errors are robust to dependence within units, t with units − 1 degrees of freedom. With fewer than 20 units prefer
 * `withinPermutationP`; below 8 units show no figure. Equal to R `plm(model = "within")`; CR1 as `sandwich::vcovCL` on the dummy regression. Source:
 * Mundlak (1978), Econometrica 46:69; Arellano (1987), Oxford Bulletin 49:431.
 */
export function fixedEffects(
  { y, predictors, units, periods }: PanelData,
  limit: IterationLimit = {},
): PanelFit | WhyNot {
  const unit = groupIndex(units)
  const period = periods ? groupIndex(periods) : null
  const effects = period ? [unit, period] : [unit]
  const [within, ...inside] = [y, ...predictors.map(({ values }) => values)].map((values) =>
    withinValues(values, effects, limit),
  )
  const used = predictors.length + unit.count + (period ? period.count - 1 : 0)
  if (y.length <= used || unit.count < 2) return 'too-few'
  if (within === undefined || within === 'not-converged') return 'not-converged'
  if (isRounding(within, y)) return 'constant'
  const left: Predictor[] = []
  for (const [i, values] of inside.entries()) {
    if (values === 'not-converged') return values
    if (isRounding(values, predictors[i]!.values)) return 'collinear'
    left.push({ name: predictors[i]!.name, values })
  }
  const fit = leastSquares(within, left)
  if (typeof fit === 'string') return fit
  const { covariance: arellano } = clusterRobust(fit, units, 'CR0')
  const factor = (unit.count / (unit.count - 1)) * ((fit.n - 1) / (fit.n - used))
  const robust = arellano.clone().mul(factor)
  return sound({
    coefficients: coefficientsOf(fit, { robust, arellano, units: unit.count, used }),
    n: fit.n,
    units: unit.count,
    periods: period?.count ?? 0,
    degreesOfFreedom: fit.n - used,
    fit,
  })
}

/** Regression of unit means on unit means: how units differ, which says nothing about what happens when one of them changes. */
export function betweenUnits({ y, predictors, units }: PanelData): LeastSquaresFit | WhyNot {
  const { index, count } = groupIndex(units)
  const means = (values: ArrayLike<number>) => {
    const sums = new Float64Array(count)
    const sizes = new Float64Array(count)
    index.forEach((g, i) => {
      sums[g]! += values[i]!
      sizes[g]! += 1
    })
    return sums.map((sum, g) => sum / sizes[g]!)
  }
  const averaged = predictors.map(({ name, values }) => ({ name, values: means(values) }))
  return leastSquares(means(y), [interceptOf(count), ...averaged])
}
