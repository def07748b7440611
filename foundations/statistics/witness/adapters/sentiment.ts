import { englishSentiment } from '../../text/english-sentiment.ts'
import { frenchSentiment } from '../../text/french-sentiment.ts'
import { foretoldShare, type ScoredText, trainSentimentModel } from '../../text/sentiment-model.ts'
import { textLanguage } from '../../text/text-language.ts'
import { englishOpinions, frenchOpinions, sentencesOf } from '../labelled-texts.ts'
import type { AdapterContext, CaseInput } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { numberIn, wordsIn } from './numbers-in.ts'

const BANDS = [
  [8, 20],
  [20, 50],
  [50, 120],
  [120, 400],
] as const
const PER_BAND = 1000
const TESTED = 1000
const CURVE = [100, 250, 500, 1000, 2000]

const shareOf = (list: readonly boolean[]) => list.filter(Boolean).length / list.length

/** Compound score of sentences; a sentence without a rated word counts 0, as the reference has it. */
export function compounds(input: CaseInput): number[] {
  return wordsIn(input, 'sentences').map((sentence) => englishSentiment(sentence).value ?? 0)
}

/** Share of French and English sentences whose language is found, by their length, under names such as "acc_20_50_chars". */
export function languageAccuracy(context: AdapterContext): Record<string, number> {
  const french = frenchOpinions(context).map(({ text }) => text)
  const english = englishOpinions(context)
  return Object.fromEntries(
    BANDS.flatMap(([shortest, longest]) => {
      const right = [french, english].flatMap((texts, which) =>
        sentencesOf(texts, shortest, longest)
          .slice(0, PER_BAND)
          .map((text) => textLanguage(text, { among: ['en', 'fr'] }).language === ['fr', 'en'][which]),
      )
      const name = `acc_${shortest}_${longest}`
      return [name, `${name}_chars`].map((key) => [key, shareOf(right)])
    }),
  )
}

const isRight = (share: number, { label }: ScoredText) => share > 0.5 === (label === 1)

/** Accuracy of the lexicon and of models trained on more and more texts, on the last thousand texts. */
export function sentimentAccuracy(input: CaseInput, context: AdapterContext) {
  const texts = frenchOpinions(context)
  const tested = texts.slice(-TESTED)
  const most = numberIn(input, 'train')
  if (most > texts.length - TESTED) throw new RangeError(`there are no ${most} texts to train on`)
  const sizes = [...new Set([...CURVE.filter((size) => size < most), most])]
  const curve = sizes.map((size): [string, number] => {
    const penalties = size === most ? undefined : [0.1]
    const model = succeed(trainSentimentModel(texts.slice(0, size), { language: 'fr', penalties }))
    return [String(size), shareOf(tested.map((one) => isRight(foretoldShare(model, one.text), one)))]
  })
  const lexicon = shareOf(
    tested.map((one) => (frenchSentiment(one.text).value ?? 0) > 0 === (one.label === 1)),
  )
  return {
    pattern_fr_lexicon_acc: lexicon,
    pattern_fr_neg_acc: lexicon,
    ...Object.fromEntries(curve.map(([size, accuracy]) => [`tfidf12_logreg_${size}`, accuracy])),
    learning_curve: Object.fromEntries(curve),
  }
}
