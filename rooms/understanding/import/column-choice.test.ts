import { expect, it } from 'vitest'
import type { ColumnProposal } from '../contract.ts'
import {
  choicesOf,
  codesOf,
  draftColumns,
  faultOf,
  scoresLike,
  unknownTouchpoints,
} from './column-choice.page.ts'

const why = { en: 'So.', fr: 'Ainsi.' }

function column(name: string, rest: Partial<ColumnProposal>): ColumnProposal {
  return { column: name, label: name, role: 'ignore', why, confidence: 0.9, key: name, samples: [], ...rest }
}

const scale = { low: 1, high: 5 }
const choices = choicesOf({
  shape: 'wide',
  rowsLookedAt: 9,
  ...{ file: {}, mapping: null, warnings: [], questions: [] },
  columns: [
    column('client', { role: 'person', confidence: 0.7 }),
    column('guest', { role: 'person', confidence: 0.8 }),
    column('sex', { role: 'segment', confidence: 0.8 }),
    column('code', { role: 'segment', confidence: 0.6 }),
    column('basket', { role: 'outcome' }),
    column('room', { role: 'score', scale, kind: 'csat' }),
    column('desk', { role: 'score', scale, kind: 'csat' }),
    column('words', { role: 'verbatim', key: 'desk' }),
  ],
})
const of = (name: string) => choices.find((choice) => choice.column === name)!

it('[UND-131] of two columns for one role the surer one is taken, and what is not sure is offered only', () => {
  const taken = Object.fromEntries(choices.map(({ column: name, role }) => [name, role]))
  expect(taken).toMatchObject({ client: 'ignore', guest: 'person', sex: 'segment', code: 'ignore' })
  expect(of('basket')).toMatchObject({ role: 'ignore', proposal: { role: 'outcome' } })
  expect(draftColumns(choices).map(({ column: name }) => name)).toEqual([
    'guest',
    'sex',
    'room',
    'desk',
    'words',
  ])
})

it('[UND-131] touchpoints that nobody has designed are named once, with all their columns', () => {
  const unknown = unknownTouchpoints(choices, [{ key: 'room', name: 'The room' }])
  expect(unknown.map(({ key, columns }) => [key, columns.map((one) => one.column)])).toEqual([
    ['desk', ['desk', 'words']],
  ])
})

it('[UND-131] a key or a scale that cannot be is told, and scores like one another are found', () => {
  expect(faultOf({ ...of('room'), key: 'The room' })).toBe('keyFault')
  expect(faultOf({ ...of('room'), scale: { low: 5, high: 5 } })).toBe('scaleFault')
  expect(faultOf(of('room'))).toBeNull()
  expect(scoresLike(choices, of('room')).map((one) => one.column)).toEqual(['desk'])
  expect(codesOf('0, 6, n/a, ')).toEqual([0, 6, 'n/a'])
})
