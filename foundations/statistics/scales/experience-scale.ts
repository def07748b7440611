import { criticalT } from '../distributions/student-t.ts'
import type { Estimate, IntervalOptions, MethodName } from '../estimate.ts'
import { noEstimate } from '../estimate.ts'
import { meanAndSd } from '../means/mean-and-sd.ts'
import { isSound, soundEstimate } from '../sound-result.ts'

/** One item of a scale: the answers and whether a high answer means little. */
export interface ScaleItem {
  readonly answers: ArrayLike<number>
  readonly isReversed?: boolean
}

/** A dimension with its items. */
export interface ScaleDimension {
  readonly name: string
  readonly items: readonly ScaleItem[]
}

/** Ends of the answer scale. */
export interface AnswerScale {
  readonly lowest: number
  readonly highest: number
}

/** Scores 0–100 of the dimensions and of their total. */
export interface ScaleScores {
  readonly dimensions: readonly {
    readonly name: string
    readonly score: Estimate
    readonly perPerson: Float64Array
  }[]
  readonly total: Estimate & { readonly standardError: number | null }
}

/** Answers with reversed items turned round: lowest + highest − answer. */
export function keyedAnswers(
  { answers, isReversed = false }: ScaleItem,
  { lowest, highest }: AnswerScale,
): Float64Array {
  return Float64Array.from(answers, (answer) => (isReversed ? lowest + highest - answer : answer))
}

function meanOfColumns(columns: readonly Float64Array[]): Float64Array {
  return Float64Array.from(
    { length: columns[0]?.length ?? 0 },
    (_, row) => columns.reduce((sum, column) => sum + column[row]!, 0) / columns.length,
  )
}

/** Mean of people with its t interval and standard error. */
function meanOfPeople(values: Float64Array, level: number) {
  const method: MethodName = 'mean-t'
  if (values.length === 0)
    return { ...noEstimate(method, 'no-answers', { n: 0, level }), standardError: null }
  const { n, mean, sd } = meanAndSd(values)
  if (!Number.isFinite(mean))
    return { ...noEstimate(method, 'not-finite', { n, level }), standardError: null }
  if (sd === null || sd === 0) {
    const why = sd === null ? ('one-answer' as const) : ('constant' as const)
    return { ...noEstimate(method, why, { n, level }), value: mean, standardError: null }
  }
  const standardError = sd / Math.sqrt(n)
  const half = criticalT(level, n - 1) * standardError
  return soundEstimate({ value: mean, n, low: mean - half, high: mean + half, level, method, standardError })
}

/**
 * Scores of a multi-dimensional scale on 0–100: a dimension is the mean of its keyed items, rescaled; the total is the mean of the dimensions.
 *
 * For: a Brand Experience Score (four dimensions of three items, 7 points) or an engagement scale. The dimensions are reflective (their items should agree:
 * alpha applies); the total is formative (its dimensions need not), so no alpha belongs to it. Standard errors are over people.
 * Source: structure after Brakus, Schmitt & Zarantonello (2009), J. Marketing 73(3):52.
 */
export function scaleScores(
  dimensions: readonly ScaleDimension[],
  { lowest, highest, level = 0.95 }: AnswerScale & IntervalOptions,
): ScaleScores {
  if (!(highest > lowest))
    throw new RangeError(`a scale needs its highest above its lowest, got ${lowest} to ${highest}`)
  const scored = dimensions.map(({ name, items }) => {
    const means = meanOfColumns(items.map((item) => keyedAnswers(item, { lowest, highest })))
    const perPerson = means.map((mean) => (100 * (mean - lowest)) / (highest - lowest))
    return { name, perPerson, score: meanOfPeople(perPerson, level) }
  })
  return {
    dimensions: scored,
    total: meanOfPeople(meanOfColumns(scored.map(({ perPerson }) => perPerson)), level),
  }
}

/**
 * Score of one person or unit on a scale in its own points: mean of the items of each dimension, and of all items (UWES convention).
 *
 * Source: Schaufeli, Bakker & Salanova (2006), Educ. Psychol. Meas. 66:701.
 */
export function itemMeans(
  items: ReadonlyMap<string, readonly number[]>,
): { dimensions: Map<string, number>; total: number } | null {
  const all = [...items.values()].flat()
  if (all.length === 0 || [...items.values()].some((list) => list.length === 0)) return null
  const means = {
    dimensions: new Map([...items].map(([name, list]) => [name, meanAndSd(list).mean])),
    total: meanAndSd(all).mean,
  }
  return isSound(means) ? means : null
}
