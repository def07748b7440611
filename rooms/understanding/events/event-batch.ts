import { eventBytesMax, objectOf } from './sound-event.ts'
import type { JsonObject } from './value-source.ts'

/** Events that one request may bring, as the specification says. */
const batchEventsMax = 2_500

/** Events of one request, each with what it weighs where one of them may be too large. */
export interface EventBatch {
  readonly events: readonly { readonly event: unknown; readonly sentAt: unknown; readonly bytes: number }[]
  readonly writeKey: string | undefined
}

export type UnreadableBatch = { readonly unreadable: string } | { readonly eventsMax: number }

/** Reads the body of `/v1/batch` or `/v1/import`, whose events say what they are. */
export function readBatch(body: Buffer): EventBatch | UnreadableBatch {
  const read = parsed(body)
  if ('unreadable' in read) return read
  const { batch, context, sentAt } = read.object
  if (!Array.isArray(batch)) return { unreadable: 'batch is no list of events' }
  if (batch.length > batchEventsMax) return { eventsMax: batchEventsMax }
  const weigh = body.length > eventBytesMax
  const shared = objectOf(context)
  const isShared = Object.keys(shared).length > 0
  return {
    writeKey: keyIn(read.object),
    events: batch.map((event: unknown) => ({
      event: isShared ? withContext(event, shared) : event,
      sentAt: objectOf(event).sentAt ?? sentAt,
      bytes: weigh ? weightOf(event) : 0,
    })),
  }
}

/** Reads the body of a call of its own, such as `/v1/track`. */
export function readCall(body: Buffer, type: string): EventBatch | UnreadableBatch {
  const read = parsed(body)
  if ('unreadable' in read) return read
  const { writeKey, ...event } = read.object
  return {
    writeKey: keyIn(read.object),
    events: [{ event: { ...event, type }, sentAt: event.sentAt, bytes: body.length }],
  }
}

export const isUnreadable = (read: EventBatch | UnreadableBatch): read is UnreadableBatch =>
  !('events' in read)

function parsed(body: Buffer): { readonly object: JsonObject } | { readonly unreadable: string } {
  try {
    const object: unknown = JSON.parse(body.toString('utf8'))
    if (typeof object === 'object' && object !== null && !Array.isArray(object))
      return { object: object as JsonObject }
    return { unreadable: 'it is no JSON object' }
  } catch (failure) {
    return { unreadable: (failure as Error).message }
  }
}

const keyIn = ({ writeKey }: JsonObject) => (typeof writeKey === 'string' ? writeKey : undefined)

/** What a batch says of all its events stands where an event does not say it itself. */
function withContext(event: unknown, shared: JsonObject): unknown {
  if (typeof event !== 'object' || event === null || Array.isArray(event)) return event
  return { ...event, context: { ...shared, ...objectOf((event as JsonObject).context) } }
}

function weightOf(event: unknown): number {
  const text = JSON.stringify(event) ?? ''
  return text.length * 3 <= eventBytesMax ? text.length : Buffer.byteLength(text)
}
