import type { AdapterContext } from './oracle-case.ts'

/** A French opinion with 1 for a good and 0 for a bad score. */
interface Opinion {
  readonly text: string
  readonly label: 0 | 1
}

const FRENCH_OPINIONS = ['allocine_series_train.tsv', 'allocine_series_dev.tsv']
const ENGLISH_OPINIONS = 'text_en_labelled/amazon_app_reviews_20k.csv'

/** French opinions of the shared texts, in their order: a label, a tab, a text. */
export function frenchOpinions({ file }: AdapterContext): Opinion[] {
  return FRENCH_OPINIONS.flatMap((name) =>
    file(`text_fr_labelled/${name}`)
      .split('\n')
      .filter((line) => /^[01]\t/.test(line))
      .map((line) => ({ label: Number(line[0]) as 0 | 1, text: line.slice(2) })),
  )
}

/** English opinions: one a line, before a comma and the label. */
export function englishOpinions({ file }: AdapterContext): string[] {
  return file(ENGLISH_OPINIONS)
    .split('\n')
    .map((line) => line.match(/^"?(.*?)"?,[01]\s*$/)?.[1]?.replaceAll('""', '"') ?? '')
    .filter((text) => text !== '')
}

/** Sentences of texts whose length in characters lies from `shortest` to below `longest`. */
export function sentencesOf(texts: readonly string[], shortest: number, longest: number): string[] {
  return texts
    .flatMap((text) => text.split(/(?<=[.!?…])\s+/))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length >= shortest && sentence.length < longest)
}
