import { problem } from '../../../foundations/http/problem.contract.ts'
import type { AdmittedKey, WireRequest, WireRoute } from '../../../foundations/http/wire-route.ts'
import { eventWires } from './event.contract.ts'
import { type EventBatch, isUnreadable, readBatch, readCall, type UnreadableBatch } from './event-batch.ts'
import type { EventIntake, EventOrigin } from './event-intake.routes.ts'
import { refuseDeep } from './refuse-deep.ts'
import { keyOf } from './value-source.ts'

type Read = (body: Buffer) => EventBatch | UnreadableBatch

/** The addresses of the tracking specification. */
export function eventWireRoutes(intake: EventIntake): WireRoute[] {
  return Object.entries(eventWires).map(([name, wire]) => {
    const read: Read = name === 'batch' || name === 'import' ? readBatch : (body) => readCall(body, name)
    return { ...wire, reserve: intake.reserve, receive: (request) => receive(request, read, intake) }
  })
}

async function receive({ body, admitted }: WireRequest, read: Read, intake: EventIntake) {
  const batch = refuseDeep(() => read(body))
  const key = await admitted('writeKey' in batch ? batch.writeKey : undefined)
  refuseUnreadable(batch)
  return intake.take(originOf(key), batch)
}

export function refuseUnreadable(read: EventBatch | UnreadableBatch): asserts read is EventBatch {
  if (!isUnreadable(read)) return
  if ('eventsMax' in read)
    throw problem('UNDERSTANDING_EVENTS_TOO_MANY', { eventsMax: read.eventsMax.toLocaleString('en') })
  throw problem('UNDERSTANDING_EVENTS_UNREADABLE', { reason: read.unreadable })
}

/** Events come from what their key is called, so that a new key of the same name is the same source. */
function originOf({ workspace, name, id }: AdmittedKey): EventOrigin {
  return { workspace, source: keyOf(name) || id }
}
