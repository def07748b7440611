import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameOf, periodBefore, periodOf, periodsWithin } from './period.ts'

const span = { first: '2016-11-23', last: '2017-05-02' }
const daysOf = (name: string) => {
  const period = periodOf(name, span)
  return period && [period.from, period.to]
}

describe('names of periods', () => {
  it.each([
    ['2017', '2017-01-01', '2017-12-31', 'a year'],
    ['2017-q1', '2017-01-01', '2017-03-31', 'a quarter'],
    ['2016-q4', '2016-10-01', '2016-12-31', 'the last quarter'],
    ['2017-04', '2017-04-01', '2017-04-30', 'a month of 30 days'],
    ['2016-02', '2016-02-01', '2016-02-29', 'February of a leap year'],
    ['2017-02', '2017-02-01', '2017-02-28', 'February of another year'],
    ['2100-02', '2100-02-01', '2100-02-28', 'a century is no leap year'],
    ['2000-02', '2000-02-01', '2000-02-29', 'but every fourth is'],
    ['2017-05-06', '2017-05-06', '2017-05-06', 'one day'],
    ['2017-01..2017-06', '2017-01-01', '2017-06-30', 'months'],
    ['2016-q4..2017', '2016-10-01', '2017-12-31', 'from a quarter to a year'],
    ['2016-02-29..2016-03-01', '2016-02-29', '2016-03-01', 'days over the end of February'],
  ])('[MEA-30] %s stands for %s to %s: %s', (name, from, to) => {
    expect(daysOf(name)).toEqual([from, to])
  })

  it('[MEA-31] latest is the last quarter with answers, all the months from the first answer to the last', () => {
    expect(daysOf('latest')).toEqual(['2017-04-01', '2017-06-30'])
    expect(daysOf('all')).toEqual(['2016-11-01', '2017-05-31'])
    expect(periodOf('latest', null)).toBeNull()
    expect(periodOf('all', null)).toBeNull()
  })

  it.each([
    '',
    '17',
    '2017-13',
    '2017-00',
    '2017-q5',
    '2017-q0',
    '2017-2',
    '2017-02-29',
    '2017-04-31',
    '2017-06..2017-01',
    '2017..',
    '..2017',
    '2017..2018..2019',
    'latest..2017',
    'yesterday',
    '1970',
    '2149',
    '0050-01',
    '2017-01-01T00:00:00Z',
  ])('[MEA-32] "%s" is no period', (name) => {
    expect(periodOf(name, span)).toBeNull()
  })
})

describe('the period before', () => {
  it.each([
    ['2017', '2016'],
    ['2017-q1', '2016-q4'],
    ['2017-03', '2017-02'],
    ['2016-03', '2016-02'],
    ['2017-01', '2016-12'],
    ['2017-01..2017-06', '2016-07..2016-12'],
    ['2017-02..2017-03', '2016-12..2017-01'],
    ['2017-05-02', '2017-05-01..2017-05-01'],
    ['2016-03-01..2016-03-02', '2016-02-28..2016-02-29'],
  ])('[MEA-33] before %s comes %s', (name, before) => {
    expect(periodBefore(periodOf(name, span)!).name).toBe(before)
  })

  it('[MEA-33] it ends the day before, and has as many days or whole months', () => {
    const day = fc.date({
      min: new Date('1999-01-01T00:00:00Z'),
      max: new Date('2101-01-01T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 900 }), (first, more) => {
        const text = (moment: number) => new Date(moment).toISOString().slice(0, 10)
        const from = text(first.getTime())
        const to = text(first.getTime() + more * 86_400_000)
        const before = periodBefore({ name: '', from, to })
        expect(Date.parse(from) - Date.parse(before.to)).toBe(86_400_000)
        const length = (days: { from: string; to: string }) => Date.parse(days.to) - Date.parse(days.from)
        const wholeMonths = from.endsWith('-01') && text(Date.parse(to) + 86_400_000).endsWith('-01')
        if (wholeMonths) expect(before.from.endsWith('-01')).toBe(true)
        else expect(length(before)).toBe(length({ from, to }))
      }),
    )
  })
})

describe('short names', () => {
  it.each([
    ['2017-01-01', '2017-12-31', '2017'],
    ['2017-04-01', '2017-06-30', '2017-q2'],
    ['2017-05-01', '2017-05-31', '2017-05'],
    ['2017-01-01', '2017-06-30', '2017-01..2017-06'],
    ['2017-05-02', '2017-05-31', '2017-05-02..2017-05-31'],
  ])('[MEA-34] %s to %s is called %s, and the name stands for the same days', (from, to, name) => {
    expect(nameOf(from, to)).toBe(name)
    expect(periodOf(name, null)).toEqual({ name, from, to })
  })

  it('[MEA-35] the years, quarters and months that hold answers are listed, latest first', () => {
    expect(periodsWithin({ first: '2016-11-23', last: '2017-01-02' }).map(({ name }) => name)).toEqual([
      '2017',
      '2017-q1',
      '2017-01',
      '2016',
      '2016-q4',
      '2016-12',
      '2016-11',
    ])
  })
})
