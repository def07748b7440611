import type { SentimentSide } from './lexicon-sentiment.ts'
import { sideOf } from './lexicon-sentiment.ts'
import { foretoldShare, type SentimentModel } from './sentiment-model.ts'
import { type SentimentLanguage, textSentiment } from './text-sentiment.ts'
import { wordsOf } from './words-of.ts'

/** What people speak of, and the words they use for it: single words or several in a row. */
export interface Aspect {
  readonly name: string
  readonly terms: readonly string[]
}

/** One place where an aspect is spoken of. */
export interface AspectMention {
  readonly aspect: string
  /** The words around it that are read for it. */
  readonly window: string
  /** −1 (against) to 1 (for); null when the words say neither. */
  readonly value: number | null
  readonly side: SentimentSide | null
}

/** How a text is read. */
export interface AspectReading {
  readonly language: SentimentLanguage
  /** Words before and after an aspect that belong to it; 6 when absent. */
  readonly reach?: number
  /** Reads a window on −1 … 1, null for nothing known; the lexicon of the language when absent. */
  readonly read?: (window: string) => number | null
}

const REACH = 6
/** A negation this far before a window turns it, so it belongs to it. */
const NEGATION_REACH = 3

/** Where one statement ends and another begins: marks, and words that set one against the other. */
const breaks: Readonly<Record<SentimentLanguage, RegExp>> = {
  en: /[.!?;:…\n]+|,?\s+(?:but|however|though|although|whereas|while|yet)\b/giu,
  fr: /[.!?;:…\n]+|,?\s+(?:mais|cependant|pourtant|toutefois|néanmoins|en revanche|par contre|tandis que|alors que|malgré)(?![\p{L}])/giu,
}
const negations: Readonly<Record<SentimentLanguage, ReadonlySet<string>>> = {
  en: new Set(['not', 'no', 'never', 'nothing', 'neither', 'nor', 'without', 'hardly', 'cannot']),
  fr: new Set(['ne', 'n', 'ni', 'non', 'pas', 'jamais', 'rien', 'sans', 'aucun', 'aucune', 'guère', 'peu']),
}

/** Words as they are written, apostrophes of contractions kept in English. */
const writtenWords: Readonly<Record<SentimentLanguage, RegExp>> = {
  en: /[\p{L}\p{N}_]+(?:['’][\p{L}]+)?/gu,
  fr: /[\p{L}\p{N}_]+/gu,
}

const isNegation = (word: string, language: SentimentLanguage) =>
  negations[language].has(word) || (language === 'en' && /n['’]t$/.test(word))

interface Place {
  readonly aspect: string
  readonly from: number
  readonly to: number
}

/** Places of the terms in a list of words, the longest term first; no word belongs to two. */
function placesIn(words: readonly string[], aspects: readonly Aspect[]): Place[] {
  const terms = aspects
    .flatMap(({ name, terms: list }) => list.map((term) => ({ name, words: wordsOf(term) })))
    .filter(({ words: list }) => list.length > 0)
    .sort((a, b) => b.words.length - a.words.length)
  const taken = new Set<number>()
  const places: Place[] = []
  for (const { name, words: term } of terms) {
    for (let from = 0; from + term.length <= words.length; from++) {
      const at = term.map((_, i) => from + i)
      if (term.some((word, i) => words[from + i] !== word || taken.has(from + i))) continue
      for (const place of at) taken.add(place)
      places.push({ aspect: name, from, to: from + term.length })
    }
  }
  return places.sort((a, b) => a.from - b.from)
}

/** First and last word of the window of a place: as far as it reaches, at most half-way to another aspect, and back to a negation that turns it. */
function windowOf(
  place: Place,
  places: readonly Place[],
  { words, reach, language }: Clause & { reach: number },
) {
  const others = places.filter(({ aspect }) => aspect !== place.aspect)
  const before = others.filter(({ to }) => to <= place.from).map(({ to }) => to)
  const after = others.filter(({ from }) => from >= place.to).map(({ from }) => from)
  const [left, right] = [Math.max(0, ...before), Math.min(words.length, ...after)]
  let from = Math.max(left, place.from - reach)
  const to = Math.min(right, place.to + reach)
  for (let at = from - 1; at >= Math.max(left, from - NEGATION_REACH); at--)
    if (isNegation(words[at]!, language)) from = at
  return { from, to }
}

interface Clause {
  readonly words: readonly string[]
  readonly written: readonly string[]
  readonly language: SentimentLanguage
}

/** Where two statements may meet that are not set against each other. */
const joints: Readonly<Record<SentimentLanguage, RegExp>> = {
  en: /,|\band\b/giu,
  fr: /,|(?<!\p{L})et(?!\p{L})/giu,
}

/** A text cut into statements: at every break, and at a joint between two aspects when something was said of the first already. */
function clausesOf(
  text: string,
  aspects: readonly Aspect[],
  { language, read }: Required<Pick<AspectReading, 'language' | 'read'>>,
): Clause[] {
  const clauseOf = (part: string): Clause => {
    const written = part.match(writtenWords[language]) ?? []
    return { written, words: written.map((word) => word.toLowerCase()), language }
  }
  const speaks = (part: string) => placesIn(clauseOf(part).words, aspects).length > 0
  const isComplete = (part: string) => speaks(part) && read(part) !== null
  return text
    .normalize('NFC')
    .split(breaks[language])
    .flatMap((statement) => {
      const parts: string[] = []
      for (const piece of statement.split(joints[language])) {
        const last = parts.at(-1)
        if (last === undefined || (isComplete(last) && speaks(piece))) parts.push(piece)
        else parts[parts.length - 1] = `${last}, ${piece}`
      }
      return parts
    })
    .map(clauseOf)
    .filter(({ words }) => words.length > 0)
}

/**
 * Sentiment by aspect: what a text says of each thing it speaks of, read from the words around it.
 *
 * For: "the staff was lovely but the queue endless" is for the staff and against the queue. In words: the text is cut where one statement ends, is set against another, or goes on to another aspect; around each term as many words as it
 * reaches count, not beyond another aspect, and back to a negation that turns them; the window is read by the lexicon, or by a model (`aspectReader`). A mention that says neither has the value null. Source: after Hu & Liu (2004), KDD:168.
 */
export function aspectSentiment(
  text: string,
  aspects: readonly Aspect[],
  { language, reach = REACH, read = (window) => textSentiment(window, language).value }: AspectReading,
): AspectMention[] {
  return clausesOf(text, aspects, { language, read }).flatMap((clause) => {
    const places = placesIn(clause.words, aspects)
    return places.map((place) => {
      const { from, to } = windowOf(place, places, { ...clause, reach })
      const window = clause.written.slice(from, to).join(' ')
      const value = read(window)
      return { aspect: place.aspect, window, value, side: value === null ? null : sideOf(value) }
    })
  })
}

/** Reads windows by a tenant's own model instead of the lexicon: twice the foretold share of good scores, minus 1. */
export function aspectReader(model: SentimentModel): (window: string) => number {
  return (window) => 2 * foretoldShare(model, window) - 1
}
