import { problem } from '../../../foundations/http/problem.contract.ts'
import type { JsonObject } from '../events/value-source.ts'

/** The body of a delivery; a list stands below `items`. What is neither is refused. */
export function deliveredObject(body: string): JsonObject {
  try {
    const value: unknown = JSON.parse(body)
    if (typeof value === 'object' && value !== null)
      return Array.isArray(value) ? { items: value } : (value as JsonObject)
  } catch (failure) {
    throw problem('UNDERSTANDING_EVENTS_UNREADABLE', { reason: (failure as Error).message })
  }
  throw problem('UNDERSTANDING_EVENTS_UNREADABLE', { reason: 'it is no JSON object' })
}
