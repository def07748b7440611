import type { WhyNot } from '../estimate.ts'
import type { IterationLimit } from '../optimisation/iteration-limit.ts'
import { type PredictionQuality, predictionQuality } from '../prediction/prediction-quality.ts'
import { type Progress, tellingParts } from '../progress.ts'
import { interceptOf } from '../regression/design-matrix.ts'
import { generalisedLinearModel } from '../regression/generalised-linear-model.ts'
import { logitFamily } from '../regression/likelihood-families.ts'
import { phraseWeights, type Rarities, raritiesOf, wordsAndPairs } from './phrase-weights.ts'
import { classifierScore, type TextClassifier, trainTextClassifier } from './text-classifier.ts'
import { type SentimentLanguage, textSentiment } from './text-sentiment.ts'

/** A text whose writer also gave a score: 1 for a good one (promoter), 0 for a bad one (detractor). */
export interface ScoredText {
  readonly text: string
  readonly label: 0 | 1
}

/** Sentiment learnt from one tenant's texts of one language; plain data that can be stored. */
export interface SentimentModel {
  readonly language: SentimentLanguage
  readonly rarities: Rarities
  readonly classifier: TextClassifier
  /** Log odds = constant + slope × score, fitted on texts the model had not seen. */
  readonly calibration: { readonly constant: number; readonly slope: number }
  /** Penalty that foretold unseen texts best. */
  readonly penalty: number
  readonly judgement: ModelJudgement
}

/** How the model does on texts it has not seen, next to the lexicon on the same texts. */
export interface ModelJudgement
  extends Pick<PredictionQuality, 'n' | 'events' | 'auc' | 'brier' | 'logLoss'> {
  readonly accuracy: number
  readonly lexiconAccuracy: number
  /** Rows: label 0, 1; columns: foretold 0, 1. */
  readonly confusion: readonly [readonly [number, number], readonly [number, number]]
  /** Whether it beats the lexicon by two standard errors of the difference: then it should take its place. */
  readonly beatsLexicon: boolean
}

/** How a model is trained. */
export interface SentimentModelOptions extends IterationLimit, Progress {
  readonly language: SentimentLanguage
  /** Parts of the texts that are foretold by the others. */
  readonly folds?: number
  readonly penalties?: readonly number[]
}

const FOLDS = 5
const PENALTIES = [1, 0.3, 0.1]
const ERRORS_AHEAD = 2
/** The lexicon's opinion enters as one more word; no word of a text contains a space at its beginning. */
const LEXICON = ' lexicon'

interface ReadText {
  readonly phrases: readonly string[]
  readonly opinion: number
  readonly label: 0 | 1
}

const readText = ({ text, label }: ScoredText, language: SentimentLanguage): ReadText => ({
  phrases: wordsAndPairs(text),
  opinion: textSentiment(text, language).value ?? 0,
  label,
})

const weightsOf = ({ phrases, opinion }: Omit<ReadText, 'label'>, rarities: Rarities) =>
  new Map([...phraseWeights(phrases, rarities), [LEXICON, opinion]])

const logistic = (score: number) => 1 / (1 + Math.exp(-score))

/** How one model of many is trained. */
interface Training extends IterationLimit {
  readonly penalty: number
}

function trained(texts: readonly ReadText[], training: Training) {
  const rarities = raritiesOf(texts.map(({ phrases }) => phrases))
  const labelled = texts.map((text) => ({ weights: weightsOf(text, rarities), label: text.label }))
  const classifier = trainTextClassifier(labelled, training)
  return typeof classifier === 'string' ? classifier : { rarities, classifier }
}

/** Scores of every text by a model that was trained without its fold. */
function unseenScores(texts: readonly ReadText[], folds: number, training: Training): Float64Array | WhyNot {
  const scores = new Float64Array(texts.length)
  for (let fold = 0; fold < folds; fold++) {
    const model = trained(
      texts.filter((_, i) => i % folds !== fold),
      training,
    )
    if (typeof model === 'string') return model
    texts.forEach((text, i) => {
      if (i % folds === fold) scores[i] = classifierScore(model.classifier, weightsOf(text, model.rarities))
    })
  }
  return scores
}

const logLossOf = (scores: Float64Array, texts: readonly ReadText[]) =>
  scores.reduce((sum, score, i) => sum + Math.log1p(Math.exp(texts[i]!.label === 1 ? -score : score)), 0)

/** The penalty whose forecasts of unseen texts lose least, with those forecasts. */
function bestPenalty(
  texts: readonly ReadText[],
  folds: number,
  {
    penalties,
    told,
    ...limit
  }: IterationLimit & { readonly penalties: readonly number[]; readonly told: (done: number) => void },
) {
  let best: { penalty: number; scores: Float64Array; loss: number } | null = null
  for (const [tried, penalty] of penalties.entries()) {
    const scores = unseenScores(texts, folds, { penalty, ...limit })
    if (typeof scores === 'string') return scores
    told(tried + 1)
    const loss = logLossOf(scores, texts)
    if (best === null || loss < best.loss) best = { penalty, scores, loss }
  }
  return best ?? 'too-few'
}

/** Platt's (1999) calibration; scores that separate the labels need none. */
function calibrationOf(scores: Float64Array, labels: Float64Array): SentimentModel['calibration'] {
  const predictors = [interceptOf(scores.length), { name: 'score', values: scores }]
  const fit = generalisedLinearModel(labels, predictors, { family: logitFamily })
  if (typeof fit === 'string') return { constant: 0, slope: 1 }
  return { constant: fit.coefficients[0]!, slope: fit.coefficients[1]! }
}

function judged(texts: readonly ReadText[], forecasts: Float64Array): ModelJudgement | WhyNot {
  const n = texts.length
  const quality = predictionQuality(
    forecasts,
    texts.map(({ label }) => label),
  )
  if (typeof quality === 'string') return quality
  const isRight = texts.map(({ label }, i) => forecasts[i]! > 0.5 === (label === 1))
  const lexiconRight = texts.map(({ label, opinion }) => opinion > 0 === (label === 1))
  const share = (list: readonly boolean[]) => list.filter(Boolean).length / n
  const ahead = share(isRight) - share(lexiconRight)
  const apart = isRight.filter((right, i) => right !== lexiconRight[i]).length / n
  const cell = (label: 0 | 1, foretold: boolean) =>
    texts.filter((text, i) => text.label === label && forecasts[i]! > 0.5 === foretold).length
  const { events, auc, brier, logLoss } = quality
  return {
    n,
    events,
    auc,
    brier,
    logLoss,
    accuracy: share(isRight),
    lexiconAccuracy: share(lexiconRight),
    confusion: [
      [cell(0, false), cell(0, true)],
      [cell(1, false), cell(1, true)],
    ],
    beatsLexicon: ahead > ERRORS_AHEAD * Math.sqrt(Math.max(0, apart - ahead * ahead) / n),
  }
}

/**
 * Sentiment model of one tenant: words and pairs of words by TF-IDF, with the lexicon's opinion, in a penalised logistic regression, calibrated on unseen texts.
 *
 * For: as soon as a few hundred texts came with a score. Every fifth text is foretold by the others; penalty, calibration, judgement and comparison with the lexicon rest on these forecasts only. Put the texts in an
 * order that has nothing to do with their labels. 'too-few' below 25 texts of a kind, 'not-converged' when training does not settle. Source: Platt (1999); Genkin, Lewis & Madigan (2007).
 */
export function trainSentimentModel(
  texts: readonly ScoredText[],
  { language, folds = FOLDS, penalties = PENALTIES, onProgress, ...limit }: SentimentModelOptions,
): SentimentModel | WhyNot {
  if (!(Number.isInteger(folds) && folds >= 2)) throw new RangeError(`folds is ${folds}; take 2 or more`)
  const read = texts.map((text) => readText(text, language))
  const told = tellingParts(penalties.length + 1, { onProgress })
  const best = bestPenalty(read, folds, { penalties, told, ...limit })
  if (typeof best === 'string') return best
  const { penalty, scores } = best
  const calibration = calibrationOf(
    scores,
    Float64Array.from(read, ({ label }) => label),
  )
  const model = trained(read, { penalty, ...limit })
  told(penalties.length + 1)
  if (typeof model === 'string') return model
  const forecasts = scores.map((score) => logistic(calibration.constant + calibration.slope * score))
  const judgement = judged(read, forecasts)
  if (typeof judgement === 'string') return judgement
  return { language, ...model, calibration, penalty, judgement }
}

/** Probability, 0–1, that the writer of a text gave a good score. */
export function foretoldShare(model: SentimentModel, text: string): number {
  const read = readText({ text, label: 0 }, model.language)
  const score = classifierScore(model.classifier, weightsOf(read, model.rarities))
  return logistic(model.calibration.constant + model.calibration.slope * score)
}
