import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { RandomStream } from './random-stream.ts'

const Phrases = z.array(z.string()).min(1)
const inBothLanguages = <Schema extends z.ZodType>(schema: Schema) =>
  z.strictObject({ en: schema, fr: schema })
const inBothTones = <Schema extends z.ZodType>(schema: Schema) =>
  z.strictObject({ good: inBothLanguages(schema), bad: inBothLanguages(schema) })

const VerbatimPhrases = z.strictObject({
  openings: inBothTones(Phrases),
  closings: inBothTones(Phrases),
  between: inBothLanguages(Phrases),
  topics: z.record(z.string(), inBothTones(z.strictObject({ what: Phrases, detail: Phrases }))),
})
export type VerbatimPhrases = z.infer<typeof VerbatimPhrases>
type Tone = keyof VerbatimPhrases['openings']
type Language = 'en' | 'fr'

export interface Told {
  readonly topic: string
  /** 1 to 5, which sets the tone. */
  readonly mark: number
  readonly language: Language
}

/** Reads `verbatims.yaml`. */
export function readVerbatimPhrases(): VerbatimPhrases {
  return VerbatimPhrases.parse(parse(readFileSync(new URL('verbatims.yaml', import.meta.url), 'utf8')))
}

/** Writes what people of the sample say, put together from phrases by topic, tone and language. */
export class VerbatimWriter {
  readonly #phrases: VerbatimPhrases

  constructor(phrases: VerbatimPhrases) {
    this.#phrases = phrases
  }

  /** A content person praises, one who is not complains, and a mark of 3 brings both in one sentence. */
  write(stream: RandomStream, { topic, mark, language }: Told): string {
    const tone: Tone = mark >= 4 ? 'good' : 'bad'
    const first: Tone = mark === 3 ? 'good' : tone
    const opening = this.#pick(stream, this.#phrases.openings[first][language])
    const told = this.#happened(stream, { topic, tone: first, language })
    const turned =
      mark === 3
        ? this.#pick(stream, this.#phrases.between[language]) +
          this.#happened(stream, { topic, tone: 'bad', language })
        : ''
    const closing = this.#pick(stream, this.#phrases.closings[tone][language])
    const sentence = `${opening}${told}${turned}.`
    const whole = elided(sentence.charAt(0).toUpperCase() + sentence.slice(1))
    return closing === '' ? whole : `${whole} ${closing}`
  }

  #happened(stream: RandomStream, part: { topic: string; tone: Tone; language: Language }): string {
    const topic = this.#phrases.topics[part.topic]
    if (!topic) throw new RangeError(`there are no phrases about "${part.topic}"`)
    const { what, detail } = topic[part.tone][part.language]
    return this.#pick(stream, what) + this.#pick(stream, detail)
  }

  #pick(stream: RandomStream, phrases: readonly string[]): string {
    return phrases[stream.index(phrases.length)]!
  }
}

/** « que elle » → « qu’elle » */
function elided(text: string): string {
  return text.replace(/\bque (?=[aeiouyéèêàâîôû])/gi, 'qu’')
}
