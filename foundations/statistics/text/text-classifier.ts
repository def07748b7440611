import type { WhyNot } from '../estimate.ts'
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
export interface ClassifierOptions {
  /** Penalty on squared word weights, relative to the sum of losses. */
  readonly penalty?: number
}

const FEWEST_PER_LABEL = 20
const MAX_SWEEPS = 200
const SETTLED = 1e-6

interface Column {
  readonly word: string
  readonly entries: readonly (readonly [row: number, weight: number])[]
}

function columnsOf(texts: readonly LabelledText[]): Column[] {
  const columns = new Map<string, [number, number][]>()
  texts.forEach(({ weights }, row) => {
    for (const [word, weight] of weights) {
      const entries = columns.get(word)
      if (entries) entries.push([row, weight])
      else columns.set(word, [[row, weight]])
    }
  })
  return [...columns].sort(([a], [b]) => (a < b ? -1 : 1)).map(([word, entries]) => ({ word, entries }))
}

const logistic = (score: number) => 1 / (1 + Math.exp(-score))

/** Newton step of one coefficient with the others held; the curvature is bounded below by its largest possible value, so the loss never rises. */
function coordinateStep(
  scores: Float64Array,
  labels: Float64Array,
  { entries, current, penalty }: { entries: Column['entries']; current: number; penalty: number },
): number {
  let [slope, curvature] = [penalty * current, penalty]
  for (const [row, weight] of entries) {
    slope += weight * (logistic(scores[row]!) - labels[row]!)
    curvature += (weight * weight) / 4
  }
  return curvature === 0 ? 0 : -slope / curvature
}

function move(scores: Float64Array, entries: Column['entries'], step: number): void {
  for (const [row, weight] of entries) scores[row]! += step * weight
}

/**
 * Linear text classifier: logistic regression on word weights with a squared penalty, by coordinate descent (majorisation, so every step improves).
 *
 * For: sentiment learnt from a tenant's own texts, whose scores are free labels. 'too-few' below 20 texts of a kind, 'not-converged' when it does not settle. Judge it on texts it has not seen. Source:
 * Genkin, Lewis & Madigan (2007), Technometrics 49:291; Böhning & Lindsay (1988).
 */
export function trainTextClassifier(
  texts: readonly LabelledText[],
  { penalty = 1 }: ClassifierOptions = {},
): TextClassifier | WhyNot {
  const ones = texts.filter(({ label }) => label === 1).length
  if (Math.min(ones, texts.length - ones) < FEWEST_PER_LABEL) return 'too-few'
  const columns = columnsOf(texts)
  const everyRow = texts.map((_, row) => [row, 1] as const)
  const labels = Float64Array.from(texts, ({ label }) => label)
  const scores = new Float64Array(texts.length)
  const coefficients = new Float64Array(columns.length)
  let constant = 0
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    const shift = coordinateStep(scores, labels, { entries: everyRow, current: 0, penalty: 0 })
    constant += shift
    move(scores, everyRow, shift)
    let largest = Math.abs(shift)
    columns.forEach(({ entries }, j) => {
      const step = coordinateStep(scores, labels, { entries, current: coefficients[j]!, penalty })
      coefficients[j]! += step
      move(scores, entries, step)
      largest = Math.max(largest, Math.abs(step))
    })
    if (largest < SETTLED) {
      return { constant, words: Object.fromEntries(columns.map(({ word }, j) => [word, coefficients[j]!])) }
    }
  }
  return 'not-converged'
}

/** Probability, 0–1, that a text is of kind 1; words the model does not know are ignored. */
export function classifiedShare({ constant, words }: TextClassifier, weights: TermWeights): number {
  return logistic(
    [...weights].reduce((score, [word, weight]) => score + weight * (words[word] ?? 0), constant),
  )
}
