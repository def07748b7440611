import { Matrix } from 'ml-matrix'
import type { WhyNot } from '../estimate.ts'
import type { IterationLimit } from '../optimisation/iteration-limit.ts'
import { randomSource } from '../resampling/random-source.ts'
import { sound } from '../sound-result.ts'

/** Documents as mixtures of topics, topics as mixtures of words; nothing negative. */
export interface TopicFactors {
  /** Documents in rows, topics in columns. */
  readonly documents: readonly (readonly number[])[]
  /** Topics in rows, words in columns. */
  readonly topics: readonly (readonly number[])[]
  /** Frobenius norm of what is left unexplained. */
  readonly error: number
  /** Topic with the largest part in each document, the first of equals. */
  readonly dominantTopics: readonly number[]
  readonly iterations: number
}

/** Where to start, and how long to go on. */
export interface TopicStart {
  readonly documents: readonly (readonly number[])[]
  readonly topics: readonly (readonly number[])[]
}

/** How long topics are sought. */
export interface TopicOptions extends IterationLimit {
  /** A round of ten updates that lowers the error by less than this share of the first error is the last; default 10⁻⁵. */
  readonly smallestFall?: number
  /** Hears the share of `mostIterations` that is done, 0–1; 1 when the topics have settled. */
  readonly onProgress?: (share: number) => void
}

const MAX_ITERATIONS = 5_000
const ROUND = 10
const SMALLEST_FALL = 1e-5
const NEVER_ZERO = 1e-12

const matrixOf = (rows: readonly (readonly number[])[]) => new Matrix(rows.map((row) => [...row]))

/** Multiplies by wanted / reached, element by element. */
function multiplied(current: Matrix, wanted: Matrix, reached: Matrix): Matrix {
  return Matrix.mul(current, Matrix.div(wanted, Matrix.add(reached, NEVER_ZERO)))
}

function indexOfLargest(values: readonly number[]): number {
  return values.reduce((best, value, i) => (value > values[best]! ? i : best), 0)
}

/** Positive random start of a given number of topics. */
export function randomTopicStart(
  weights: readonly (readonly number[])[],
  topics: number,
  seed: number,
): TopicStart {
  const random = randomSource(seed)
  const fill = (rows: number, columns: number) =>
    Array.from({ length: rows }, () => Array.from({ length: columns }, () => 0.1 + random.uniform()))
  return { documents: fill(weights.length, topics), topics: fill(topics, weights[0]?.length ?? 0) }
}

/** Both factors, improved in turn. */
interface Factors {
  readonly w: Matrix
  readonly h: Matrix
}

function updated(v: Matrix, { w, h }: Factors, times: number): Factors {
  let [documents, topics] = [w, h]
  for (let i = 0; i < times; i++) {
    const across = documents.transpose()
    topics = multiplied(topics, across.mmul(v), across.mmul(documents).mmul(topics))
    const along = topics.transpose()
    documents = multiplied(documents, v.mmul(along), documents.mmul(topics.mmul(along)))
  }
  return { w: documents, h: topics }
}

const errorOf = (v: Matrix, { w, h }: Factors) => Matrix.sub(v, w.mmul(h)).norm('frobenius')

function resultOf(v: Matrix, factors: Factors, iterations: number): TopicFactors {
  const documents = factors.w.to2DArray()
  return {
    documents,
    topics: factors.h.to2DArray(),
    error: errorOf(v, factors),
    dominantTopics: documents.map(indexOfLargest),
    iterations,
  }
}

function settledFactors(
  v: Matrix,
  start: Factors,
  { mostIterations = MAX_ITERATIONS, smallestFall = SMALLEST_FALL, onProgress }: TopicOptions,
): TopicFactors | WhyNot {
  const first = errorOf(v, start)
  let [factors, error] = [start, first]
  for (let iterations = ROUND; iterations <= mostIterations; iterations += ROUND) {
    factors = updated(v, factors, ROUND)
    const next = errorOf(v, factors)
    if (error - next <= smallestFall * first) {
      onProgress?.(1)
      return sound(resultOf(v, factors, iterations))
    }
    error = next
    onProgress?.(iterations / mostIterations)
  }
  return 'not-converged'
}

/**
 * Topics by non-negative matrix factorisation: documents × words ≈ (documents × topics)(topics × words), squared error, multiplicative updates (topics, then documents).
 *
 * The updates go on until ten of them no longer lower the error; 'not-converged' when they still do after `mostIterations`. A number instead of options makes exactly so many updates, as
 * published examples do, whether settled or not. The outcome depends on the start: `stableTopics` compares several. 'no-answers' without documents, 'weights-not-positive' for a negative weight. Source: Lee & Seung
 * (1999), Nature 401:788.
 */
export function topicFactors(
  weights: readonly (readonly number[])[],
  start: TopicStart,
  options: number | TopicOptions = {},
): TopicFactors | WhyNot {
  if (weights.length === 0 || weights[0]!.length === 0) return 'no-answers'
  if (weights.some((row) => row.some((weight) => !(weight >= 0)))) return 'weights-not-positive'
  const v = matrixOf(weights)
  const begun = { w: matrixOf(start.documents), h: matrixOf(start.topics) }
  if (typeof options === 'number') return sound(resultOf(v, updated(v, begun, options), options))
  return settledFactors(v, begun, options)
}
