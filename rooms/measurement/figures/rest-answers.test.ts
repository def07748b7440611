import { expect, it } from 'vitest'
import type { GroupAnswers } from './figure.ts'
import { restAnswers } from './rest-answers.ts'

const answers = (
  group: Record<string, string>,
  scores: Record<number, number>,
  hidden = false,
): GroupAnswers => ({
  kind: 'nps',
  group,
  bins: Object.entries(scores).map(([score, n]) => ({
    score: Number(score),
    n,
    weight: n,
    weightSquared: n,
  })),
  hidden,
})

function restsOf(groups: readonly GroupAnswers[]) {
  const { byGroup } = restAnswers({ byGroup: groups, byTouchpoint: [] })
  return byGroup.map(({ bins, hidden }) =>
    hidden ? 'hidden' : Object.fromEntries(bins.map(({ score, n }) => [score, n])),
  )
}

it('[MEA-119] a unit stands against the answers of all other units', () => {
  const units = [
    answers({ unit: 'a' }, { 9: 2, 3: 1 }),
    answers({ unit: 'b' }, { 9: 1, 10: 4 }),
    answers({ unit: 'c' }, { 3: 5 }),
  ]
  expect(restsOf(units)).toEqual([
    { 3: 5, 9: 1, 10: 4 },
    { 3: 6, 9: 2 },
    { 3: 1, 9: 3, 10: 4 },
  ])
})

it('[MEA-119] only at the same touchpoint and time, where other people answered', () => {
  const groups = [
    answers({ touchpoint: 'wifi', unit: 'a' }, { 9: 1 }),
    answers({ touchpoint: 'wifi', unit: 'b' }, { 8: 1 }),
    answers({ touchpoint: 'food', unit: 'a' }, { 1: 7 }),
  ]
  expect(restsOf(groups)).toEqual([{ 8: 1 }, { 9: 1 }, {}])
})

it('[MEA-119] where one of the others is hidden, so is the rest', () => {
  const groups = [
    answers({ unit: 'a' }, { 9: 9 }),
    answers({ unit: 'b' }, {}, true),
    answers({ unit: 'c' }, { 8: 8 }),
  ]
  expect(restsOf(groups)).toEqual(['hidden', { 8: 8, 9: 9 }, 'hidden'])
})
