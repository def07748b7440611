import { expect, it } from 'vitest'
import { formats } from '../../../foundations/format/formats.ts'
import { type CockpitFacts, cockpitFinding, pictureFinding } from './cockpit-finding.ts'

const en = formats('en')
const fr = formats('fr')

const nps = {
  name: 'NPS',
  form: { unit: 'points' },
  estimate: { value: 31.2, n: 4908, low: 28.9, high: 33.5 },
  verdict: 'noise',
} as const

const quiet: CockpitFacts = { broken: [], ahead: [], promises: 0, headlines: [nps], before: 'Q2 2026' }

it('[GOV-10] promises broken beyond their interval come first and are named', () => {
  const facts = { ...quiet, broken: ['Home delivery', 'After-sales call'], promises: 7 }
  expect(cockpitFinding(facts, en)).toBe('Two promises are broken: Home delivery and After-sales call.')
  expect(cockpitFinding(facts, fr)).toBe(
    'Deux promesses sont rompues\u202f: Home delivery et After-sales call.',
  )
})

it('[GOV-10] one broken promise is said in the singular', () => {
  const facts = { ...quiet, broken: ['Wi-Fi'], promises: 7 }
  expect(cockpitFinding(facts, en)).toBe('One promise is broken: Wi-Fi.')
  expect(cockpitFinding(facts, fr)).toBe('Une promesse est rompue\u202f: Wi-Fi.')
})

it('[GOV-10] more than three broken promises are counted against all that have a figure', () => {
  const facts = { ...quiet, broken: ['A', 'B', 'C', 'D'], promises: 9 }
  expect(cockpitFinding(facts, en)).toBe('Four promises of nine are broken, among them A and B.')
})

it('[GOV-11] without a broken promise, the title says what moved', () => {
  const facts: CockpitFacts = { ...quiet, promises: 4, headlines: [{ ...nps, verdict: 'moved-down' }] }
  expect(cockpitFinding(facts, en)).toBe('NPS fell against Q2 2026.')
  expect(cockpitFinding(facts, fr)).toBe('NPS a baissé face à Q2 2026.')
})

it('[GOV-11] a figure whose change is noise is never said to have moved', () => {
  expect(cockpitFinding({ ...quiet, promises: 4 }, en)).not.toMatch(/fell|rose|moved/)
})

it('[GOV-11] opposite movements are not told as one direction', () => {
  const headlines: CockpitFacts['headlines'] = [
    { ...nps, verdict: 'moved-down' },
    { ...nps, name: 'CSAT', verdict: 'moved-up' },
  ]
  expect(cockpitFinding({ ...quiet, headlines }, en)).toBe('NPS and CSAT moved against Q2 2026.')
})

it('[GOV-12] promises that are not shown broken are not said to be kept', () => {
  expect(cockpitFinding({ ...quiet, promises: 7 }, en)).toBe(
    'None of the 7 promises measured is shown to be broken.',
  )
  expect(cockpitFinding({ ...quiet, promises: 1 }, fr)).toBe(
    'La seule promesse mesurée n’apparaît pas rompue.',
  )
})

it('[GOV-13] without promise or movement the first figure stands with its interval', () => {
  expect(cockpitFinding(quiet, en)).toBe('NPS stands at 31.2 [28.9, 33.5].')
})

it('[GOV-13] without any figure the title says that there is too little', () => {
  const none = { ...nps, estimate: { value: null, n: 2, low: null, high: null } }
  expect(cockpitFinding({ ...quiet, headlines: [none] }, en)).toBe('Too few answers to say anything yet.')
})

it('[GOV-14] the picture names the short side first and the better side after it', () => {
  const facts = { broken: ['Receive', 'Get help'], ahead: ['Buy'], promises: 6 }
  expect(pictureFinding(facts, en)).toBe('Receive and Get help fall short of what we say; Buy does better')
  expect(pictureFinding(facts, fr)).toBe(
    'Receive et Get help restent en dessous de ce que nous disons\u202f; Buy fait mieux',
  )
})

it('[GOV-14] the picture claims no side where no interval is clear of its promise', () => {
  expect(pictureFinding({ broken: [], ahead: ['Buy'], promises: 3 }, en)).toBe(
    'No touchpoint is shown to fall short of what we say',
  )
})
