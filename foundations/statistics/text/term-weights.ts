import { wordCounts } from './words-of.ts'

/** Weight of each word in one document or class; words that do not occur are absent. */
export type TermWeights = ReadonlyMap<string, number>

/** Weighted documents over one vocabulary. */
export interface WeightedDocuments {
  /** All words in ascending order of code points. */
  readonly vocabulary: readonly string[]
  readonly documents: readonly TermWeights[]
}

function documentFrequencies(documents: readonly (readonly string[])[]): Map<string, number> {
  return wordCounts(documents.flatMap((words) => [...new Set(words)]))
}

function unitLength(weights: Map<string, number>): TermWeights {
  const length = Math.hypot(...weights.values())
  return length === 0 ? weights : new Map([...weights].map(([word, weight]) => [word, weight / length]))
}

/**
 * TF-IDF weights: words count more where they are frequent and less where they are everywhere.
 *
 * Count × (ln((1 + documents) / (1 + documents with the word)) + 1), each document scaled to length 1. Equal to scikit-learn's TfidfVectorizer defaults. Source: Salton & Buckley (1988).
 */
export function termWeights(documents: readonly (readonly string[])[]): WeightedDocuments {
  const frequencies = documentFrequencies(documents)
  const rarity = (word: string) => Math.log((1 + documents.length) / (1 + frequencies.get(word)!)) + 1
  return {
    vocabulary: [...frequencies.keys()].sort(),
    documents: documents.map((words) =>
      unitLength(new Map([...wordCounts(words)].map(([word, count]) => [word, count * rarity(word)]))),
    ),
  }
}

/** Cosine of two weighted documents, 0–1 for weights that are not negative; 0 when either is empty. */
export function cosineOf(first: TermWeights, second: TermWeights): number {
  const product = [...first].reduce((sum, [word, weight]) => sum + weight * (second.get(word) ?? 0), 0)
  const lengths = Math.hypot(...first.values()) * Math.hypot(...second.values())
  return lengths === 0 ? 0 : product / lengths
}

/** Words that tell classes of documents apart. */
export interface ClassWeights {
  /** Mean number of words per class. */
  readonly meanWords: number
  readonly classes: ReadonlyMap<string, TermWeights>
}

/**
 * Class-based TF-IDF, to name topics: share of the word within the class × ln(1 + mean words per class / occurrences of the word in all).
 *
 * Source: Grootendorst (2022), arXiv 2203.05794.
 */
export function classWeights(classes: ReadonlyMap<string, readonly string[]>): ClassWeights {
  const all = wordCounts([...classes.values()].flat())
  const total = [...all.values()].reduce((sum, count) => sum + count, 0)
  const meanWords = classes.size === 0 ? 0 : total / classes.size
  const weighted = [...classes].map(([name, words]): [string, TermWeights] => [
    name,
    new Map(
      [...wordCounts(words)].map(([word, n]) => [
        word,
        (n / words.length) * Math.log(1 + meanWords / all.get(word)!),
      ]),
    ),
  ])
  return { meanWords, classes: new Map(weighted) }
}
