import type { TermWeights } from './term-weights.ts'
import { wordCounts, wordsOf } from './words-of.ts'

/** Words and pairs of neighbouring words of a text. */
export function wordsAndPairs(text: string): string[] {
  const words = wordsOf(text)
  return [...words, ...words.slice(1).map((word, before) => `${words[before]} ${word}`)]
}

/** Rarity of each word or pair in the texts a model was trained on: ln((1 + texts) / (1 + texts with it)) + 1. */
export type Rarities = Readonly<Record<string, number>>

/** Rarities of every word and pair of a list of texts. */
export function raritiesOf(phrases: readonly (readonly string[])[]): Rarities {
  const frequencies = wordCounts(phrases.flatMap((list) => [...new Set(list)]))
  const rarity = (texts: number) => Math.log((1 + phrases.length) / (1 + texts)) + 1
  return Object.fromEntries([...frequencies].map(([phrase, texts]) => [phrase, rarity(texts)]))
}

/** TF-IDF weights of a text by rarities learnt elsewhere, of length 1; phrases that were never seen are left out. */
export function phraseWeights(phrases: readonly string[], rarities: Rarities): TermWeights {
  const known = [...wordCounts(phrases)].filter(([phrase]) => Object.hasOwn(rarities, phrase))
  const weighted = known.map(([phrase, count]): [string, number] => [phrase, count * rarities[phrase]!])
  const length = Math.hypot(...weighted.map(([, weight]) => weight))
  return new Map(length === 0 ? [] : weighted.map(([phrase, weight]) => [phrase, weight / length]))
}
