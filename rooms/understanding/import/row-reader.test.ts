import { describe, expect, it } from 'vitest'
import { keyOf } from './key-of.ts'
import { numberReader } from './number-of.ts'
import * as rows from './test-row.ts'

const mapping = {
  mapping: 1,
  name: 'Till survey',
  source: 'till',
  row: {
    id: '{no}',
    person: 'p-{no}',
    date: { text: '{day} 2026', format: 'd/M yyyy', zone: 'Europe/Paris' },
    unit: 'shop',
    weight: 'w',
    segments: {
      age: { column: 'age', values: { '1': 'young' }, otherwise: 'other' },
      plan: { column: 'plan', values: { G: 'gold' } },
    },
  },
  answers: [
    {
      kind: 'csat',
      scale: { low: 1, high: 5 },
      notGiven: [0, 'n/a'],
      columns: { till: 'till', advice: 'advice' },
    },
    { kind: 'ces', scale: { low: 1, high: 7 }, asked: { low: 5, high: 1 }, columns: { effort: 'till' } },
    { kind: 'ratio', scale: { low: 0, high: 1 }, values: { yes: 1, no: 0 }, columns: { solved: 'till' } },
  ],
  comments: [{ column: 'words', touchpoint: 'till' }],
}

const sound = {
  no: '7',
  day: '3/2',
  shop: 'Lyon Part-Dieu',
  w: '1.5',
  age: '1',
  plan: 'G',
  till: '4',
  advice: '0',
  effort: '1',
  solved: 'yes',
  words: ' Bien. ',
}

const read = (cells: Partial<typeof sound> = {}) =>
  rows.readRow(mapping, { ...sound, ...cells }, { line: 12 })
const messageOf = (cells: Partial<typeof sound> = {}) => rows.messageOf(mapping, { ...sound, ...cells })
const answersOf = (cells: Partial<typeof sound> = {}) => messageOf(cells).answers ?? []
const reasons = (cells: Partial<typeof sound>) =>
  rows.reasonsOf(mapping, { ...sound, ...cells }, { line: 12 })

describe('a row', () => {
  it('[UND-1] gives one answer for each score and one for the comment, with the traits of the row', () => {
    const answers = answersOf()
    expect(
      answers.map(({ question: { key, kind, touchpoint }, score, text }) => [
        key,
        kind,
        touchpoint,
        score,
        text,
      ]),
    ).toEqual([
      ['till', 'csat', 'till', 4, ''],
      ['effort', 'ces', 'till', 7, ''],
      ['solved', 'ratio', 'till', 1, ''],
      ['words', 'comment', 'till', null, 'Bien.'],
    ])
    expect(messageOf()).toMatchObject({
      id: '7',
      source: 'till',
      person: 'p-7',
      unit: 'lyon-part-dieu',
      weight: 1.5,
      segments: { age: 'young', plan: 'gold' },
      occurredAt: new Date('2026-02-02T23:00:00Z'), // midnight of 3 February in Paris
    })
  })

  it('[UND-2] counts empty cells and codes of notGiven as not given', () => {
    const unanswered = { till: '', advice: 'n/a', effort: ' ' }
    expect([answersOf(unanswered).length, read(unanswered)]).toMatchObject([2, { answersNotGiven: 3 }])
  })

  it('[UND-4] puts a reversed score of 1 to 5 on 1 to 7, and keeps it as it was asked', () => {
    const effort = (cell: string) =>
      answersOf({ effort: cell }).find(({ question }) => question.key === 'effort')
    expect(effort('5')).toMatchObject({ score: 1, scoreAsked: 5, question: { asked: { low: 5, high: 1 } } })
    expect(effort('3')).toMatchObject({ score: 4 })
    expect(effort('1')).toMatchObject({ score: 7 })
  })

  it('[UND-1] leaves a segment out where its cell is empty', () => {
    expect(messageOf({ plan: '', age: '' }).segments).toEqual({ age: 'other' })
  })
})

it('[UND-39] in a file of one row an answer, the row says which touchpoint it is about', () => {
  const [csat] = mapping.answers
  const long = {
    ...mapping,
    comments: [],
    answers: [{ ...csat!, columns: { till: 'any' }, touchpoint: 'shop' }],
  }
  const readLong = (cells: Partial<typeof sound>) => rows.readRow(long, { ...sound, ...cells })
  expect(readLong({})).toMatchObject({
    message: { answers: [{ question: { key: 'till', touchpoint: 'lyon-part-dieu' }, score: 4 }] },
  })
  expect(readLong({ shop: ' ' })).toMatchObject({
    rejected: [{ column: 'shop', reason: 'does not say what the answer is about' }],
  })
})

describe('a bad cell', () => {
  it.each([
    [{ till: '6' }, '12 till "6" is outside the scale 1 to 5; if it is no answer, add it to `notGiven`'],
    [{ till: 'good' }, '12 till "good" is not a score; add it to `notGiven` or to `values` of the mapping'],
    [
      { solved: 'maybe' },
      '12 solved "maybe" is not a score; add it to `notGiven` or to `values` of the mapping',
    ],
    [
      { plan: 'X' },
      '12 plan "X" is a code the mapping does not know; add it to `values`, or give `otherwise`',
    ],
    [{ w: '-1' }, '12 w "-1" is not a weight: it must be a number above 0'],
    [{ w: '' }, '12 w "" is not a weight: it must be a number above 0'],
    [{ no: ' ' }, '12 no "" is empty, and the row cannot be told apart without it'],
    [{ day: '31/2' }, '12 {day} 2026 "31/2 2026" is not a date written d/M yyyy'],
  ])('[UND-3] %o refuses the row: %s', (cells, reason) => {
    expect(reasons(cells)).toContain(reason)
  })

  it('[UND-3] every bad cell of a row is named', () => {
    expect(reasons({ till: '9', advice: 'x', w: '0' })).toHaveLength(3)
  })

  it.each([
    ['3/3', 'lies in the future'],
    ['1/3', undefined],
  ])('[UND-5] %s 2026, read on 1 March, %s', (day, reason) => {
    expect(reasons({ day })[0]?.split('" ')[1]).toBe(reason)
  })

  it('[UND-5] the year 21 is refused', () => {
    const old = {
      ...mapping,
      row: { ...mapping.row, date: { text: '{day}', format: 'd/M/yyyy', zone: 'UTC' } },
    }
    expect(rows.reasonsOf(old, { ...sound, day: '3/2/0021' })).toEqual([
      '2 {day} "3/2/0021" lies before 1900',
    ])
  })
})

describe('styles of numbers and dates', () => {
  const readBy = (
    file: Readonly<Record<string, unknown>>,
    format: string | string[],
    cells: Partial<typeof sound>,
  ) => {
    const date = { text: '{day}', format, zone: 'UTC' }
    const by = { ...mapping, file, row: { ...mapping.row, date } }
    return rows.readRow(by, { ...sound, day: '2026-01-15', ...cells })
  }
  const first = (outcome: ReturnType<typeof readBy>) => {
    if (typeof outcome !== 'object' || !('message' in outcome)) return outcome
    const { answers, ...shared } = outcome.message
    return { ...shared, ...answers![0] }
  }

  it('[UND-18] a decimal comma is read in scores and weights where the mapping says so', () => {
    const cells = { till: '4,5', w: '0,25' }
    expect(first(readBy({ decimal: ',' }, 'iso', cells))).toMatchObject({ score: 4.5, weight: 0.25 })
    expect(readBy({}, 'iso', cells)).toMatchObject({ rejected: [{ column: 'w' }, { column: 'till' }] })
    expect(readBy({ decimal: ',' }, 'iso', { till: '4.5', w: '1' })).toMatchObject({
      rejected: [{ column: 'till' }],
    })
  })

  it.each([
    [',', '1,059', 1059],
    [',', '12,345,678.5', 12_345_678.5],
    [' ', '1\u202f059', 1059],
    ["'", "1'059", 1059],
  ])('[UND-18] with thousands set apart by "%s", "%s" is %d', (thousands, text, number) => {
    expect(numberReader({ decimal: '.', thousands: thousands as ',' })(text)).toBe(number)
  })

  it.each(['1,05', '1,0590', '1059,1', ',059'])(
    '[UND-18] groups that are not whole are no number: "%s"',
    (text) => {
      expect(numberReader({ decimal: '.', thousands: ',' })(text)).toBeNaN()
    },
  )

  it.each(['0x4', '4e', ' 4 4', 'Infinity'])('[UND-3] "%s" is no score', (till) => {
    expect(readBy({}, 'iso', { till })).toMatchObject({ rejected: [{ column: 'till' }] })
  })

  it('[UND-2] a code of notGiven is met however its number is written', () => {
    expect(readBy({}, 'iso', { till: '0.0', advice: '0' })).toMatchObject({ answersNotGiven: 2 })
  })

  it.each([
    ['iso', '2026-01-15', '2026-01-15T00:00:00Z'],
    ['iso', '2026-01-15 10:30:00', '2026-01-15T10:30:00Z'],
    ['iso', '2026-01-15T10:30:00+02:00', '2026-01-15T08:30:00Z'],
    [['d/M/yyyy', 'yyyyMMdd'], '20260115', '2026-01-15T00:00:00Z'],
    [['d/M/yyyy', 'yyyyMMdd'], '15/1/2026', '2026-01-15T00:00:00Z'],
  ])('[UND-27] by the style %j "%s" is %s', (format, day, moment) => {
    expect(first(readBy({}, format, { day }))).toMatchObject({ occurredAt: new Date(moment) })
  })

  it('[UND-36] a code stands for the date that the mapping gives it, and other codes are refused', () => {
    const date = { text: '{day}', format: 'yyyy-MM-dd', values: { '2': '2026-01-11' }, zone: 'UTC' }
    const coded = { ...mapping, row: { ...mapping.row, date } }
    const readCode = (day: string) => rows.readRow(coded, { ...sound, day })
    expect(first(readCode('2'))).toMatchObject({ occurredAt: new Date('2026-01-11T00:00:00Z') })
    expect(readCode('19')).toMatchObject({
      rejected: [{ column: '{day}', value: '19', reason: 'is a code of no date that the mapping knows' }],
    })
  })

  it('[UND-27] a date of none of the styles is refused, and they are named', () => {
    expect(readBy({}, ['d/M/yyyy', 'yyyyMMdd'], { day: 'soon' })).toMatchObject({
      rejected: [{ column: '{day}', value: 'soon', reason: 'is not a date written d/M/yyyy or yyyyMMdd' }],
    })
  })
})

it.each([
  ['Évry – Centre', 'evry-centre'],
  ['  A ', 'a'],
  ['', ''],
])('[UND-1] the unit "%s" has the key "%s"', (text, key) => {
  expect(keyOf(text)).toBe(key)
})
