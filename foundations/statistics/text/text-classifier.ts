import type { WhyNot } from '../estimate.ts'
import type { IterationLimit } from '../optimisation/iteration-limit.ts'
import type { Progress } from '../progress.ts'
import type { TermWeights } from './term-weights.ts'

/** A text with its label: 1 for one kind (promoter), 0 for the other (detractor). */
export interface LabelledText {
  readonly weights: TermWeights
  readonly label: 0 | 1
}

/** A linear model over words; plain data that can be stored. */
export interface TextClassifier {
  readonly constant: number
  readonly words: Readonly<Record<string, number>>
}

/** How the model is trained. */
export interface ClassifierOptions extends IterationLimit, Progress {
  /** Penalty on squared word weights, relative to the sum of losses; above 0. */
  readonly penalty?: number
}

const FEWEST_PER_LABEL = 20
const MAX_STEPS = 60
const MAX_INNER_STEPS = 200
const MAX_HALVINGS = 30
/** Largest slope that is left, relative to that at the start. */
const SETTLED = 1e-8

/** Texts as rows of (column, weight); the last column is the constant and carries no penalty. */
interface Problem {
  readonly rows: readonly { readonly columns: Int32Array; readonly weights: Float64Array }[]
  readonly labels: Float64Array
  readonly width: number
  readonly penalty: number
}

const logistic = (score: number) => 1 / (1 + Math.exp(-score))

function problemOf(texts: readonly LabelledText[], words: readonly string[], penalty: number): Problem {
  const placeOf = new Map(words.map((word, place) => [word, place]))
  return {
    rows: texts.map(({ weights }) => ({
      columns: Int32Array.from([...weights.keys()].map((word) => placeOf.get(word)!)),
      weights: Float64Array.from(weights.values()),
    })),
    labels: Float64Array.from(texts, ({ label }) => label),
    width: words.length + 1,
    penalty,
  }
}

/** Score of every text: constant plus weighted words. */
function scoresOf({ rows, width }: Problem, coefficients: Float64Array): Float64Array {
  return Float64Array.from(rows, ({ columns, weights }) => {
    let score = coefficients[width - 1]!
    for (let k = 0; k < columns.length; k++) score += weights[k]! * coefficients[columns[k]!]!
    return score
  })
}

/** Penalty on `point` plus the sum over texts of `amounts` times their weights. */
function gathered(
  { rows, width, penalty }: Problem,
  point: Float64Array,
  amounts: Float64Array,
): Float64Array {
  const sum = point.map((value, j) => (j === width - 1 ? 0 : penalty * value))
  rows.forEach(({ columns, weights }, i) => {
    const amount = amounts[i]!
    sum[width - 1]! += amount
    for (let k = 0; k < columns.length; k++) sum[columns[k]!]! += weights[k]! * amount
  })
  return sum
}

/** −log likelihood plus penalty. */
function lossOf(
  { labels, width, penalty }: Problem,
  coefficients: Float64Array,
  scores: Float64Array,
): number {
  const ridge = coefficients.reduce((sum, value, j) => sum + (j === width - 1 ? 0 : value * value), 0)
  const losses = scores.reduce(
    (sum, score, i) => sum + Math.max(score, 0) - labels[i]! * score + Math.log1p(Math.exp(-Math.abs(score))),
    0,
  )
  return losses + (penalty / 2) * ridge
}

const product = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, j) => sum + value * b[j]!, 0)
const moved = (from: Float64Array, step: number, along: Float64Array) =>
  from.map((value, j) => value + step * along[j]!)

/** Solves curvature × step = −slope by conjugate gradients, as closely as the slope is far from 0. */
function newtonStep(problem: Problem, slope: Float64Array, curvature: Float64Array): Float64Array {
  const size = Math.sqrt(product(slope, slope))
  const target = Math.min(0.1, Math.sqrt(size)) * size
  let step = new Float64Array(slope.length)
  let rest = slope.map((value) => -value)
  let along = rest
  let squared = product(rest, rest)
  for (let inner = 0; inner < MAX_INNER_STEPS && Math.sqrt(squared) > target; inner++) {
    const scores = scoresOf(problem, along)
    const bent = gathered(
      problem,
      along,
      scores.map((score, i) => score * curvature[i]!),
    )
    const length = squared / product(along, bent)
    step = moved(step, length, along)
    rest = moved(rest, -length, bent)
    const next = product(rest, rest)
    along = moved(rest, next / squared, along)
    squared = next
  }
  return step
}

/** The minimum of the loss, or null when it is not reached. */
function minimum(
  problem: Problem,
  { mostIterations = MAX_STEPS, onProgress }: ClassifierOptions,
): Float64Array | null {
  let at = new Float64Array(problem.width)
  let scores = scoresOf(problem, at)
  let loss = lossOf(problem, at, scores)
  let firstSlope = 0
  for (let iteration = 0; iteration < mostIterations; iteration++) {
    const shares = scores.map(logistic)
    const slope = gathered(
      problem,
      at,
      shares.map((share, i) => share - problem.labels[i]!),
    )
    const steepest = slope.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0)
    if (iteration === 0) firstSlope = steepest
    if (steepest <= SETTLED * Math.max(1, firstSlope)) {
      onProgress?.(1)
      return at
    }
    onProgress?.(iteration / mostIterations)
    const step = newtonStep(
      problem,
      slope,
      shares.map((share) => share * (1 - share)),
    )
    const descent = product(slope, step)
    let length = 1
    for (let halving = 0; ; halving++, length /= 2) {
      if (halving > MAX_HALVINGS) return null
      const next = moved(at, length, step)
      const nextScores = scoresOf(problem, next)
      const nextLoss = lossOf(problem, next, nextScores)
      if (nextLoss <= loss + 1e-4 * length * descent + 1e-12 * Math.abs(loss)) {
        ;[at, scores, loss] = [next, nextScores, nextLoss]
        break
      }
    }
  }
  return null
}

/**
 * Linear text classifier: logistic regression on word weights with a squared penalty, by Newton steps (conjugate gradients inside).
 *
 * For: sentiment learnt from a tenant's own texts, whose scores are free labels. 'too-few' below 20 texts of a kind, 'not-converged' when it does not settle. Judge it on texts it has not seen. Source:
 * Genkin, Lewis & Madigan (2007), Technometrics 49:291; Lin, Weng & Keerthi (2008), JMLR 9:627.
 */
export function trainTextClassifier(
  texts: readonly LabelledText[],
  { penalty = 1, ...search }: ClassifierOptions = {},
): TextClassifier | WhyNot {
  const ones = texts.filter(({ label }) => label === 1).length
  if (Math.min(ones, texts.length - ones) < FEWEST_PER_LABEL) return 'too-few'
  if (!(penalty > 0 && Number.isFinite(penalty))) return 'weights-not-positive'
  const words = [...new Set(texts.flatMap(({ weights }) => [...weights.keys()]))].sort()
  const found = minimum(problemOf(texts, words, penalty), search)
  if (found === null || !found.every(Number.isFinite)) return 'not-converged'
  return {
    constant: found[words.length]!,
    words: Object.fromEntries(words.map((word, j) => [word, found[j]!])),
  }
}

/** Score of a text, in log odds of kind 1; words the model does not know are ignored. */
export function classifierScore({ constant, words }: TextClassifier, weights: TermWeights): number {
  return [...weights].reduce(
    (score, [word, weight]) => score + weight * (Object.hasOwn(words, word) ? words[word]! : 0),
    constant,
  )
}

/** Probability, 0–1, that a text is of kind 1. */
export function classifiedShare(classifier: TextClassifier, weights: TermWeights): number {
  return logistic(classifierScore(classifier, weights))
}
