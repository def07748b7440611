import lexiconFile from './english-lexicon.json' with { type: 'json' }
import { emojiNames, englishDegrees, englishIdioms, englishNegations } from './english-modifiers.ts'
import { type LexiconSentiment, lexiconSentiment } from './lexicon-sentiment.ts'
import { sentimentLexicon } from './sentiment-lexicon.ts'

/** Constants measured by Hutto & Gilbert (2014), in points of −4 … 4. */
const CAPITALS = 0.733
const TURNED = -0.74
const NEVER_SO = 1.25
const PER_EXCLAMATION = 0.292
const MOST_EXCLAMATIONS = 4
const PER_QUESTION = 0.18
const MANY_QUESTIONS = 0.96
const BEFORE_BUT = 0.5
const AFTER_BUT = 1.5
/** Spread of the sum: ratings add up to s, the sentiment is s / √(s² + 15). */
const SPREAD = 15
/** A degree word acts less, the further it stands before the rated word. */
const FADING = [1, 0.95, 0.9]

const lexicon = sentimentLexicon(lexiconFile)

/** Words as written and in lower case. */
interface Words {
  readonly written: readonly string[]
  readonly lower: readonly string[]
  /** Whether capitals emphasise: some words are in capitals and others are not. */
  readonly capitalsMatter: boolean
}

const isCapitals = (word: string) => word !== word.toLowerCase() && word === word.toUpperCase()

/** Marks around a word go; what remains of two letters or fewer was a smiley and stays whole. */
function bare(token: string): string {
  const stripped = token.replace(/^[!-/:-@[-`{-~]+|[!-/:-@[-`{-~]+$/g, '')
  return stripped.length <= 2 ? token : stripped
}

const withNamedEmoji = (text: string) =>
  [...text].map((sign) => (emojiNames.has(sign) ? ` ${emojiNames.get(sign)} ` : sign)).join('')

function wordsIn(text: string): Words {
  const written = withNamedEmoji(text).split(/\s+/).filter(Boolean).map(bare)
  const capitals = written.filter(isCapitals).length
  const lower = written.map((word) => word.toLowerCase())
  return { written, lower, capitalsMatter: capitals > 0 && capitals < written.length }
}

const isNegation = (word: string) => englishNegations.has(word) || word.includes("n't")

/** Change by a degree word, in points, towards or away from 0. */
function degreeOf({ written, lower, capitalsMatter }: Words, at: number, rating: number): number {
  const degree = englishDegrees.get(lower[at]!)
  if (degree === undefined) return 0
  const side = rating < 0 ? -1 : 1
  const louder = isCapitals(written[at]!) && capitalsMatter ? (rating > 0 ? CAPITALS : -CAPITALS) : 0
  return side * degree + louder
}

/** Factor by a negation that stands `distance` words before the rated one. */
function turnOf(lower: readonly string[], at: number, distance: number): number {
  const between = lower.slice(at - distance + 1, at)
  const before = lower[at - distance]!
  const isEmphasis = between.some((word) => word === 'so' || word === 'this')
  const lastIsEmphasis = distance === 3 && ['so', 'this'].includes(between.at(-1)!)
  if (distance > 1 && ((before === 'never' && isEmphasis) || lastIsEmphasis)) return NEVER_SO
  if (distance > 1 && before === 'without' && between.includes('doubt')) return 1
  return isNegation(before) ? TURNED : 1
}

/** Rating of the idiom a word belongs to, if any, and the change by a pair such as "kind of" before it. */
function withIdioms(lower: readonly string[], at: number, rating: number): number {
  const phrase = (from: number, to: number) => lower.slice(at + from, at + to + 1).join(' ')
  const backwards = [phrase(-1, 0), phrase(-2, 0), phrase(-2, -1), phrase(-3, -1), phrase(-3, -2)]
  const known = backwards.find((text) => englishIdioms.has(text))
  const forwards = [phrase(0, 1), phrase(0, 2)].filter((text) => englishIdioms.has(text))
  const own = englishIdioms.get(forwards.at(-1) ?? known ?? '') ?? rating
  const pairs = [phrase(-3, -1), phrase(-3, -2), phrase(-2, -1)]
  return pairs.reduce((sum, pair) => sum + (englishDegrees.get(pair) ?? 0), own)
}

/** "no" before a rated word turns it; alone it is a rated word itself. */
function withNo({ lower }: Words, at: number, rating: number): number {
  const isOnlyTurning = lower[at] === 'no' && lexicon.has(lower[at + 1] ?? '')
  const far = lower[at - 3] === 'no' && ['or', 'nor'].includes(lower[at - 1]!)
  if (lower[at - 1] === 'no' || lower[at - 2] === 'no' || far) return rating * TURNED
  return isOnlyTurning ? 0 : rating
}

function withLeast(lower: readonly string[], at: number, rating: number): number {
  const isTurning = lower[at - 1] === 'least' && !['at', 'very'].includes(lower[at - 2] ?? '')
  return isTurning ? rating * TURNED : rating
}

/** Rating of the word at a place with all that stands before it, in points. */
function ratingAt(words: Words, at: number): number {
  const { written, lower, capitalsMatter } = words
  let rating = withNo(words, at, lexicon.get(lower[at]!)!)
  if (isCapitals(written[at]!) && capitalsMatter) rating += rating > 0 ? CAPITALS : -CAPITALS
  for (let distance = 1; distance <= FADING.length && distance <= at; distance++) {
    if (lexicon.has(lower[at - distance]!)) continue
    rating += FADING[distance - 1]! * degreeOf(words, at - distance, rating)
    rating *= turnOf(lower, at, distance)
    if (distance === FADING.length) rating = withIdioms(lower, at, rating)
  }
  return withLeast(lower, at, rating)
}

function emphasisOf(text: string): number {
  const count = (sign: string) => text.split(sign).length - 1
  const questions = count('?')
  const asked = questions > 3 ? MANY_QUESTIONS : questions > 1 ? questions * PER_QUESTION : 0
  return Math.min(count('!'), MOST_EXCLAMATIONS) * PER_EXCLAMATION + asked
}

/**
 * Sentiment of an English text by VADER: rated words, changed by degree words, negations, capitals, "but" and punctuation.
 *
 * For: verbatims before a tenant has labels; built for short social texts, weaker on reviews (r 0.57 against human ratings).
 * s / √(s² + 15) of the sum of the ratings s. Source: Hutto & Gilbert (2014), ICWSM; lexicon and rules of vaderSentiment (MIT).
 */
export function englishSentiment(text: string): LexiconSentiment {
  const words = wordsIn(text)
  const isRated = (word: string, at: number) =>
    lexicon.has(word) && !englishDegrees.has(word) && !(word === 'kind' && words.lower[at + 1] === 'of')
  const places = words.lower.flatMap((word, at) => (isRated(word, at) ? [at] : []))
  const but = words.lower.indexOf('but')
  const weightAt = (at: number) => (but < 0 || at === but ? 1 : at < but ? BEFORE_BUT : AFTER_BUT)
  const sum = places.reduce((total, at) => total + weightAt(at) * ratingAt(words, at), 0)
  const emphasised = sum + Math.sign(sum) * emphasisOf(text)
  return lexiconSentiment(emphasised / Math.sqrt(emphasised ** 2 + SPREAD), places.length)
}
