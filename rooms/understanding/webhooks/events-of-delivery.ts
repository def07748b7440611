import { type JsonObject, placeReader, textReader } from '../events/value-source.ts'
import type { WebhookMapping } from './webhook-mapping.ts'

/** What a webhook delivered, once its signature was found right. */
export interface Delivery {
  /** Id of the webhook. */
  readonly webhook: string
  /** Id of this delivery, the same when it is delivered again. */
  readonly id: string
  readonly body: JsonObject
}

export interface DeliveredEvent {
  readonly event: unknown
  readonly sentAt: undefined
  readonly bytes: number
}

/** The events that a delivery brings, in the form of the tracking specification. */
export function eventsOfDelivery(delivery: Delivery, mapping: WebhookMapping): DeliveredEvent[] {
  const read = eventReader(mapping)
  return itemsOf(delivery, mapping).map((item, index) => ({
    event: isObject(item) ? read(item, { delivery, index }) : item,
    sentAt: undefined,
    bytes: 0,
  }))
}

function itemsOf({ body }: Delivery, { each }: WebhookMapping): readonly unknown[] {
  if (each === undefined) return [body]
  const items = placeReader(each)(body)
  return Array.isArray(items)
    ? items.map((item) => (isObject(item) ? { ...item, delivery: body } : item))
    : []
}

interface DeliveredItem {
  readonly delivery: Delivery
  /** Place in the list, where there is one. */
  readonly index: number
}

function eventReader(mapping: WebhookMapping) {
  const [name, id, person] = [mapping.event, mapping.id, mapping.person].map((source) => textReader(source))
  const [date, language] = [textReader(mapping.date), textReader(mapping.language)]
  const properties = Object.entries(mapping.properties ?? {}).map(
    ([property, source]) => [property, textReader(source)] as const,
  )
  return (item: JsonObject, { delivery, index }: DeliveredItem): JsonObject => {
    const place = mapping.each === undefined ? delivery.id : `${delivery.id}#${index}`
    const { delivery: around, ...own } = item
    return {
      type: 'track',
      messageId: `hook:${delivery.webhook}:${id!(item) || place}`,
      event: name!(item),
      userId: person!(item),
      timestamp: momentText(date(item), mapping.dateFormat),
      context: { locale: language(item) },
      properties: mapping.properties
        ? Object.fromEntries(properties.map(([property, read]) => [property, read(item)]))
        : own,
    }
  }
}

/** Numbers since 1970 as ISO 8601; what is no such number stays as it is, to be refused by its name. */
function momentText(text: string, format: WebhookMapping['dateFormat']): string | undefined {
  if (text === '' || format === 'iso') return text || undefined
  const moment = new Date(Number(text) * (format === 'seconds' ? 1_000 : 1))
  return Number.isNaN(moment.getTime()) ? text : moment.toISOString()
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
