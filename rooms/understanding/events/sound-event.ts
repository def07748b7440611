import { createHash } from 'node:crypto'
import type { EventFaultCode } from './event-fault-codes.ts'
import { isImpossible, momentOf, occurredAtOf } from './event-moment.ts'
import { type JsonObject, textOf } from './value-source.ts'

export const eventCalls = ['identify', 'track', 'page', 'screen', 'group', 'alias'] as const
export type EventCall = (typeof eventCalls)[number]

/** What an event weighs at most, in bytes. */
export const eventBytesMax = 32 * 1024

/** An event that fits the specification: who, when, and which call it is. */
export interface SoundEvent {
  readonly call: EventCall
  readonly event: JsonObject
  /** Identifier that tells it apart; null where the sender gave none that could. */
  readonly id: string | null
  readonly userId: string | null
  readonly anonymousId: string | null
  /** Milliseconds since 1970, by the clock of this server. */
  readonly occurredAt: number
}

/** Why an event cannot be kept as facts; stable, for programs. */
export type EventFault = { readonly code: EventFaultCode; readonly reason: string }

export interface EventArrival {
  /** Milliseconds since 1970. */
  readonly receivedAt: number
  /** What the batch or the event says about when it was sent. */
  readonly sentAt: unknown
}

const idLettersMax = 255

/** Reads an event by the specification, or says what is wrong with it. */
export function soundEvent(event: JsonObject, { receivedAt, sentAt }: EventArrival): SoundEvent | EventFault {
  const call = eventCalls.find((known) => known === event.type)
  if (!call)
    return fault('type-unknown', `type is ${shown(event.type)}; it is one of ${eventCalls.join(', ')}`)
  const [userId, anonymousId] = [identifierOf(event.userId), identifierOf(event.anonymousId)]
  const missing = missingOf(call, event, userId ?? anonymousId)
  if (missing) return missing
  const said = event.originalTimestamp ?? event.timestamp
  const saidAt = momentOf(said)
  if (said !== undefined && said !== null && saidAt === null)
    return fault('date-unreadable', `timestamp ${shown(said)} is no date; write it in ISO 8601`)
  const occurredAt = occurredAtOf({ receivedAt, sentAt: momentOf(sentAt), saidAt })
  if (isImpossible(occurredAt, receivedAt))
    return fault('date-impossible', `timestamp ${shown(said)} lies before 1900 or in the future`)
  const id = idOf(event, saidAt)
  if (id && id.length > idLettersMax)
    return fault('id-too-long', `messageId has ${id.length} letters; it may have ${idLettersMax}`)
  return { call, event, id, userId, anonymousId, occurredAt }
}

export function isFault(read: SoundEvent | EventFault): read is EventFault {
  return 'code' in read
}

export function fault(code: EventFaultCode, reason: string): EventFault {
  return { code, reason }
}

function missingOf(call: EventCall, event: JsonObject, person: string | null): EventFault | null {
  if (call === 'track' && textOf(event.event) === null)
    return fault('name-missing', 'event is missing: it names what happened')
  if (call === 'group' && identifierOf(event.groupId) === null)
    return fault('group-missing', 'groupId is missing')
  if (call === 'alias' && identifierOf(event.previousId) === null)
    return fault('previous-missing', 'previousId is missing')
  if (person !== null || emailOf(event) !== null) return null
  return fault(
    'person-missing',
    'userId and anonymousId are missing, longer than 255 letters, or stand for nobody',
  )
}

/** Tools that send e-mail know people by their address alone. */
export function emailOf(event: JsonObject): string | null {
  const { traits } = objectOf(event.context)
  return identifierOf(objectOf(traits).email)
}

const nothing: JsonObject = {}

export const objectOf = (value: unknown): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : nothing

/** What programs write when they know nobody. Taken for an identifier, it would make one person of many. */
const nobody = new Set([
  'null',
  'undefined',
  'nil',
  'none',
  'nan',
  'anonymous',
  'guest',
  '[object object]',
  'true',
  'false',
])

const longestNobody = Math.max(...[...nobody].map((name) => name.length))

/** An identifier as text; null where it is missing or stands for nobody. */
export function identifierOf(value: unknown): string | null {
  const text = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
  if (text === '' || text.length > idLettersMax) return null
  return text.length <= longestNobody && nobody.has(text.toLowerCase()) ? null : text
}

/**
 * The sender's own id; without it, events that say when they happened are told apart by all they say. One that says
 * neither cannot be recognised when it is sent again.
 */
function idOf(event: JsonObject, saidAt: number | null): string | null {
  const given = textOf(event.messageId)
  if (given !== null) return given
  if (saidAt === null) return null
  const { sentAt, receivedAt, ...said } = event
  return contentId(said)
}

/** An id made of all that an event says. */
export function contentId(value: unknown): string {
  return `content-${createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32)}`
}

export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'missing'
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
