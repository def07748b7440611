import { expect, it } from 'vitest'
import { formats } from './formats.ts'
import { periodName } from './period-name.ts'

const en = formats('en')
const fr = formats('fr')

it('[FMT-1] negative numbers carry the minus sign U+2212 in both languages', () => {
  expect(en.number(-3.6, { digits: 1 })).toBe('\u22123.6')
  expect(fr.number(-3.6, { digits: 1 })).toBe('\u22123,6')
})

it('[FMT-2] a percent is narrow-spaced in French and closed up in English', () => {
  expect(en.percent(0.879, 1)).toBe('87.9%')
  expect(fr.percent(0.879, 1)).toBe('87,9\u202f%')
})

it('[FMT-2] thousands are narrow-spaced in French', () => {
  expect(en.number(12345)).toBe('12,345')
  expect(fr.number(12345)).toBe('12\u202f345')
})

it('[FMT-3] an interval is closed by a comma in English and by a semicolon in French', () => {
  const hundred = { unit: 'points' } as const
  expect(en.interval({ low: 61, high: 62.6 }, hundred)).toBe('[61.0, 62.6]')
  expect(fr.interval({ low: 61, high: 62.6 }, hundred)).toBe('[61,0\u202f; 62,6]')
})

it('[FMT-3] the interval of a change carries signs on both ends', () => {
  expect(en.interval({ low: -6.7, high: 0.5 }, { unit: 'points' }, true)).toBe('[\u22126.7, +0.5]')
})

it('[FMT-4] a share is written in percent with one digit', () => {
  expect(en.value(0.8794, { unit: 'share' })).toBe('87.9%')
  expect(en.bare(0.8794, { unit: 'share' })).toBe('87.9')
})

it('[FMT-4] a score on a narrow scale has two digits, on a wide one one', () => {
  expect(en.value(3.9444, { unit: 'score', scale: { low: 1, high: 5 } })).toBe('3.94')
  expect(en.value(7.6444, { unit: 'score', scale: { low: 0, high: 10 } })).toBe('7.6')
})

it('[FMT-5] periods are said as people say them', () => {
  const quarter = { name: '2017-q2', from: '2017-04-01', to: '2017-06-30' }
  expect(periodName(quarter, en)).toBe('Q2 2017')
  expect(periodName(quarter, fr)).toBe('T2 2017')
  expect(periodName({ name: '2017-05', from: '2017-05-01', to: '2017-05-31' }, fr)).toBe('mai 2017')
  expect(periodName({ name: '2017', from: '2017-01-01', to: '2017-12-31' }, en)).toBe('2017')
})

it('[FMT-5] a quotation has the marks of its language', () => {
  expect(en.quote('One call')).toBe('“One call”')
  expect(fr.quote('Un appel')).toBe('«\u202fUn appel\u202f»')
})

it('[FMT-6] a gap between shares is signed and written in points, not in percent', () => {
  expect(en.value(-0.053, { unit: 'share', method: 'promise-gap' })).toBe('\u22125.3')
})

it('[FMT-7] how long ago something was is told in the largest unit that it fills', () => {
  const now = new Date('2026-03-10T12:00:00Z')
  const told = (date: string) => [en.ago(date, now), fr.ago(date, now).replace(/[\u00a0\u202f]/g, ' ')]
  expect(told('2026-03-10T11:56:10Z')).toEqual(['3 min ago', 'il y a 3 min'])
  expect(told('2026-03-10T09:30:00Z')).toEqual(['2 hr ago', 'il y a 2 h'])
  expect(told('2026-03-04T11:00:00Z')).toEqual(['6 days ago', 'il y a 6 j'])
  expect(told('2026-02-01T12:00:00Z')).toEqual(['1 month ago', 'il y a 1 mois'])
  expect(told('2026-03-10T12:00:05Z')).toEqual(['0 sec ago', 'il y a 0 s'])
})
