import { DateTime } from 'luxon'

/** Moment that a text writes, in milliseconds since 1970; null where it writes none. */
export type DateParser = (text: string) => number | null

interface WallClock {
  /** The date and time of day as if they were those of UTC. */
  readonly wallMs: number
}

const quarterMs = 15 * 60_000
const offsetsRemembered = 20_000

/**
 * Reads dates of one style in one time zone. Dates of digits are read here, all others and all that do not fit by
 * luxon, which is slower by an order of magnitude. Where clocks were set back, a time they showed twice is the first.
 */
export function dateParser(style: string, zone: string): DateParser {
  const readDigits = style === 'iso' ? isoDigits : digitsOf(style)
  const offsetAt = zone === 'UTC' ? () => 0 : offsets(zone)
  return (text) => {
    const wall = readDigits?.(text) ?? null
    return wall === null ? byLuxon(text, style, zone) : wall.wallMs - offsetAt(wall.wallMs)
  }
}

/** A text that names its own offset is that moment; any other is a time of the zone's clocks. */
function byLuxon(text: string, style: string, zone: string): number | null {
  const written =
    style === 'iso'
      ? DateTime.fromISO(text.replace(' ', 'T'), { zone, setZone: true })
      : DateTime.fromFormat(text, style, { zone, setZone: true, locale: 'en' })
  if (!written.isValid) return null
  return written.zoneName === zone ? firstOf(written) : written.toMillis()
}

/** Luxon takes one or the other of two, by the season in which it is asked. */
const firstOf = (written: DateTime) =>
  Math.min(...written.getPossibleOffsets().map((moment) => moment.toMillis()))

/** How far a zone is ahead of UTC at a time of its own clocks, which are set at whole quarters of an hour only. */
function offsets(zone: string): (wallMs: number) => number {
  const known = new Map<number, number>()
  return (wallMs) => {
    const quarter = Math.floor(wallMs / quarterMs)
    const before = known.get(quarter)
    if (before !== undefined) return before
    const clock = DateTime.fromMillis(quarter * quarterMs, { zone: 'UTC' })
    const offset = quarter * quarterMs - firstOf(clock.setZone(zone, { keepLocalTime: true }))
    if (known.size >= offsetsRemembered) known.clear()
    known.set(quarter, offset)
    return offset
  }
}

const iso = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?)?$/

function isoDigits(text: string): WallClock | null {
  const found = iso.exec(text)
  if (!found) return null
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = ''] = found
  return wallClock([year, month, day, hour, minute, second].map(Number), Number(fraction.padEnd(3, '0')))
}

const tokens: Readonly<Record<string, readonly [field: number, digits: string]>> = {
  yyyy: [0, '\\d{4}'],
  MM: [1, '\\d{2}'],
  M: [1, '\\d{1,2}'],
  dd: [2, '\\d{2}'],
  d: [2, '\\d{1,2}'],
  HH: [3, '\\d{2}'],
  H: [3, '\\d{1,2}'],
  mm: [4, '\\d{2}'],
  ss: [5, '\\d{2}'],
}

/** Reads a style that is made of digits alone; undefined where it is not. */
function digitsOf(style: string): ((text: string) => WallClock | null) | undefined {
  const parts = style.match(/([A-Za-z])\1*|[^A-Za-z]+/g) ?? []
  const named = parts.filter((part) => /[A-Za-z]/.test(part))
  const fields = named.map((part) => tokens[part]?.[0] ?? -1)
  const isPlain = !fields.includes(-1) && new Set(fields).size === fields.length && !style.includes("'")
  if (!isPlain || ![0, 1, 2].every((field) => fields.includes(field))) return undefined
  const pattern = parts.map((part) => (tokens[part] ? `(${tokens[part][1]})` : escaped(part)))
  const written = new RegExp(`^${pattern.join('')}$`)
  return (text) => {
    const found = written.exec(text)
    if (!found) return null
    const values = [0, 1, 1, 0, 0, 0]
    for (const [index, field] of fields.entries()) values[field] = Number(found[index + 1])
    return wallClock(values, 0)
  }
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** Null for what is on no calendar, and for years that `Date.UTC` takes for others. */
function wallClock(
  [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0]: readonly number[],
  millisecond: number,
): WallClock | null {
  if (year < 100 || hour > 23 || minute > 59 || second > 59) return null
  const wallMs = Date.UTC(year, month - 1, day, hour, minute, second, millisecond)
  const written = new Date(wallMs)
  return written.getUTCMonth() === month - 1 && written.getUTCDate() === day ? { wallMs } : null
}
