import { expect, it } from 'vitest'
import { closestKey } from './closest-key.ts'

const known = ['wifi', 'parking', 'airtrain', 'csat', 'csat-mean']

it.each([
  ['wfii', 'wifi'], // two letters swapped
  ['parkng', 'parking'], // one forgotten
  ['air-train', 'airtrain'], // one too many
  ['csta', 'csat'],
  ['csat-meen', 'csat-mean'],
])('[STR-56] "%s" is taken for "%s"', (typed, meant) => {
  expect(closestKey(typed, known)).toBe(meant)
})

it('[STR-56] a word that resembles none is taken for none', () => {
  expect(closestKey('restrooms', known)).toBeNull()
  expect(closestKey('x', [])).toBeNull()
})
