import { chiSquaredUpper } from '../distributions/chi-squared.ts'
import type { WhyNot } from '../estimate.ts'
import { sound } from '../sound-result.ts'

/** How often a word occurs in two bodies of text. */
export interface WordInTwoTexts {
  readonly first: number
  readonly second: number
  /** Words in each body. */
  readonly firstSize: number
  readonly secondSize: number
}

/** Whether a word belongs more to the first body than to the second. */
export interface Keyness {
  /** Log-likelihood ratio G². */
  readonly g2: number
  /** p of "equally frequent"; adjust it for the number of words looked at. */
  readonly p: number
  /** Doublings of the relative frequency, first over second; a word absent from one side counts half an occurrence there. */
  readonly logRatio: number
}

const ABSENT = 0.5

const surprise = (observed: number, expected: number) =>
  observed === 0 ? 0 : observed * Math.log(observed / expected)

/**
 * Keyness of a word in detractors' against promoters' texts: G² for the evidence, log ratio for the size.
 *
 * 'zero-denominator' for an empty body, 'no-answers' for a word that occurs in neither. Source: Dunning (1993), Computational Linguistics 19:61; Rayson & Garside (2000); Hardie (2014).
 */
export function keyness({ first, second, firstSize, secondSize }: WordInTwoTexts): Keyness | WhyNot {
  if (!(firstSize > 0 && secondSize > 0)) return 'zero-denominator'
  if (!(first >= 0 && second >= 0)) return 'not-finite'
  if (first + second === 0) return 'no-answers'
  const share = (first + second) / (firstSize + secondSize)
  const g2 = 2 * (surprise(first, firstSize * share) + surprise(second, secondSize * share))
  const frequency = (count: number, size: number) => (count || ABSENT) / size
  return sound({
    g2,
    p: chiSquaredUpper(g2, 1),
    logRatio: Math.log2(frequency(first, firstSize) / frequency(second, secondSize)),
  })
}
