import { Matrix as DenseMatrix } from 'ml-matrix'
import type { WhyNot } from '../estimate.ts'
import { type Progress, tellingParts } from '../progress.ts'
import { randomSource } from '../resampling/random-source.ts'
import type { Predictor } from './design-matrix.ts'
import { type LeastSquaresFit, leastSquares } from './least-squares.ts'
import { clusterRobust } from './sandwich.ts'

/** The question: is one coefficient 0, when observations of a cluster depend on each other and clusters are few? */
export interface WildBootstrapData {
  readonly y: ArrayLike<number>
  /** With the constant term and every dummy. */
  readonly predictors: readonly Predictor[]
  readonly clusters: ArrayLike<number | string>
  /** Name of the predictor that is tested. */
  readonly tested: string
}

/** Draws and seed; draws are not needed where every sign pattern can be gone through. */
export interface WildBootstrapOptions extends Progress {
  readonly draws?: number
  readonly seed?: number
}

/** A p value that holds with few clusters. */
export interface WildBootstrap {
  readonly coefficient: number
  /** Coefficient over its cluster-robust error (CR1). */
  readonly t: number
  readonly p: number
  readonly clusters: number
  /** Patterns of weights that were used. */
  readonly draws: number
  /** Whether all patterns were gone through, so that no chance is left. */
  readonly isExact: boolean
}

const DRAWS = 1999
const FEWEST_CLUSTERS = 8
/** Up to this many clusters all sign patterns are gone through. */
const MOST_EXACT = 12
/** As large as the t seen, rounding aside. */
const ROUNDING = 1e-9

/** Restricted fit, design and clusters, prepared once. */
interface Prepared {
  readonly full: LeastSquaresFit
  readonly place: number
  readonly fitted: Float64Array
  readonly residuals: Float64Array
  readonly clusterOf: Int32Array
  readonly count: number
}

function prepared({ y, predictors, clusters, tested }: WildBootstrapData): Prepared | WhyNot {
  const place = predictors.findIndex(({ name }) => name === tested)
  if (place < 0) throw new RangeError(`no predictor ${tested}`)
  const full = leastSquares(y, predictors)
  if (typeof full === 'string') return full
  const others = predictors.filter((_, i) => i !== place)
  const residuals = others.length === 0 ? Float64Array.from(y) : leastSquares(y, others)
  if (typeof residuals === 'string') return residuals
  const rest = residuals instanceof Float64Array ? residuals : residuals.residuals
  const names = [...new Set(Array.from(clusters))]
  return {
    full,
    place,
    fitted: rest.map((residual, i) => y[i]! - residual),
    residuals: rest,
    clusterOf: Int32Array.from(Array.from(clusters), (name) => names.indexOf(name)),
    count: names.length,
  }
}

/** t of the tested coefficient in a regression of other outcomes on the same design. */
function tOf({ full, place, clusterOf }: Prepared, y: Float64Array): number {
  const { design, bread } = full
  const coefficients = bread
    .mmul(design.transpose().mmul(DenseMatrix.columnVector(Array.from(y))))
    .to1DArray()
  const residuals = y.map((value, i) =>
    coefficients.reduce((rest, coefficient, j) => rest - coefficient * design.get(i, j), value),
  )
  const { covariance } = clusterRobust({ ...full, residuals }, clusterOf)
  return coefficients[place]! / Math.sqrt(covariance.get(place, place))
}

/** Every pattern of signs with the first cluster's sign fixed: turning all signs gives the same absolute t. */
function* allSigns(count: number): Generator<Float64Array> {
  for (let mask = 0; mask < 2 ** (count - 1); mask++) {
    yield Float64Array.from({ length: count }, (_, g) => (g > 0 && (mask >> (g - 1)) & 1 ? -1 : 1))
  }
}

function* drawnSigns(count: number, { draws = DRAWS, seed = 1 }: WildBootstrapOptions) {
  const random = randomSource(seed)
  for (let draw = 0; draw < draws; draw++) {
    yield Float64Array.from({ length: count }, () => (random.uniform() < 0.5 ? -1 : 1))
  }
}

/**
 * Wild cluster bootstrap of one coefficient, with the null imposed: the p value for 8 to about 20 clusters, where the t distribution is too confident.
 *
 * In words: fit without the tested predictor, turn the residuals of whole clusters round by chance, and count how often the t of the tested coefficient is as large as the one seen. Up to 12 clusters all sign
 * patterns are gone through; above, p = (1 + as large) / (1 + draws). 'too-few' below 8 clusters: show no p value. Source: Cameron, Gelbach & Miller (2008), Rev. Econ. Stat. 90:414.
 */
export function wildClusterBootstrap(
  data: WildBootstrapData,
  options: WildBootstrapOptions = {},
): WildBootstrap | WhyNot {
  if (data.clusters.length !== data.y.length) throw new RangeError('one cluster per observation')
  const ready = prepared(data)
  if (typeof ready === 'string') return ready
  const { full, fitted, residuals, clusterOf, count, place } = ready
  if (count < FEWEST_CLUSTERS) return 'too-few'
  const t = tOf(ready, Float64Array.from(data.y))
  if (!Number.isFinite(t)) return 'constant'
  const isExact = count <= MOST_EXACT
  const told = tellingParts(isExact ? 2 ** (count - 1) : (options.draws ?? DRAWS), options)
  let [larger, total] = [0, 0]
  for (const weights of isExact ? allSigns(count) : drawnSigns(count, options)) {
    const y = fitted.map((value, i) => value + weights[clusterOf[i]!]! * residuals[i]!)
    total += 1
    told(total)
    if (Math.abs(tOf(ready, y)) >= Math.abs(t) * (1 - ROUNDING)) larger += 1
  }
  const p = isExact ? larger / total : (1 + larger) / (1 + total)
  return { coefficient: full.coefficients[place]!, t, p, clusters: count, draws: total, isExact }
}
