import { type EventSurroundings, messageOfEvent } from '../events/message-of-event.facts.ts'
import { refuseDeep } from '../events/refuse-deep.ts'
import { objectOf } from '../events/sound-event.ts'
import { type JsonObject, textOf } from '../events/value-source.ts'
import { factsSaid } from '../import/facts-said.facts.ts'
import { eventsOfDelivery } from './events-of-delivery.ts'
import type { TriedEvent } from './webhook.contract.ts'
import type { WebhookMapping } from './webhook-mapping.ts'

/** What stands for the ids of a webhook and of a delivery that are only tried. */
const tried = { webhook: 'webhook', id: 'delivery' }

interface TriedDelivery {
  readonly body: JsonObject
  readonly mapping: WebhookMapping
  readonly around: EventSurroundings
  /** Milliseconds since 1970. */
  readonly receivedAt: number
}

/** What the events of a delivery would become; nothing is kept. */
export function triedDelivery({ body, mapping, around, receivedAt }: TriedDelivery): TriedEvent[] {
  return eventsOfDelivery({ ...tried, body }, mapping).map((arrived, index) => {
    const understood = refuseDeep(() => messageOfEvent({ ...arrived, receivedAt }, around))
    const name = textOf(objectOf(arrived.event).event) ?? ''
    const nothing = { index, name, id: '', person: '', occurredAt: '', facts: [], held: null, fault: null }
    if (understood.as === 'ignored') return { ...nothing, becomes: 'ignored' }
    if (understood.as === 'invalid') return { ...nothing, becomes: 'invalid', fault: understood.fault }
    const { id, person, occurredAt, held } = understood.message
    return {
      ...{ index, name, id, person, occurredAt: occurredAt.toISOString() },
      becomes: understood.as,
      facts: factsSaid(understood.message),
      held: held ? { reason: held.reason, key: held.key } : null,
      fault: null,
    }
  })
}
