/** A moment in ISO 8601: a date, with a time and a zone where they are given. */
const isoMoment =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i

/** Milliseconds since 1970 of a moment in ISO 8601, UTC where it names no zone, or of such a number; null otherwise. */
export function momentOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'string') return null
  return value.length === 24 && usual.test(value) ? usualMoment(value) : otherMoment(value)
}

/** As programs write it: `2026-06-10T12:00:00.000Z`. */
const usual = /^\d{4}-\d\d-\d\dT[012]\d:[0-5]\d:[0-5]\d\.\d{3}Z$/

function usualMoment(text: string): number | null {
  const number = (from: number, to: number) => Number(text.slice(from, to))
  if (!isDay(number(0, 4), number(5, 7), number(8, 10)) || number(11, 13) > 23) return null
  return Date.parse(text)
}

function otherMoment(text: string): number | null {
  const parts = isoMoment.exec(text)
  if (!parts || !isDay(Number(parts[1]), Number(parts[2]), Number(parts[3]))) return null
  const dayAlone = text.length === 10
  const moment = Date.parse(parts[4] || dayAlone ? text : `${text.replace(' ', 'T')}Z`)
  return Number.isNaN(moment) ? null : moment
}

/** Years repeat their calendar every four hundred. */
function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  return day <= 28 || day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
}

export interface SentMoment {
  readonly receivedAt: number
  /** When the client says it sent the event. */
  readonly sentAt: number | null
  /** When the client says it happened. */
  readonly saidAt: number | null
}

/**
 * When an event happened by the clock of this server. A client whose clock is wrong says both moments wrongly by the
 * same, so only the time between them is taken from it: receivedAt − (sentAt − saidAt). What the client says stands
 * where it does not say when it sent the event; without either it happened when it was received.
 * Source: https://segment.com/docs/connections/spec/common/#timestamps
 */
export function occurredAtOf({ receivedAt, sentAt, saidAt }: SentMoment): number {
  if (saidAt === null) return receivedAt
  return sentAt === null ? saidAt : receivedAt - (sentAt - saidAt)
}

const earliest = Date.UTC(1900, 0, 1)
const dayMs = 86_400_000

/** Whether nothing could have happened then: before 1900, or more than a day after it was received. */
export function isImpossible(occurredAt: number, receivedAt: number): boolean {
  return occurredAt < earliest || occurredAt > receivedAt + dayMs
}
