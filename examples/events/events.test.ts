import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { messageOf, track, understood } from '../../rooms/understanding/events/test-events.ts'
import { eventsOfDelivery } from '../../rooms/understanding/webhooks/events-of-delivery.ts'
import { readWebhookMapping } from '../../rooms/understanding/webhooks/read-webhook-mapping.ts'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const yaml = read('./bike-shop.yaml')
const shop = { yaml, touchpoints: ['till', 'window', 'workshop', 'reviews'] }

it('[UND-80] the table of the bicycle shop reads what its programs send', () => {
  const repaired = track('Réparation terminée', { store: 'Lyon Presqu’île', days: 3, price_cents: 4990 })
  expect(messageOf(repaired, shop)).toMatchObject({
    unit: 'lyon-presqu-ile',
    channel: 'sms',
    interactions: [
      { touchpoint: 'workshop', direction: 'out', sender: 'workshop', value: 3, valueUnit: 'days' },
    ],
    outcomes: [{ kind: 'revenue', value: 49.9, valueUnit: 'EUR' }],
  })
  const answered = messageOf(track('Till Question Answered', { score: 5, why: 'Vite', rider: 'c' }), shop)
  expect(answered).toMatchObject({
    segments: { rider: 'commuter' },
    answers: [{ score: 3, scoreAsked: 5, text: 'Vite', question: { kind: 'csat', touchpoint: 'till' } }],
  })
  expect(answered.interactions).toBeUndefined()
  const order = track('Order Completed', { revenue: 10, currency: 'EUR' })
  expect(messageOf(order, shop).interactions).toMatchObject([{ touchpoint: 'till' }])
  expect(messageOf(track('Push Notification Sent'), shop).interactions).toMatchObject([{ touchpoint: '' }])
  const page = { type: 'page', properties: { path: '/workshop/book' } }
  expect(messageOf(page, shop).interactions).toMatchObject([{ touchpoint: 'workshop' }])
  expect(understood({ userId: 'a', ...track('Heartbeat 7') }, shop)).toEqual({ as: 'ignored' })
})

it('[UND-106] the reviews that a site delivers become answers on one scale, under pseudonyms', () => {
  const mapped = readWebhookMapping(read('./reviews-webhook.yaml'), 'en')
  if ('findings' in mapped) throw new Error(JSON.stringify(mapped.findings))
  const review = {
    id: 'r1',
    stars: 8,
    text: 'Bien.',
    published: 1_781_000_000,
    language: 'fr',
    about: 'repair',
  }
  const body = {
    site: 'velo-avis',
    reviews: [{ ...review, author: { name: 'Ada' }, link: 'https://velo-avis.example/r1' }],
  }
  const [delivered] = eventsOfDelivery({ webhook: 'w', id: 'd', body }, mapped.mapping)
  expect(messageOf(delivered!.event as object, shop)).toMatchObject({
    id: 'hook:w:r1',
    person: expect.stringMatching(/^p-/),
    occurredAt: new Date(1_781_000_000_000),
    language: 'fr',
    interactions: [{ properties: { platform: 'velo-avis' } }],
    answers: [{ score: 4.2, scoreAsked: 8, question: { kind: 'review', touchpoint: 'workshop' } }],
  })
})
