import { randomUUID } from 'node:crypto'
import { implement } from '@orpc/server'
import { problem } from '../../../foundations/http/problem.contract.ts'
import { requestBinding } from '../../../foundations/http/request-binding.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import type { EventSurroundingsReader } from '../events/event-surroundings.routes.ts'
import { deliveredObject } from './delivered-object.ts'
import { readWebhookMapping } from './read-webhook-mapping.ts'
import { triedDelivery } from './tried-delivery.facts.ts'
import { webhookContract } from './webhook.contract.ts'
import type { WebhookRecords } from './webhook.ledger.ts'

export interface WebhookRoutesNeeds {
  readonly records: WebhookRecords
  /** Has a webhook read anew at its next delivery. */
  readonly forget: (id: string) => void
  readonly surroundings: EventSurroundingsReader
  readonly clock: () => Date
}

export function webhookRoutes({ records, forget, surroundings, clock }: WebhookRoutesNeeds) {
  const os = implement(webhookContract.webhooks).$context<RequestContext>()
  const known = <Found>(id: string, found: Found | undefined | false): Found => {
    forget(id)
    if (!found) throw problem('UNDERSTANDING_WEBHOOK_UNKNOWN', { id })
    return found
  }
  return {
    list: os.list.handler(async ({ input, context }) => ({
      webhooks: await records.list(requestBinding(input, context)),
    })),
    add: os.add.handler(({ input, context }) => {
      const { name, signature, mapping } = input
      refuseMisfit(mapping, context.locale)
      return records.add(requestBinding(input, context), { name, signature, mapping })
    }),
    put: os.put.handler(async ({ input, context }) => {
      const { id, name, mapping } = input
      refuseMisfit(mapping, context.locale)
      return known(id, await records.put(requestBinding(input, context), id, { name, mapping }))
    }),
    try: os.try.handler(async ({ input: { workspace, mapping: yaml, delivery }, context }) => {
      const read = readWebhookMapping(yaml, context.locale)
      if ('findings' in read) return { findings: [...read.findings], events: [] }
      if (delivery === undefined) return { findings: [], events: [] }
      const around = { ...(await surroundings.get(workspace)), source: '', newId: randomUUID }
      const body = deliveredObject(delivery)
      const receivedAt = clock().getTime()
      return { findings: [], events: triedDelivery({ body, mapping: read.mapping, around, receivedAt }) }
    }),
    rotate: os.rotate.handler(async ({ input, context }) =>
      known(input.id, await records.rotate(requestBinding(input, context), input.id)),
    ),
    remove: os.remove.handler(async ({ input, context }) => {
      known(input.id, await records.remove(requestBinding(input, context), input.id))
      return { done: true as const }
    }),
  }
}

function refuseMisfit(yaml: string, language: 'en' | 'fr'): void {
  const read = readWebhookMapping(yaml, language)
  if ('mapping' in read) return
  const findings = read.findings
    .map(({ line, column, message, hint }) => `${line}:${column} ${message}. ${hint}`)
    .join(' ')
  throw problem('UNDERSTANDING_WEBHOOK_INVALID', { findings })
}
