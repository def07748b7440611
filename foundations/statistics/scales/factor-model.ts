import { Matrix } from 'ml-matrix'

/** Which factor (0, 1, …) each item belongs to. */
export type FactorOfItem = readonly number[]

/** Parameters of a confirmatory model with simple structure and factors of variance 1. */
export interface FactorParameters {
  readonly loadings: readonly number[]
  /** Correlations of the factors, pair by pair: (0,1), (0,2), …, (1,2), … */
  readonly factorCorrelations: readonly number[]
  readonly uniquenesses: readonly number[]
}

/** Position of a pair of factors among the correlations of so many. */
export function pairIndex(a: number, b: number, factors: number): number {
  const [low, high] = a < b ? [a, b] : [b, a]
  return low * factors - (low * (low + 1)) / 2 + (high - low - 1)
}

/** Correlation of two factors, 1 with itself. */
function between(parameters: FactorParameters, [a, b]: readonly [number, number], factors: number): number {
  return a === b ? 1 : parameters.factorCorrelations[pairIndex(a, b, factors)]!
}

/** Covariances that the model implies: loading × loading × factor correlation, plus the uniqueness on the diagonal. */
export function impliedCovariance(parameters: FactorParameters, factorOf: FactorOfItem): Matrix {
  const factors = Math.max(...factorOf) + 1
  const { loadings, uniquenesses } = parameters
  return new Matrix(
    loadings.map((a, i) =>
      loadings.map(
        (b, j) =>
          a * b * between(parameters, [factorOf[i]!, factorOf[j]!], factors) +
          (i === j ? uniquenesses[i]! : 0),
      ),
    ),
  )
}

/** Derivative of the implied covariances, row by row, with respect to each parameter: loadings, factor correlations, uniquenesses. */
export function covarianceDerivatives(
  parameters: FactorParameters,
  factorOf: FactorOfItem,
): Float64Array<ArrayBuffer>[] {
  const p = factorOf.length
  const factors = Math.max(...factorOf) + 1
  const { loadings } = parameters
  const ofLoading = loadings.map((_, item) => {
    const derivative = new Float64Array(p * p)
    for (let j = 0; j < p; j++) {
      const value = loadings[j]! * between(parameters, [factorOf[item]!, factorOf[j]!], factors)
      derivative[item * p + j]! += value
      derivative[j * p + item]! += value
    }
    return derivative
  })
  const ofCorrelation = parameters.factorCorrelations.map((_, pair) => {
    const derivative = new Float64Array(p * p)
    const linked = (i: number, j: number) =>
      factorOf[i] !== factorOf[j] && pairIndex(factorOf[i]!, factorOf[j]!, factors) === pair
    for (let i = 0; i < p; i++)
      for (let j = 0; j < p; j++) if (linked(i, j)) derivative[i * p + j] = loadings[i]! * loadings[j]!
    return derivative
  })
  const ofUniqueness = loadings.map((_, item) => {
    const derivative = new Float64Array(p * p)
    derivative[item * p + item] = 1
    return derivative
  })
  return [...ofLoading, ...ofCorrelation, ...ofUniqueness]
}
