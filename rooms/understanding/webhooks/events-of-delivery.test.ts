import { expect, it } from 'vitest'
import { messageOf } from '../events/test-events.ts'
import { eventsOfDelivery } from './events-of-delivery.ts'
import { readWebhookMapping } from './read-webhook-mapping.ts'

function delivered(yaml: string, body: object) {
  const read = readWebhookMapping(yaml, 'en')
  if ('findings' in read) throw new Error(JSON.stringify(read.findings))
  return eventsOfDelivery({ webhook: 'w1', id: 'd1', body: body as never }, read.mapping).map(
    ({ event }) => event,
  )
}

it('[UND-102] a delivery becomes an event by its mapping', () => {
  const yaml = `webhook: 1
event: { from: type, values: { order.paid: Order Completed }, otherwise: Order Updated }
person: { from: [data.customer.id, data.customer.email] }
date: { from: data.paid_at }
dateFormat: seconds
language: { from: data.locale }
properties:
  revenue: { from: data.amount }
  currency: EUR
`
  const body = {
    type: 'order.paid',
    data: { customer: { email: 'ada@example.org' }, paid_at: 1781085600, amount: 12, locale: 'fr-CA' },
  }
  const [event] = delivered(yaml, body)
  expect(event).toEqual({
    type: 'track',
    messageId: 'hook:w1:d1',
    event: 'Order Completed',
    userId: 'ada@example.org',
    timestamp: '2026-06-10T10:00:00.000Z',
    context: { locale: 'fr-CA' },
    properties: { revenue: '12', currency: 'EUR' },
  })
  expect(messageOf(event as object)).toMatchObject({
    language: 'fr',
    outcomes: [{ kind: 'revenue', value: 12, valueUnit: 'EUR' }, {}],
  })
  expect(delivered(yaml, { ...body, type: 'order.shipped' })).toMatchObject([{ event: 'Order Updated' }])
  expect(delivered(yaml, { data: { paid_at: 'soon' } })).toMatchObject([{ timestamp: 'soon', userId: '' }])
})

it('[UND-102] each item of a list is an event, and reads what stands around it', () => {
  const yaml = `webhook: 1
each: data.events
event: { from: name }
id: { from: id }
person: { from: user }
properties: { shop: { from: delivery.shop } }
`
  const body = {
    shop: 'lyon',
    data: { events: [{ name: 'A', id: '1', user: 'u' }, { name: 'B', user: 'u' }, 7] },
  }
  expect(delivered(yaml, body)).toMatchObject([
    { event: 'A', messageId: 'hook:w1:1', properties: { shop: 'lyon' } },
    { event: 'B', messageId: 'hook:w1:d1#1' },
    7,
  ])
  expect(delivered(yaml, { data: {} })).toEqual([])
})

it('[UND-106] a public review becomes an answer under a pseudonym, with where it was published', () => {
  const yaml = `webhook: 1
event: Review Published
id: { from: review.id }
person: { from: [review.author.id, review.author.name], as: pseudonym }
date: { from: review.created_at }
language: { from: review.language }
properties:
  rating: { from: review.stars }
  best_rating: "10"
  worst_rating: "1"
  review_body: { from: review.text }
  platform: trustworthy
  url: { from: review.url }
  touchpoint: delivery
`
  const review = {
    id: 'r-77',
    author: { name: 'Ada L.' },
    created_at: '2026-06-09T08:00:00Z',
    language: 'fr',
    stars: 10,
    text: 'Livré avant l’heure.',
    url: 'https://reviews.example/r-77',
  }
  const message = messageOf(delivered(yaml, { review })[0] as object)
  expect(message).toMatchObject({
    id: 'hook:w1:r-77',
    language: 'fr',
    occurredAt: new Date('2026-06-09T08:00:00Z'),
    answers: [
      {
        score: 5,
        scoreAsked: 10,
        text: 'Livré avant l’heure.',
        question: { kind: 'review', touchpoint: 'delivery' },
      },
    ],
    interactions: [{ name: 'review', properties: { platform: 'trustworthy', url: review.url } }],
  })
  expect(message.person).toMatch(/^p-[0-9a-f]{20}$/)
  expect(JSON.stringify(message)).not.toContain('Ada')
})

it('[UND-105] what is wrong with a mapping is told with its place', () => {
  expect(
    readWebhookMapping('webhook: 1\nevent: Order Completed\nperson: { form: user }\n', 'en'),
  ).toMatchObject({
    findings: [{ line: 3, column: 9 }, { line: 3 }],
  })
})
