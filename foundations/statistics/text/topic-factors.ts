import { Matrix } from 'ml-matrix'
import type { WhyNot } from '../estimate.ts'
import { randomSource } from '../resampling/random-source.ts'

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
}

/** Where to start, and how long to go on. */
export interface TopicStart {
  readonly documents: readonly (readonly number[])[]
  readonly topics: readonly (readonly number[])[]
}

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

/**
 * Topics by non-negative matrix factorisation: documents × words ≈ (documents × topics)(topics × words), squared error, multiplicative updates (topics, then documents).
 *
 * The outcome depends on the start: compare several seeds and keep the number of topics that comes out alike. 'no-answers' without documents, 'weights-not-positive' for a negative weight. Source: Lee & Seung
 * (1999), Nature 401:788.
 */
export function topicFactors(
  weights: readonly (readonly number[])[],
  start: TopicStart,
  iterations = 500,
): TopicFactors | WhyNot {
  if (weights.length === 0 || weights[0]!.length === 0) return 'no-answers'
  if (weights.some((row) => row.some((weight) => !(weight >= 0)))) return 'weights-not-positive'
  const v = matrixOf(weights)
  let [w, h] = [matrixOf(start.documents), matrixOf(start.topics)]
  for (let i = 0; i < iterations; i++) {
    h = multiplied(h, w.transpose().mmul(v), w.transpose().mmul(w).mmul(h))
    w = multiplied(w, v.mmul(h.transpose()), w.mmul(h).mmul(h.transpose()))
  }
  const documents = w.to2DArray()
  return {
    documents,
    topics: h.to2DArray(),
    error: Matrix.sub(v, w.mmul(h)).norm('frobenius'),
    dominantTopics: documents.map(indexOfLargest),
  }
}
