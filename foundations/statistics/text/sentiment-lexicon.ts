/** A lexicon as it is kept in a file: words of one polarity on one line. */
export interface LexiconFile {
  /** What the numbers mean. */
  readonly title: string
  readonly source: string
  readonly licence: string
  /** Polarity → its words, separated by spaces. */
  readonly words: Readonly<Record<string, string>>
}

/** Polarity of words, in the unit of the lexicon. */
export type SentimentLexicon = ReadonlyMap<string, number>

/** The lexicon that files make together; a word of a later file replaces that of an earlier one. */
export function sentimentLexicon(...files: readonly LexiconFile[]): SentimentLexicon {
  const entries = files.flatMap(({ words }) =>
    Object.entries(words).flatMap(([polarity, line]) =>
      line.split(' ').map((word): [string, number] => [word.normalize('NFC'), Number(polarity)]),
    ),
  )
  return new Map(entries)
}
