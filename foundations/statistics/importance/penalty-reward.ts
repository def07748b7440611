import type { WhyNot } from '../estimate.ts'
import { type Progress, tellingParts } from '../progress.ts'
import { interceptOf, type Predictor } from '../regression/design-matrix.ts'
import { fitQuality } from '../regression/fit-quality.ts'
import { leastSquares } from '../regression/least-squares.ts'
import { quantile, quantileOfSorted } from '../resampling/quantile.ts'
import { randomSource } from '../resampling/random-source.ts'

/** What kind of touchpoint it is; the cut-offs are conventions of this library. */
export type TouchpointKind = 'frustrator' | 'dissatisfier' | 'hybrid' | 'satisfier' | 'delighter'

/** What one touchpoint costs when it goes badly and gives when it goes very well. */
export interface TouchpointContrast {
  readonly name: string
  /** Coefficient of a low score, in points of the outcome; normally negative. */
  readonly penalty: number
  /** Coefficient of a top score; normally positive. */
  readonly reward: number
  /** Reward plus absolute penalty, each 0 where it has the wrong sign. */
  readonly range: number
  /** −1 only penalises, +1 only rewards; null when neither. */
  readonly asymmetry: number | null
  readonly kind: TouchpointKind | null
  /** Bootstrap limits of the range; null when no draws were asked for. */
  readonly rangeLow: number | null
  readonly rangeHigh: number | null
  /** A penalty that rewards or a reward that penalises was set to 0. */
  readonly hasWrongSign: boolean
  /** Fewer than 20 answers with a low, or with a top, score: merge boxes. */
  readonly isThin: boolean
  /** Range in the top quartile of the touchpoints, and its interval excludes 0; null without interval. */
  readonly isMomentOfTruth: boolean | null
}

/** All touchpoints together. */
export interface PenaltyReward {
  readonly intercept: number
  readonly r2: number | null
  readonly n: number
  readonly touchpoints: readonly TouchpointContrast[]
}

/** Scores that count as low and as top, and the resampling. */
export interface PenaltyRewardOptions extends Progress {
  readonly isLow: (score: number) => boolean
  readonly isTop: (score: number) => boolean
  readonly draws?: number
  readonly seed?: number
  readonly level?: number
}

const FEWEST_PER_BOX = 20

/** Label of an impact asymmetry: below −0.6, −0.2, up to 0.2, up to 0.6, above. */
export function kindOfAsymmetry(asymmetry: number): TouchpointKind {
  if (asymmetry < -0.6) return 'frustrator'
  if (asymmetry < -0.2) return 'dissatisfier'
  if (asymmetry <= 0.2) return 'hybrid'
  return asymmetry <= 0.6 ? 'satisfier' : 'delighter'
}

function dummies({ name, values }: Predictor, { isLow, isTop }: PenaltyRewardOptions): Predictor[] {
  const indicator = (test: (score: number) => boolean) =>
    Float64Array.from(values, (score) => (test(score) ? 1 : 0))
  return [
    { name: `${name} low`, values: indicator(isLow) },
    { name: `${name} top`, values: indicator(isTop) },
  ]
}

const rangeOf = (penalty: number, reward: number) => Math.max(0, reward) + Math.max(0, -penalty)

function asymmetryOf(penalty: number, reward: number): number | null {
  const range = rangeOf(penalty, reward)
  return range > 0 ? (Math.max(0, reward) - Math.max(0, -penalty)) / range : null
}

/** Sorted ranges of each touchpoint over resamples of respondents. */
function resampledRanges(
  y: ArrayLike<number>,
  columns: readonly Predictor[],
  { draws = 0, seed = 1, onProgress }: PenaltyRewardOptions,
): Float64Array[] {
  const random = randomSource(seed)
  const ranges: number[][] = Array.from({ length: columns.length / 2 }, () => [])
  const told = tellingParts(draws, { onProgress })
  for (let draw = 0; draw < draws; draw++) {
    told(draw + 1)
    const rows = Int32Array.from({ length: y.length }, () => random.index(y.length))
    const pick = (values: ArrayLike<number>) => Float64Array.from(rows, (row) => values[row]!)
    const sample = columns.map(({ name, values }) => ({ name, values: pick(values) }))
    const fit = leastSquares(pick(y), [interceptOf(y.length), ...sample])
    if (typeof fit === 'string') continue
    ranges.forEach((list, i) => {
      list.push(rangeOf(fit.coefficients[1 + 2 * i]!, fit.coefficients[2 + 2 * i]!))
    })
  }
  return ranges.map((list) => Float64Array.from(list).sort())
}

interface ContrastParts {
  readonly name: string
  readonly penalty: number
  readonly reward: number
  readonly sorted: Float64Array | undefined
  readonly level: number
}

function contrastOf({ name, penalty, reward, sorted, level }: ContrastParts) {
  const tail = (1 - level) / 2
  const asymmetry = asymmetryOf(penalty, reward)
  const limit = (p: number) => (sorted && sorted.length > 0 ? quantileOfSorted(sorted, p) : null)
  return {
    name,
    penalty,
    reward,
    range: rangeOf(penalty, reward),
    asymmetry,
    kind: asymmetry === null ? null : kindOfAsymmetry(asymmetry),
    rangeLow: limit(tail),
    rangeHigh: limit(1 - tail),
    hasWrongSign: penalty > 0 || reward < 0,
  }
}

/**
 * Penalty–reward contrast: which touchpoints can only disappoint, which can delight, and which are moments of truth.
 *
 * In words: regress the overall judgement on two indicators per touchpoint, low score and top score; the coefficients are penalty and reward, their
 * asymmetry is (reward − |penalty|) / (reward + |penalty|). Assumes complete answers; an association. Source: Brandt (1987); Mikulić &
 * Prebežac (2008), Managing Service Quality 18:559.
 */
export function penaltyReward(
  y: ArrayLike<number>,
  touchpoints: readonly Predictor[],
  options: PenaltyRewardOptions,
): PenaltyReward | WhyNot {
  if (!touchpoints.every(({ values }) => Array.from(values).every(Number.isFinite))) return 'not-finite'
  const columns = touchpoints.flatMap((touchpoint) => dummies(touchpoint, options))
  const fit = leastSquares(y, [interceptOf(y.length), ...columns])
  if (typeof fit === 'string') return fit
  const sorted = resampledRanges(y, columns, options)
  const contrasts = touchpoints.map(({ name }, i) => {
    const [penalty, reward] = [fit.coefficients[1 + 2 * i]!, fit.coefficients[2 + 2 * i]!]
    return contrastOf({ name, penalty, reward, sorted: sorted[i], level: options.level ?? 0.95 })
  })
  const topQuartile = quantile(
    contrasts.map(({ range }) => range),
    0.75,
  )
  const count = (column: Predictor) => Array.from(column.values).reduce((sum, value) => sum + value, 0)
  return {
    intercept: fit.coefficients[0]!,
    r2: fitQuality(fit, y).r2,
    n: fit.n,
    touchpoints: contrasts.map((contrast, i) => ({
      ...contrast,
      isThin: Math.min(count(columns[2 * i]!), count(columns[2 * i + 1]!)) < FEWEST_PER_BOX,
      isMomentOfTruth:
        contrast.rangeLow === null ? null : contrast.range >= topQuartile && contrast.rangeLow > 0,
    })),
  }
}
