import { readFileSync } from 'node:fs'
import type { Message } from '../../../foundations/warehouse/message.ts'
import { compileEventTable } from './compile-event-table.ts'
import type { EventTable } from './event-table.ts'
import { messageOfEvent, type UnderstoodEvent } from './message-of-event.facts.ts'
import { readEventTable } from './read-event-table.ts'

export const shippedText = readFileSync(new URL('./shipped-events.yaml', import.meta.url), 'utf8')

/** A table that is known to be sound. */
export function tableOf(yaml: string): EventTable {
  const read = readEventTable(yaml, 'en')
  if ('findings' in read) throw new Error(JSON.stringify(read.findings))
  return read.table
}

const shipped = tableOf(shippedText)

export const receivedAt = Date.parse('2026-06-10T12:00:00Z')

interface Told {
  readonly yaml?: string
  readonly touchpoints?: readonly string[] | null
  readonly sentAt?: unknown
  readonly bytes?: number
}

/** What an event is understood as, by the shipped rules and those of a workspace. */
export function understood(event: unknown, told: Told = {}): UnderstoodEvent {
  const { yaml = 'events: 1', touchpoints = null, sentAt, bytes } = told
  const table = compileEventTable(tableOf(yaml), shipped)
  return messageOfEvent(
    { event, receivedAt, sentAt, bytes },
    { table, touchpoints: touchpoints && new Set(touchpoints), source: 'web-shop', newId: () => 'made-here' },
  )
}

/** The message of an event that is kept, as facts or to wait. */
export function messageOf(event: object, told: Told = {}): Message {
  const found = understood({ messageId: 'm1', userId: 'ada', ...event }, told)
  if (found.as === 'ignored') throw new Error('The event is ignored.')
  return found.message
}

export const track = (event: string, properties: object = {}, rest: object = {}) => ({
  type: 'track',
  event,
  properties,
  ...rest,
})
