import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomSource } from '../resampling/random-source.ts'
import { englishSentiment } from './english-sentiment.ts'
import { frenchSentiment } from './french-sentiment.ts'
import { foretoldShare, trainSentimentModel } from './sentiment-model.ts'
import { textLanguage } from './text-language.ts'
import { textSentiment } from './text-sentiment.ts'

describe('language', () => {
  it('[STA-256] tells French and English apart, and languages that nobody expected', () => {
    expect(textLanguage('La livraison est arrivée avec trois jours de retard.').language).toBe('fr')
    expect(textLanguage('The parcel came three days after the promised date.').language).toBe('en')
    expect(textLanguage('Das Paket kam drei Tage zu spät bei mir an.').language).toBe('de')
    expect(textLanguage('Service rapide', { among: ['en', 'fr'] }).language).toBe('fr')
  })

  it('[STA-256] below twenty characters the language of the questionnaire is taken; a long text is believed', () => {
    expect(textLanguage('ok merci', { expected: 'en' })).toEqual({ language: 'en', isDetected: false })
    const long = 'Personne ne répond au téléphone depuis lundi.'
    expect(textLanguage(long, { expected: 'en' })).toEqual({ language: 'fr', isDetected: true })
    expect(textLanguage('12345 67890 12345 67890', { expected: 'fr' }).isDetected).toBe(false)
  })

  it('[STA-256] nothing to go by has no language; a language that does not exist is refused', () => {
    expect(textLanguage('')).toEqual({ language: null, isDetected: false, why: 'no-answers' })
    expect(() => textLanguage('bonjour', { among: ['fr', 'xx'] })).toThrow('not known')
  })
})

describe('English sentiment', () => {
  it.each([
    ['VADER is smart, handsome, and funny.', 0.8316],
    ['VADER is smart, handsome, and funny!', 0.8439],
    ['VADER is very smart, handsome, and funny.', 0.8545],
    ['VADER is VERY SMART, handsome, and FUNNY.', 0.9227],
    ['VADER is VERY SMART, handsome, and FUNNY!!!', 0.9342],
    ['VADER is VERY SMART, uber handsome, and FRIGGIN FUNNY!!!', 0.9469],
    ['VADER is not smart, handsome, nor funny.', -0.7424],
    ['The book was good.', 0.4404],
    ["At least it isn't a horrible book.", 0.431],
    ['The book was only kind of good.', 0.3832],
    ['The plot was good, but the characters are uncompelling and the dialog is not great.', -0.7042],
    ['Today SUX!', -0.5461],
    ["Today only kinda sux! But I'll get by, lol", 0.5249],
    ['Make sure you :) or :D today!', 0.8633],
    ['Catch utf-8 emoji such as such as 💘 and 💋 and 😁', 0.7003],
    ['Not bad at all', 0.431],
  ])('[STA-257] "%s" is %d, as printed in the README of vaderSentiment', (sentence, compound) => {
    expect(englishSentiment(sentence).value).toBeCloseTo(compound, 4)
  })

  it('[STA-257] a text without a rated word has no sentiment, which is not neutral', () => {
    const none = { value: null, side: null, ratedWords: 0, why: 'no-answers' }
    expect(englishSentiment('The parcel is blue')).toEqual(none)
    expect(textSentiment('', 'en')).toEqual(none)
  })

  it('[STA-257] no text leads outside −1 … 1', () => {
    const word = fc.constantFrom(
      'good',
      'BAD',
      'not',
      'very',
      'but',
      'no',
      'least',
      'never',
      'so',
      '!!!',
      'the',
      '?',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const { value } = englishSentiment(words.join(' '))
        expect(value === null || Math.abs(value) <= 1).toBe(true)
      }),
    )
  })
})

describe('French sentiment', () => {
  it('[STA-258] a mean of polarities from that of an ordinary text, by hand: (0.5 − 0.5) / 2 − 0.1, and a turned one', () => {
    expect(frenchSentiment('Livraison rapide, facture sale').value).toBeCloseTo(-0.1, 12)
    expect(frenchSentiment('Le colis n’est pas sale').value).toBeCloseTo(0.74 * 0.5 - 0.1, 12)
  })

  it.each([
    ['Conseillère très aimable, je recommande !', 'positive'],
    ['Service client injoignable, une honte.', 'negative'],
    ['Je ne suis pas satisfait de la réponse.', 'negative'],
    ['Aucun problème, tout était impeccable.', 'positive'],
  ])('[STA-258] "%s" is %s', (text, side) => {
    expect(textSentiment(text, 'fr').side).toBe(side)
  })

  it('[STA-258] nothing rated, no sentiment; accents may be composed or not', () => {
    expect(frenchSentiment('Le facteur passe lundi').value).toBeNull()
    const text = 'Je suis déçue'
    expect(frenchSentiment(text.normalize('NFD'))).toEqual(frenchSentiment(text))
  })
})

describe('sentiment model', () => {
  const random = randomSource(11)
  const pick = (words: string) => words.split(' ')[random.index(words.split(' ').length)]!
  /** Words of this tenant that no lexicon rates: "zorb" comes with good scores, "klam" with bad ones. */
  const texts = Array.from({ length: 400 }, () => {
    const label = random.uniform() < 0.6 ? 1 : 0
    const own = random.uniform() < 0.85 ? (label === 1 ? 'zorb' : 'klam') : pick('zorb klam')
    return {
      label: label as 0 | 1,
      text: `le ${pick('colis site magasin')} ${own} ${pick('hier lundi ici')}`,
    }
  })

  it('[STA-259] learns words of the tenant and beats the lexicon, judged on texts it has not seen', () => {
    const model = trainSentimentModel(texts, { language: 'fr' })
    if (typeof model === 'string') throw new Error(model)
    expect(foretoldShare(model, 'le colis zorb')).toBeGreaterThan(0.8)
    expect(foretoldShare(model, 'le colis klam')).toBeLessThan(0.3)
    const { judgement } = model
    expect(judgement.beatsLexicon).toBe(true)
    expect(judgement.n).toBe(400)
    expect(judgement.confusion.flat().reduce((a, b) => a + b)).toBe(400)
    const right = judgement.confusion[0][0] + judgement.confusion[1][1]
    expect(judgement.accuracy).toBeCloseTo(right / 400, 12)
  })

  it('[STA-259] calibrated: of the texts foretold at p, about p are good', () => {
    const model = trainSentimentModel(texts.slice(0, 300), { language: 'fr', penalties: [1] })
    if (typeof model === 'string') throw new Error(model)
    const unseen = texts.slice(300)
    const mean = unseen.reduce((sum, { text }) => sum + foretoldShare(model, text), 0) / unseen.length
    const good = unseen.filter(({ label }) => label === 1).length / unseen.length
    expect(Math.abs(mean - good)).toBeLessThan(3 * Math.sqrt(0.25 / unseen.length))
  })

  it('[STA-259] labels that have nothing to do with the texts do not beat the lexicon; few texts are refused', () => {
    const shuffled = texts.map(({ text }, i) => ({ text, label: (i % 2) as 0 | 1 }))
    const model = trainSentimentModel(shuffled, { language: 'fr', penalties: [1] })
    if (typeof model === 'string') throw new Error(model)
    expect(model.judgement.beatsLexicon).toBe(false)
    expect(trainSentimentModel(texts.slice(0, 20), { language: 'fr' })).toBe('too-few')
    expect(() => trainSentimentModel(texts, { language: 'fr', folds: 1 })).toThrow('folds')
  })
})
