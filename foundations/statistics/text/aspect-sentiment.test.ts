import { describe, expect, it } from 'vitest'
import { type Aspect, aspectReader, aspectSentiment } from './aspect-sentiment.ts'
import { trainSentimentModel } from './sentiment-model.ts'

const english: Aspect[] = [
  { name: 'staff', terms: ['staff', 'crew', 'agent'] },
  { name: 'queue', terms: ['queue', 'waiting time', 'wait'] },
  { name: 'price', terms: ['price'] },
]
const french: Aspect[] = [
  { name: 'accueil', terms: ['accueil', 'personnel'] },
  { name: 'attente', terms: ['attente', 'file d’attente', 'queue'] },
  { name: 'prix', terms: ['prix', 'tarif'] },
]
const sides = (text: string, language: 'en' | 'fr') =>
  aspectSentiment(text, language === 'en' ? english : french, { language }).map(
    ({ aspect, side }) => `${aspect}: ${side}`,
  )

describe('aspectSentiment', () => {
  it.each([
    ['en', 'The staff was lovely but the queue was horrible.', ['staff: positive', 'queue: negative']],
    ['en', 'The crew was not helpful, the price is great!', ['staff: negative', 'price: positive']],
    ['en', 'I love the agent and hate the waiting time', ['staff: positive', 'queue: negative']],
    ['en', 'The price of the seat', ['price: null']],
    ['en', 'Nothing to report', []],
    [
      'fr',
      'Personnel très agréable mais file d’attente horrible.',
      ['accueil: positive', 'attente: negative'],
    ],
    ['fr', 'L’accueil n’est pas bon, le prix est excellent', ['accueil: negative', 'prix: positive']],
    ['fr', 'Le tarif', ['prix: null']],
  ] as const)('[STA-315] %s: “%s” says %j', (language, text, expected) => {
    expect(sides(text, language)).toEqual(expected)
  })

  it('[STA-315] a negation before the reach of a window still turns it', () => {
    const text = 'This was never at all in any way a good staff'
    const reading = { language: 'en', reach: 2 } as const
    const far = aspectSentiment(`never really good staff`, english, reading)
    expect(far[0]!.window).toBe('never really good staff')
    expect(far[0]!.side).toBe('negative')
    expect(aspectSentiment(text, english, reading)[0]!.window).toBe('a good staff')
  })

  it('[STA-315] the longest term wins, and no word is read twice', () => {
    expect(aspectSentiment('the waiting time', english, { language: 'en' })).toHaveLength(1)
  })

  it('[STA-315] a model of the tenant reads the windows instead of the lexicon, on −1 … 1', () => {
    const texts = Array.from({ length: 80 }, (_, i) => ({
      text: i % 2 === 0 ? `the gate was zesty number ${i}` : `the gate was drab number ${i}`,
      label: (i % 2 === 0 ? 1 : 0) as 0 | 1,
    }))
    const model = trainSentimentModel(texts, { language: 'en' })
    if (typeof model === 'string') throw new Error(model)
    const gate = [{ name: 'gate', terms: ['gate'] }]
    const value = (text: string) =>
      aspectSentiment(text, gate, { language: 'en', read: aspectReader(model) })[0]!.value!
    expect(value('the gate was zesty')).toBeGreaterThan(0.3)
    expect(value('the gate was drab')).toBeLessThan(-0.3)
  })
})
