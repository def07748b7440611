import { problem } from '../../../foundations/http/problem.contract.ts'
import type { WireRequest, WireRoute } from '../../../foundations/http/wire-route.ts'
import type { EventIntake } from '../events/event-intake.routes.ts'
import type { Remembered } from '../events/remembered-for.ts'
import { keyOf } from '../events/value-source.ts'
import { deliveredObject } from './delivered-object.ts'
import { eventsOfDelivery } from './events-of-delivery.ts'
import { readWebhookMapping } from './read-webhook-mapping.ts'
import { verifiedDelivery } from './verified-delivery.ts'
import { webhookWire } from './webhook.contract.ts'
import type { OpenWebhook } from './webhook.ledger.ts'

export interface WebhookWireNeeds {
  readonly intake: EventIntake
  readonly webhooks: Remembered<OpenWebhook | undefined>
}

/** The address that other systems deliver to. */
export function webhookWireRoute(needs: WebhookWireNeeds): WireRoute {
  return { ...webhookWire, reserve: needs.intake.reserve, receive: (request) => receive(request, needs) }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

async function receive({ params, headers, body }: WireRequest, { intake, webhooks }: WebhookWireNeeds) {
  const id = params.id!
  const webhook = uuid.test(id) ? await webhooks.get(id) : undefined
  if (!webhook) throw problem('UNDERSTANDING_WEBHOOK_UNKNOWN', { id })
  const { workspace, name, signature: kind, secrets } = webhook
  const delivery = verifiedDelivery({ kind, headers, body }, secrets)
  if (delivery === null) throw problem('UNDERSTANDING_WEBHOOK_UNSIGNED')
  const events = eventsOfDelivery(
    { webhook: id, id: delivery, body: deliveredObject(body.toString('utf8')) },
    mappingOf(webhook),
  )
  return intake.take({ workspace, source: keyOf(name) || id }, { events })
}

/** A mapping that was checked when it was written. */
function mappingOf({ mapping }: OpenWebhook) {
  const read = readWebhookMapping(mapping, 'en')
  if ('mapping' in read) return read.mapping
  throw new Error(`The mapping of the webhook does not fit: ${read.findings[0]?.message}`)
}
