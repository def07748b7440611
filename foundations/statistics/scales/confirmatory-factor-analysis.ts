import { Matrix } from 'ml-matrix'
import { covarianceMatrix } from '../association/correlation-matrix.ts'
import { chiSquaredUpper } from '../distributions/chi-squared.ts'
import type { WhyNot } from '../estimate.ts'
import type { IterationLimit } from '../optimisation/iteration-limit.ts'
import { positiveDefinite, traceOfProduct } from '../regression/positive-definite.ts'
import {
  covarianceDerivatives,
  type FactorOfItem,
  type FactorParameters,
  impliedCovariance,
} from './factor-model.ts'

/** How well a factor model reproduces the covariances of the items. */
export interface FactorFit {
  readonly chiSquared: number
  readonly degreesOfFreedom: number
  readonly p: number | null
  /** Comparative fit index. */
  readonly cfi: number
  /** Tucker–Lewis index; null without degrees of freedom. */
  readonly tli: number | null
  readonly rmsea: number | null
  readonly srmr: number
  readonly logLikelihood: number
}

/** A fitted confirmatory factor model. */
export interface FactorAnalysis {
  readonly n: number
  readonly parameters: FactorParameters
  readonly standardisedLoadings: readonly number[]
  readonly factorCorrelations: readonly number[]
  readonly fit: FactorFit
  readonly iterations: number
}

const MAX_ITERATIONS = 500
const SETTLED = 1e-10

/** Maximum-likelihood discrepancy ln|Σ| + tr(SΣ⁻¹) − ln|S| − p, without its constant part; infinite where Σ is no covariance. */
function discrepancy(sample: Matrix, implied: Matrix): { value: number; inverse: Matrix } | null {
  const factored = positiveDefinite(implied)
  if (!factored) return null
  const inverse = factored.inverse()
  return { value: factored.logDeterminant + traceOfProduct(sample, inverse), inverse }
}

function unpacked(packed: readonly number[], items: number): FactorParameters {
  return {
    loadings: packed.slice(0, items),
    factorCorrelations: packed.slice(items, packed.length - items),
    uniquenesses: packed.slice(packed.length - items),
  }
}

function startOf(sample: Matrix, factors: number): number[] {
  const variances = sample.diagonal()
  const correlations = new Array<number>((factors * (factors - 1)) / 2).fill(0.3)
  return [...variances.map((v) => 0.7 * Math.sqrt(v)), ...correlations, ...variances.map((v) => 0.5 * v)]
}

const flat = (matrix: Matrix) => Float64Array.from(matrix.to1DArray())

/** The product of two squares of numbers, and the same turned over, row by row. */
function productOf(a: Float64Array, b: Float64Array, size: number) {
  const [product, turned] = [new Float64Array(a.length), new Float64Array(a.length)]
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      let sum = 0
      for (let k = 0; k < size; k++) sum += a[i * size + k]! * b[k * size + j]!
      product[i * size + j] = sum
      turned[j * size + i] = sum
    }
  return { product, turned }
}

/** Trace of the product of two squares, the second turned over. */
function sumOfProducts(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

/** Fisher-scoring direction at a point. */
function direction(
  sample: Matrix,
  inverse: Matrix,
  at: { parameters: FactorParameters; factorOf: FactorOfItem },
): number[] | null {
  const size = at.factorOf.length
  const implied = impliedCovariance(at.parameters, at.factorOf)
  const residual = flat(inverse.mmul(Matrix.sub(sample, implied)))
  const inverted = flat(inverse)
  const weighted = covarianceDerivatives(at.parameters, at.factorOf).map((derivative) =>
    productOf(inverted, derivative, size),
  )
  const gradient = weighted.map(({ turned }) => sumOfProducts(residual, turned))
  const information = Matrix.zeros(weighted.length, weighted.length)
  for (const [i, { product }] of weighted.entries())
    for (let j = 0; j <= i; j++) {
      const trace = sumOfProducts(product, weighted[j]!.turned)
      information.set(i, j, trace)
      information.set(j, i, trace)
    }
  return positiveDefinite(information)?.solve(gradient) ?? null
}

function isAdmissible({ uniquenesses, factorCorrelations }: FactorParameters): boolean {
  return uniquenesses.every((value) => value > 0) && factorCorrelations.every((value) => Math.abs(value) < 1)
}

interface Solution {
  readonly packed: readonly number[]
  readonly iterations: number
}

interface Search {
  readonly sample: Matrix
  readonly factorOf: FactorOfItem
  readonly start: readonly number[]
  readonly settled: number
}

function maximise({ sample, factorOf, start, settled }: Search, mostIterations: number): Solution | WhyNot {
  const items = factorOf.length
  let packed = start
  let current = discrepancy(sample, impliedCovariance(unpacked(packed, items), factorOf))
  for (let iterations = 1; iterations <= mostIterations && current; iterations++) {
    const step = direction(sample, current.inverse, { parameters: unpacked(packed, items), factorOf })
    if (!step) return 'collinear'
    if (Math.max(...step.map(Math.abs)) < settled) return { packed, iterations }
    let [scale, moved] = [1, false]
    for (; scale > 1e-8 && !moved; scale /= 2) {
      const candidate = packed.map((value, i) => value + scale * step[i]!)
      const next = isAdmissible(unpacked(candidate, items))
        ? discrepancy(sample, impliedCovariance(unpacked(candidate, items), factorOf))
        : null
      if (!next || next.value > current.value + 1e-13 * Math.abs(current.value)) continue
      ;[packed, current, moved] = [candidate, next, true]
    }
    if (!moved) return 'not-converged'
  }
  return 'not-converged'
}

function srmrOf(sample: Matrix, implied: Matrix): number {
  const p = sample.rows
  let squares = 0
  for (let i = 0; i < p; i++) {
    for (let j = 0; j <= i; j++) {
      squares += (sample.get(i, j) - implied.get(i, j)) ** 2 / (sample.get(i, i) * sample.get(j, j))
    }
  }
  return Math.sqrt(squares / ((p * (p + 1)) / 2))
}

function fitOf(
  sample: Matrix,
  implied: Matrix,
  { n, parameters }: { n: number; parameters: number },
): FactorFit {
  const p = sample.rows
  const sampleLog = positiveDefinite(sample)!.logDeterminant
  const reached = discrepancy(sample, implied)!.value
  const chiSquared = Math.max(0, n * (reached - sampleLog - p))
  const degreesOfFreedom = (p * (p + 1)) / 2 - parameters
  const independence = n * (sample.diagonal().reduce((sum, value) => sum + Math.log(value), 0) - sampleLog)
  const independenceDf = (p * (p - 1)) / 2
  const excess = Math.max(0, chiSquared - degreesOfFreedom)
  const independenceExcess = Math.max(excess, independence - independenceDf, 0)
  const ratio = independence / independenceDf
  return {
    chiSquared,
    degreesOfFreedom,
    p: degreesOfFreedom > 0 ? chiSquaredUpper(chiSquared, degreesOfFreedom) : null,
    cfi: independenceExcess === 0 ? 1 : 1 - excess / independenceExcess,
    tli: degreesOfFreedom > 0 ? (ratio - chiSquared / degreesOfFreedom) / (ratio - 1) : null,
    rmsea: degreesOfFreedom > 0 ? Math.sqrt(excess / (degreesOfFreedom * n)) : null,
    srmr: srmrOf(sample, implied),
    logLikelihood: (-n / 2) * (p * Math.log(2 * Math.PI) + reached),
  }
}

function largestSignPositive(loadings: readonly number[], factorOf: FactorOfItem): number[] {
  const sums = new Map<number, number>()
  loadings.forEach((loading, i) => {
    sums.set(factorOf[i]!, (sums.get(factorOf[i]!) ?? 0) + loading)
  })
  return loadings.map((loading, i) => (sums.get(factorOf[i]!)! < 0 ? -loading : loading))
}

/** How a model is fitted to covariances. */
export interface CovarianceFitOptions extends IterationLimit {
  /** Where to begin: a solution of nearly the same covariances. */
  readonly from?: FactorParameters
  /** Largest step of a parameter that counts as none; 1e-10 where absent. A resample need not settle as far as a figure. */
  readonly settled?: number
}

/**
 * Confirmatory factor analysis by maximum likelihood, each item on one factor, factors of variance 1 free to correlate.
 *
 * For: do the items of a scale measure what they claim? n ≥ 100 is advised. Chi-squared = n × discrepancy with covariances over n, as R `lavaan` by
 * default. `factorOf[i]` is the factor of item i. Every factor needs three items, or two when factors correlate. 'not-converged' also for an improper
 * solution (a variance that would be negative), 'collinear' when items repeat each other. Source: Jöreskog (1969), Psychometrika 34:183.
 */
export function confirmatoryFactorAnalysis(
  items: readonly ArrayLike<number>[],
  factorOf: FactorOfItem,
  limit: IterationLimit = {},
): FactorAnalysis | WhyNot {
  const n = items[0]?.length ?? 0
  if (items.length < 3 || n <= items.length) return 'too-few'
  const covariance = covarianceMatrix(items).mul((n - 1) / n)
  return factorAnalysisOfCovariance({ covariance: covariance.to2DArray(), n }, factorOf, limit)
}

/** The same from covariances over n, a square of them, such as those of a resample. */
export function factorAnalysisOfCovariance(
  { covariance, n }: { readonly covariance: readonly (readonly number[])[]; readonly n: number },
  factorOf: FactorOfItem,
  { mostIterations = MAX_ITERATIONS, from, settled = SETTLED }: CovarianceFitOptions = {},
): FactorAnalysis | WhyNot {
  const items = covariance.length
  const sample = new Matrix(covariance.map((row) => [...row]))
  if (items < 3 || n <= items) return 'too-few'
  if (!sample.to1DArray().every(Number.isFinite)) return 'not-finite'
  if (sample.diagonal().some((variance) => variance === 0)) return 'constant'
  if (!positiveDefinite(sample)) return 'collinear'
  const start = from
    ? [...from.loadings, ...from.factorCorrelations, ...from.uniquenesses]
    : startOf(sample, Math.max(...factorOf) + 1)
  const solution = maximise({ sample, factorOf, start, settled }, mostIterations)
  if (typeof solution === 'string') return solution
  const parameters = unpacked(solution.packed, items)
  const implied = impliedCovariance(parameters, factorOf)
  const standardised = parameters.loadings.map((loading, i) => loading / Math.sqrt(implied.get(i, i)))
  return {
    n,
    parameters,
    standardisedLoadings: largestSignPositive(standardised, factorOf),
    factorCorrelations: parameters.factorCorrelations,
    fit: fitOf(sample, implied, { n, parameters: solution.packed.length }),
    iterations: solution.iterations,
  }
}
