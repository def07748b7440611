import { englishSentiment } from './english-sentiment.ts'
import { frenchSentiment } from './french-sentiment.ts'
import type { LexiconSentiment } from './lexicon-sentiment.ts'

/** Languages whose sentiment is read without training. */
export const sentimentLanguages = ['en', 'fr'] as const
export type SentimentLanguage = (typeof sentimentLanguages)[number]

const readers: Readonly<Record<SentimentLanguage, (text: string) => LexiconSentiment>> = {
  en: englishSentiment,
  fr: frenchSentiment,
}

/**
 * Sentiment of a text before anything was learnt from the tenant's own texts, on −1 … 1.
 *
 * For: the first months. Replace it by a model trained on the tenant's scores as soon as that one is better (`sentimentModel`).
 */
export function textSentiment(text: string, language: SentimentLanguage): LexiconSentiment {
  return readers[language](text)
}
