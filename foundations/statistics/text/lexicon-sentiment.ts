import type { WhyNot } from '../estimate.ts'

/** For, against, or neither. */
export type SentimentSide = 'positive' | 'neutral' | 'negative'

/** What a text says for or against, without any training. */
export interface LexiconSentiment {
  /** −1 (against) to 1 (for); null when no word of the lexicon occurs: then nothing is known, which is not neutral. */
  readonly value: number | null
  readonly side: SentimentSide | null
  /** Words of the text that the lexicon rates. */
  readonly ratedWords: number
  readonly why?: WhyNot
}

/** Below this distance from 0 a text is neither for nor against (Hutto & Gilbert 2014). */
const NEUTRAL_WITHIN = 0.05

/** The side of a sentiment on −1 … 1. */
export function sideOf(value: number): SentimentSide {
  if (value >= NEUTRAL_WITHIN) return 'positive'
  return value <= -NEUTRAL_WITHIN ? 'negative' : 'neutral'
}

/** A sentiment from a value and the number of rated words; none when nothing was rated. */
export function lexiconSentiment(value: number, ratedWords: number): LexiconSentiment {
  if (ratedWords === 0) return { value: null, side: null, ratedWords, why: 'no-answers' }
  return { value, side: sideOf(value), ratedWords }
}
