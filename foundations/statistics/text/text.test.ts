import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomSource } from '../resampling/random-source.ts'
import { keyness } from './keyness.ts'
import { classWeights, cosineOf, termWeights } from './term-weights.ts'
import { classifiedShare, type LabelledText, trainTextClassifier } from './text-classifier.ts'
import { randomTopicStart, topicFactors } from './topic-factors.ts'
import { wordsOf } from './words-of.ts'

function known<T extends object>(result: T | string): T {
  if (typeof result === 'string') throw new Error(result)
  return result
}

describe('words', () => {
  it('[STA-250] words are lower case runs of letters and digits in any script; composed and decomposed accents are one', () => {
    expect(wordsOf('Colis abîmé, n°2 — déjà !')).toEqual(['colis', 'abîmé', 'n', '2', 'déjà'])
    expect(wordsOf('de\u0301ja\u0300')).toEqual(['déjà'])
    expect(wordsOf('  … ')).toEqual([])
  })
})

describe('term weights', () => {
  const { vocabulary, documents } = termWeights(['late parcel late', 'kind staff', 'late staff'].map(wordsOf))

  it('[STA-251] rarity is ln((1 + 3)/(1 + documents)) + 1, counted per occurrence, each document of length 1, by hand', () => {
    const [late, parcel] = [2 * (Math.log(4 / 3) + 1), Math.log(2) + 1]
    expect(documents[0]!.get('late')).toBeCloseTo(late / Math.hypot(late, parcel), 12)
    expect(vocabulary).toEqual(['kind', 'late', 'parcel', 'staff'])
    for (const weights of documents) expect(Math.hypot(...weights.values())).toBeCloseTo(1, 12)
  })

  it('[STA-251] the cosine of a document with itself is 1, with a stranger 0, with nothing 0', () => {
    expect(cosineOf(documents[0]!, documents[0]!)).toBeCloseTo(1, 12)
    expect(cosineOf(documents[0]!, documents[1]!)).toBe(0)
    expect(cosineOf(documents[0]!, new Map())).toBe(0)
    expect(termWeights([]).documents).toEqual([])
  })

  it('[STA-252] class weights: share in the class × ln(1 + mean words per class / occurrences), by hand', () => {
    const { meanWords, classes } = classWeights(
      new Map([
        ['delivery', wordsOf('late late parcel box')],
        ['service', wordsOf('late kind')],
      ]),
    )
    expect(meanWords).toBe(3)
    expect(classes.get('delivery')!.get('late')).toBeCloseTo(0.5 * Math.log(2), 12)
    expect(classes.get('service')!.get('kind')).toBeCloseTo(0.5 * Math.log(4), 12)
    expect(classWeights(new Map()).meanWords).toBe(0)
  })
})

describe('keyness', () => {
  it('[STA-253] 42 of 8,200 against 11 of 14,600: G² 41.57, log ratio 2.765 (Dunning 1993; Rayson & Garside 2000)', () => {
    const result = known(keyness({ first: 42, second: 11, firstSize: 8200, secondSize: 14600 }))
    expect(result.g2).toBeCloseTo(41.57387532, 7)
    expect(result.logRatio).toBeCloseTo(2.765158358, 8)
    expect(result.p).toBeLessThan(1e-9)
  })

  it('[STA-253] equal frequencies have no keyness; an absent word counts half; nothing is refused', () => {
    const equal = known(keyness({ first: 10, second: 20, firstSize: 100, secondSize: 200 }))
    expect(equal.g2).toBeCloseTo(0, 12)
    expect(known(keyness({ first: 4, second: 0, firstSize: 100, secondSize: 100 })).logRatio).toBe(3)
    expect(keyness({ first: 0, second: 0, firstSize: 9, secondSize: 9 })).toBe('no-answers')
    expect(keyness({ first: 1, second: 0, firstSize: 9, secondSize: 0 })).toBe('zero-denominator')
  })
})

describe('topicFactors', () => {
  it('[STA-254] two planted topics are found from any seed, and the error never rises with more iterations', () => {
    const weights = [
      [3, 2, 0, 0],
      [4, 3, 0, 0],
      [0, 0, 2, 5],
      [0, 0, 1, 4],
    ]
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
        const start = randomTopicStart(weights, 2, seed)
        const [few, many] = [
          known(topicFactors(weights, start, 20)),
          known(topicFactors(weights, start, 200)),
        ]
        expect(many.error).toBeLessThanOrEqual(few.error + 1e-9)
        expect(many.dominantTopics[0]).toBe(many.dominantTopics[1])
        expect(many.dominantTopics[0]).not.toBe(many.dominantTopics[2])
      }),
      { numRuns: 25 },
    )
  })

  it('[STA-254] nothing and negative weights are refused', () => {
    expect(topicFactors([], { documents: [], topics: [] })).toBe('no-answers')
    expect(topicFactors([[-1]], { documents: [[1]], topics: [[1]] })).toBe('weights-not-positive')
  })
})

describe('text classifier', () => {
  const random = randomSource(6)
  const good = ['parfait', 'rapide', 'aimable', 'merci']
  const bad = ['retard', 'panne', 'erreur', 'attente']
  const filler = ['le', 'service', 'client', 'colis', 'site']
  const texts = Array.from({ length: 300 }, (_, i) => {
    const label = (i % 2) as 0 | 1
    const pick = (list: string[]) => list[random.index(list.length)]!
    const own = random.uniform() < 0.9 ? (label === 1 ? good : bad) : filler
    return { words: [pick(filler), pick(own), pick(filler), pick(own)], label }
  })
  const weighted = termWeights(texts.map(({ words }) => words)).documents
  const labelled: LabelledText[] = texts.map(({ label }, i) => ({ weights: weighted[i]!, label }))

  it('[STA-255] learns which words praise and which complain, and tells at least 85 % of unseen texts apart', () => {
    const model = known(trainTextClassifier(labelled.slice(0, 200)))
    expect(model.words.parfait!).toBeGreaterThan(0)
    expect(model.words.retard!).toBeLessThan(0)
    const right = labelled
      .slice(200)
      .filter(({ weights, label }) => classifiedShare(model, weights) > 0.5 === (label === 1))
    expect(right.length / 100).toBeGreaterThanOrEqual(0.85)
    expect(classifiedShare(model, new Map([['inconnu', 1]]))).toBeCloseTo(
      1 / (1 + Math.exp(-model.constant)),
      12,
    )
  })

  it('[STA-255] at the end no single word can improve the penalised likelihood; few texts are refused', () => {
    const model = known(trainTextClassifier(labelled, { penalty: 2 }))
    const slopeOf = (word: string) =>
      2 * model.words[word]! +
      labelled.reduce(
        (sum, { weights, label }) =>
          sum + (weights.get(word) ?? 0) * (classifiedShare(model, weights) - label),
        0,
      )
    for (const word of [...good, ...bad]) expect(Math.abs(slopeOf(word))).toBeLessThan(1e-3)
    expect(trainTextClassifier(labelled.slice(0, 30))).toBe('too-few')
  })
})
