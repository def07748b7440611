import { keyness } from '../../text/keyness.ts'
import { classWeights, cosineOf, termWeights } from '../../text/term-weights.ts'
import { topicFactors } from '../../text/topic-factors.ts'
import { wordsOf } from '../../text/words-of.ts'
import type { Adapter, CaseInput } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { has, numberIn, objectIn, textIn, wordsIn } from './numbers-in.ts'
import { compounds, languageAccuracy, sentimentAccuracy } from './sentiment.ts'

function documents(input: CaseInput) {
  const weighted = termWeights(wordsIn(input, 'documents').map(wordsOf))
  const byName = weighted.documents.map((weights, i) => [`doc${i}`, weights])
  const pairs = weighted.documents.flatMap((a, i) =>
    weighted.documents.map((b, j) => [`cosine_${i}_${j}`, cosineOf(a, b)]),
  )
  return { vocab: weighted.vocabulary, ...Object.fromEntries(byName), ...Object.fromEntries(pairs) }
}

function classes(input: CaseInput) {
  const texts = objectIn(input, 'classes')
  const result = classWeights(new Map(Object.keys(texts).map((name) => [name, wordsOf(textIn(texts, name))])))
  return { A: result.meanWords, ...Object.fromEntries(result.classes) }
}

function key(input: CaseInput) {
  const result = succeed(
    keyness({
      first: numberIn(input, 'a'),
      second: numberIn(input, 'b'),
      firstSize: numberIn(input, 'size1'),
      secondSize: numberIn(input, 'size2'),
    }),
  )
  return { G2: result.g2, p: result.p, log_ratio: result.logRatio }
}

const matrixIn = (input: CaseInput, name: string) => input[name] as readonly (readonly number[])[]

function factors(input: CaseInput, title: string) {
  const iterations = Number(title.match(/(\d+) iterations/)?.[1] ?? 500)
  const start = { documents: matrixIn(input, 'W0'), topics: matrixIn(input, 'H0') }
  const result = succeed(topicFactors(matrixIn(input, 'V'), start, iterations))
  return {
    frobenius_error: result.error,
    dominant_topic: result.dominantTopics,
    W: result.documents,
    H: result.topics,
  }
}

/** Word weights, class weights, keyness, topics, sentiment, language: by what the input holds. */
export const txt: Adapter = (input, context) => {
  const { title } = context
  if (has(input, 'sentences')) return compounds(input)
  if (has(input, 'train')) return sentimentAccuracy(input, context)
  if (has(input, 'documents')) return documents(input)
  if (has(input, 'classes')) return classes(input)
  if (has(input, 'a', 'b', 'size1', 'size2')) return key(input)
  if (has(input, 'V', 'W0', 'H0')) return factors(input, title)
  return /language/i.test(title) ? languageAccuracy(context) : undefined
}
