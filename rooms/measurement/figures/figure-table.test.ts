import { expect, it } from 'vitest'
import type { Figure, Figures } from '../contract.ts'
import { figureTable } from './figure-table.ts'

const wilson = { value: 0.7456, n: 2142, low: 0.7267, high: 0.7636, level: 0.95, method: 'wilson' }
const wifi: Figure = {
  measure: 'csat',
  group: { touchpoint: 'wifi' },
  estimate: wilson,
  before: null,
  change: { ...wilson, value: -0.0123, method: 'newcombe-difference' },
  verdict: 'noise',
  promise: 0.8,
  gap: { ...wilson, value: -0.0544, method: 'gap-to-constant' },
  standards: [],
}
const nothing = { value: null, n: 0, low: null, high: null, level: 0.95, method: 'nps-adjusted-wald' }
const airport: Figure = {
  ...wifi,
  measure: 'nps',
  group: { touchpoint: 'airport' },
  estimate: { ...nothing, why: 'no-answers' },
  change: null,
  verdict: 'too-thin',
  promise: null,
  gap: null,
}

const units = new Map([
  ['csat', 'share'],
  ['nps', 'points'],
] as const)

function tableOf(rows: readonly Figure[], language: 'en' | 'fr') {
  const period = { name: '2017', from: '2017-01-01', to: '2017-12-31' }
  const figures: Figures = { period, before: null, comparisons: 1, figures: [...rows], queries: [] }
  return figureTable({ figures, units, language })
}

it('[CLI-21] a share is told in percent, a difference of shares in points with its sign, a lack as a dash', () => {
  const { head, rows, right } = tableOf([wifi, airport], 'en')
  expect(head).toEqual([
    'touchpoint',
    'measure',
    'value',
    'interval',
    'n',
    'change',
    'verdict',
    'promise',
    'gap',
    'method',
  ])
  expect(rows).toEqual([
    ['wifi', 'csat', '74.6%', '72.7% – 76.4%', '2,142', '−1.2 pt', 'noise', '80.0%', '−5.4 pt', 'wilson'],
    ['airport', 'nps', '–', '–', '0', '–', 'too thin', '–', '–', 'nps-adjusted-wald: no-answers'],
  ])
  expect(right).toEqual([2, 3, 4, 5, 7, 8]) // verdict and method read from the left
})

it('[CLI-21] columns that nothing fills are left out', () => {
  const { head } = tableOf([{ ...airport, verdict: null }], 'fr')
  expect(head).toEqual(['touchpoint', 'mesure', 'valeur', 'intervalle', 'n', 'méthode'])
})

it('[CLI-21] figures are written as the language writes them', () => {
  const { rows } = tableOf([wifi], 'fr')
  expect(rows[0]?.slice(2, 6)).toEqual(['74,6\u202f%', '72,7\u202f% – 76,4\u202f%', '2\u202f142', '−1,2 pt'])
})

it('[CLI-21] a distance to the promise is told in points, with its sign', () => {
  const distance = { ...wilson, value: -0.031, low: -0.053, high: 0.011, method: 'mean-of-gaps' }
  const { rows } = tableOf([{ ...wifi, estimate: distance }], 'en')
  expect(rows[0]?.slice(2, 4)).toEqual(['−3.1 pt', '−5.3 pt – +1.1 pt'])
})
