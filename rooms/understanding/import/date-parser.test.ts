import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { dateParser } from './date-parser.ts'

const zones = ['UTC', 'Europe/Paris', 'America/Los_Angeles', 'Australia/Lord_Howe', 'Asia/Kathmandu']
const styles = ['yyyy-MM-dd', 'd/M/yyyy', 'M/d/yyyy HH:mm', 'yyyyMMdd', 'dd.MM.yyyy H:mm:ss']

describe.each(zones)('dates in %s', (zone) => {
  it.each(styles)('[UND-55] written %s are the moments that luxon finds', (style) => {
    const parse = dateParser(style, zone)
    const moment = fc.integer({ min: Date.UTC(1901, 0, 1) / 1000, max: Date.UTC(2090, 0, 1) / 1000 })
    fc.assert(
      fc.property(moment, (seconds) => {
        const text = DateTime.fromSeconds(seconds, { zone }).toFormat(style)
        expect(parse(text)).toBe(DateTime.fromFormat(text, style, { zone, locale: 'en' }).toMillis())
      }),
      { numRuns: 300 },
    )
  })
})

it.each([
  ['yyyy-MM-dd', '2026-02-30'],
  ['yyyy-MM-dd', '2026-2-3'],
  ['d/M/yyyy', '3/13/2026'],
  ['M/d/yyyy HH:mm', '1/2/2026 24:30'],
  ['iso', '2026-02-29'],
  ['iso', ''],
])('[UND-55] %s does not write "%s"', (style, text) => {
  expect(dateParser(style, 'UTC')(text)).toBeNull()
})

it.each([
  ['yyyy-MM-dd', '0021-02-03', Date.parse('0021-02-03T00:00:00Z')],
  ['iso', '2026-01-15T10:30:00.5+02:00', Date.UTC(2026, 0, 15, 8, 30, 0, 500)],
  ['iso', '2026-W03-4', Date.UTC(2026, 0, 15)],
  ['d LLL yyyy', '15 Jan 2026', Date.UTC(2026, 0, 15)],
])('[UND-55] %s writes "%s"', (style, text, moment) => {
  expect(dateParser(style, 'UTC')(text)).toBe(moment)
})
