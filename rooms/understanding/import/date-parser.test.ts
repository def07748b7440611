import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { dateParser } from './date-parser.ts'

const zones = ['UTC', 'Europe/Paris', 'America/Los_Angeles', 'Australia/Lord_Howe', 'Asia/Kathmandu']
const styles = ['yyyy-MM-dd', 'd/M/yyyy', 'M/d/yyyy HH:mm', 'yyyyMMdd', 'dd.MM.yyyy H:mm:ss']

describe.each(zones)('dates in %s', (zone) => {
  it.each(styles)('[UND-55] written %s are the first moments at which clocks showed them', (style) => {
    const parse = dateParser(style, zone)
    const moment = fc.integer({ min: Date.UTC(1901, 0, 1) / 1000, max: Date.UTC(2090, 0, 1) / 1000 })
    fc.assert(
      fc.property(moment, (seconds) => {
        const text = DateTime.fromSeconds(seconds, { zone }).toFormat(style)
        expect(parse(text)).toBe(firstShown(DateTime.fromFormat(text, style, { zone, locale: 'en' })))
      }),
      { numRuns: 300 },
    )
  })
})

/** By trying all offsets near the one that luxon takes; its own where clocks skipped the time. */
function firstShown(moment: DateTime): number {
  const wallMs = moment.toMillis() + moment.offset * 60_000
  const near = Array.from({ length: 17 }, (_, index) => moment.offset + 120 - index * 15)
  const offset = near.find((minutes) => moment.zone.offset(wallMs - minutes * 60_000) === minutes)
  return wallMs - (offset ?? moment.offset) * 60_000
}

it.each([
  ['Europe/Paris', 'yyyy-MM-dd HH:mm', '2026-10-25 02:30', '2026-10-25T00:30:00Z'],
  ['Europe/Paris', 'd LLL yyyy HH:mm', '25 Oct 2026 02:30', '2026-10-25T00:30:00Z'],
  ['America/Los_Angeles', 'yyyy-MM-dd HH:mm', '2026-11-01 01:30', '2026-11-01T08:30:00Z'],
  ['Europe/Paris', 'iso', '2026-10-25T02:30:00+01:00', '2026-10-25T01:30:00Z'],
  ['Europe/Paris', 'yyyy-MM-dd HH:mm', '2026-03-29 02:30', '2026-03-29T01:30:00Z'],
])('[UND-55] in %s, %s, "%s" is %s, whatever the season it is read in', (zone, style, text, moment) => {
  expect(dateParser(style, zone)(text)).toBe(Date.parse(moment))
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
