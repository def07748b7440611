const WORD = /[\p{L}\p{N}_]+/gu

/** Words of a text in lower case: runs of letters, digits and underscores in any script. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFC').toLowerCase().match(WORD) ?? []
}

/** How often each word occurs. */
export function wordCounts(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
