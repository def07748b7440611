import { describe, expect, it } from 'vitest'
import { messageOf, track, understood } from './test-events.ts'

describe('[UND-78] what is told of a person', () => {
  it('[UND-78] identify brings a profile, and joins both identifiers', () => {
    const message = messageOf({
      type: 'identify',
      anonymousId: 'visitor-7',
      traits: { plan: 'gold', age: 36, address: { city: 'Lyon' }, tags: ['a'], note: null },
      context: { locale: 'fr-FR', ip: '8.8.8.8' },
    })
    expect(message).toMatchObject({
      id: 'm1',
      person: 'ada',
      source: 'web-shop',
      language: 'fr',
      aliases: ['visitor-7'],
      profile: { group: '', traits: { plan: 'gold', age: '36', 'address.city': 'Lyon' } },
    })
    expect(message.interactions).toBeUndefined()
  })

  it('[UND-78] alias joins the identifier before, group says whom a person belongs to', () => {
    expect(messageOf({ type: 'alias', previousId: 'old-ada' }).aliases).toEqual(['old-ada'])
    const group = { type: 'group', groupId: 'initech', anonymousId: 'visitor-7', traits: { seats: 420 } }
    expect(messageOf(group).profile).toEqual({ group: 'initech', traits: { seats: '420' } })
    expect(messageOf(group).aliases).toBeUndefined()
  })

  it('[UND-78] identifiers that stand for nobody join nobody and are nobody', () => {
    const told = { type: 'identify', anonymousId: 'undefined', traits: {} }
    expect(messageOf(told).aliases).toBeUndefined()
    expect(messageOf({ ...track('Signed In'), userId: 'null', anonymousId: 'visitor-7' }).person).toBe(
      'visitor-7',
    )
    expect(understood({ ...track('Signed In'), userId: 'NULL', anonymousId: '' })).toMatchObject({
      as: 'invalid',
      fault: { code: 'person-missing' },
    })
    expect(messageOf({ ...track('Signed In'), userId: 4711 }).person).toBe('4711')
  })
})

it('[UND-79] neither the address of the sender nor what is meant for others is kept', () => {
  const event = track(
    'Signed In',
    { username: 'ada' },
    {
      context: { ip: '8.8.8.8', userAgent: 'Mozilla', library: { name: 'analytics.js' } },
      integrations: { All: true },
    },
  )
  const message = messageOf(event)
  const waiting = messageOf({ ...event, event: 'Bike Repaired' })
  const dead = messageOf({ ...event, timestamp: 'soon', writeKey: 'tutti_wk_x' })
  for (const kept of [message, waiting, dead])
    expect(JSON.stringify(kept)).not.toMatch(/8\.8\.8\.8|Mozilla|All|tutti_wk/)
  expect(JSON.parse(waiting.held!.payload)).toMatchObject({ context: { library: { name: 'analytics.js' } } })
  expect(message).toMatchObject({ channel: 'web', interactions: [{ properties: { username: 'ada' } }] })
})

describe('what identifies an event', () => {
  it('[UND-73] the message id of the sender, or all an event says where it says when it happened', () => {
    const event = {
      userId: 'ada',
      ...track('Signed In', { at: 'home' }, { timestamp: '2026-06-10T11:00:00Z' }),
    }
    const idOf = (given: object) => (understood(given) as { message: { id: string } }).message.id
    expect(idOf({ ...event, messageId: 'x-1' })).toBe('x-1')
    expect(idOf(event)).toBe(idOf({ ...event, sentAt: '2026-06-10T11:59:00Z' }))
    expect(idOf(event)).not.toBe(idOf({ ...event, properties: { at: 'work' } }))
    expect(idOf({ ...event, timestamp: undefined })).toBe('made-here')
  })

  it('[UND-76] what cannot be kept as facts is named, and waits whole under an id of its own', () => {
    const cases: readonly (readonly [unknown, string])[] = [
      ['hello', 'not-an-object'],
      [[1], 'not-an-object'],
      [null, 'not-an-object'],
      [{ type: 'scream', userId: 'ada' }, 'type-unknown'],
      [{ type: 'track', userId: 'ada' }, 'name-missing'],
      [{ type: 'group', userId: 'ada' }, 'group-missing'],
      [{ type: 'alias', userId: 'ada' }, 'previous-missing'],
      [{ type: 'page' }, 'person-missing'],
      [{ type: 'page', userId: 'ada', messageId: 'x'.repeat(256) }, 'id-too-long'],
      [
        { ...track('Survey Answered', { kind: 'nps', score: 11, touchpoint: 'till' }), userId: 'a' },
        'score-outside-scale',
      ],
    ]
    for (const [event, code] of cases) {
      const found = understood(event)
      expect([event, found]).toMatchObject([event, { as: 'invalid', fault: { code } }])
      if (found.as !== 'invalid') continue
      expect(found.message.id).toMatch(/^invalid-content-[0-9a-f]{32}$/)
      expect(found.message.held).toMatchObject({ reason: 'invalid', key: code })
      expect(JSON.parse(found.message.held!.payload)).toMatchObject(
        typeof event === 'object' && event && !Array.isArray(event) ? event : { value: event },
      )
    }
    expect(understood(track('Signed In'), { bytes: 32_769 })).toMatchObject({ fault: { code: 'too-large' } })
  })

  it('[UND-76] tools that know people by their e-mail address alone are understood', () => {
    const event = { ...track('Email Opened'), context: { traits: { email: 'ada@example.org' } } }
    expect(understood(event)).toMatchObject({ as: 'facts', message: { person: 'ada@example.org' } })
  })
})

describe('what the shipped rules make of events', () => {
  it('[UND-81] an order is revenue in its currency, a refund the same below zero', () => {
    const order = { order_id: '50314b8e', total: 27.5, subtotal: 22.5, revenue: 25, tax: 2, currency: 'USD' }
    expect(messageOf(track('Order Completed', order))).toMatchObject({
      interactions: [
        { name: 'order-completed', direction: 'in', touchpoint: 'checkout', value: 25, valueUnit: 'USD' },
      ],
      outcomes: [
        { kind: 'revenue', subject: 'person', touchpoint: 'checkout', value: 25, valueUnit: 'USD' },
        { kind: 'orders', value: 1 },
      ],
    })
    const { revenue, subtotal, ...whole } = order
    expect(messageOf(track('order completed', whole)).outcomes?.[0]?.value).toBe(27.5)
    expect(messageOf(track('Order Refunded', { total: '30', currency: 'EUR' })).outcomes).toMatchObject([
      { kind: 'revenue', value: -30, valueUnit: 'EUR' },
    ])
    expect(messageOf(track('Order Completed', { currency: 'EUR' })).outcomes).toMatchObject([
      { kind: 'orders' },
    ])
  })

  it('[UND-82] an e-mail is one contact of its sender, sent and delivered', () => {
    const sent = messageOf(track('Email Sent', { email_id: 'e9', email_subject: 'Bonjour', sender: 'crm' }))
    expect(sent.interactions).toMatchObject([
      { name: 'email-sent', direction: 'out', sender: 'crm', touchpoint: 'email', text: 'Bonjour' },
    ])
    expect(sent.channel).toBe('email')
    const delivered = messageOf({ ...track('Email Delivered', { email_id: 'e9' }), messageId: 'm2' })
    expect(delivered.id).toBe(sent.id)
    expect(delivered.interactions?.[0]).toMatchObject({ name: 'email-sent', sender: 'marketing' })
    expect(messageOf({ ...track('Email Delivered', { email_id: 'e9' }), userId: 'bo' }).id).not.toBe(sent.id)
    expect(messageOf(track('Email Delivered')).id).toBe('m1')
  })

  it('[UND-83] reviews and answers are put on the declared scale, the score as asked beside', () => {
    const review = messageOf(
      track('Product Reviewed', { product_id: 'p1', rating: 4, review_body: 'Solide.' }),
    )
    expect(review).toMatchObject({ offer: 'p1' })
    expect(review.answers).toEqual([
      {
        question: {
          key: 'review',
          kind: 'review',
          touchpoint: 'reviews',
          scale: { low: 1, high: 5 },
          asked: null,
        },
        score: 4,
        scoreAsked: null,
        text: 'Solide.',
      },
    ])
    const ten = messageOf(track('Review Published', { rating: 8, worst_rating: 0, best_rating: 10 }))
    expect(ten.answers).toMatchObject([
      { score: 4.2, scoreAsked: 8, question: { asked: { low: 0, high: 10 } } },
    ])
    const again = messageOf(track('Review Published', { text: 'Rien à dire.' }))
    expect(again.answers).toMatchObject([{ score: null, text: 'Rien à dire.' }])
    expect(messageOf(track('Review Published')).answers).toBeUndefined()
    const nps = messageOf(track('Survey Answered', { kind: 'nps', score: 9, touchpoint: 'till' }))
    expect(nps.answers).toMatchObject([{ score: 9, question: { kind: 'nps', touchpoint: 'till' } }])
  })

  it('[UND-80] an experiment is a segment, and whatever says its touchpoint happened there', () => {
    const seen = messageOf(
      track('Experiment Viewed', { experiment_name: 'Big Button', variation_name: 'B', touchpoint: 'home' }),
    )
    expect(seen.segments).toEqual({ experiment: 'big-button', variation: 'b' })
    const own = messageOf(
      track('Bike Repaired', {
        touchpoint: 'workshop',
        unit: 'lyon',
        offer: 'service',
        channel: 'store',
        value: 40,
      }),
    )
    expect(own).toMatchObject({ unit: 'lyon', offer: 'service', channel: 'store' })
    expect(own.interactions).toMatchObject([{ name: 'bike-repaired', touchpoint: 'workshop', value: 40 }])
    const page = { type: 'page', name: 'Home', properties: { touchpoint: 'home' } }
    expect(messageOf(page)).toMatchObject({
      channel: 'web',
      interactions: [{ name: 'page-viewed', touchpoint: 'home' }],
    })
  })
})

describe('what waits', () => {
  it('[UND-85] a name that no rule knows waits whole, with what a replay needs', () => {
    const event = track('Bike Repaired', { mechanic: 'bo' }, { timestamp: '2026-06-10T10:00:00Z' })
    const found = understood({ messageId: 'm1', userId: 'ada', ...event }, { sentAt: '2026-06-10T11:00:00Z' })
    expect(found).toMatchObject({
      as: 'held',
      message: { id: 'm1', person: 'ada', held: { reason: 'name-unknown', key: 'Bike Repaired' } },
    })
    expect(JSON.parse((found as { message: { held: { payload: string } } }).message.held.payload)).toEqual({
      messageId: 'm1',
      userId: 'ada',
      ...event,
      sentAt: '2026-06-10T11:00:00Z',
      receivedAt: '2026-06-10T12:00:00.000Z',
    })
  })

  it('[UND-85] pages wait by name, or by a path whose changing parts are left open', () => {
    const keyOf = (event: object) => messageOf(event).held?.key
    expect(keyOf({ type: 'page', name: 'Pricing', properties: { path: '/pricing' } })).toBe('page Pricing')
    expect(keyOf({ type: 'page', properties: { path: '/orders/4711/items/12' } })).toBe(
      'page /orders/*/items/*',
    )
    const uuid = '5f1b2a6e-8a53-4a5e-9b7e-0d6c1f0f9a11'
    expect(keyOf({ type: 'page', context: { page: { path: `/p/${uuid}` } } })).toBe('page /p/*')
    expect(keyOf({ type: 'page', properties: { url: 'https://shop.example/a/7?x=1' } })).toBe('page /a/*')
    expect(keyOf({ type: 'screen', name: 'Basket' })).toBe('screen Basket')
  })

  it('[UND-86] a touchpoint that is not designed waits; under the name of the workspace it is known', () => {
    const order = track('Order Completed', { revenue: 5, currency: 'EUR' })
    const waiting = messageOf(order, { touchpoints: ['till'] })
    expect(waiting.held).toMatchObject({ reason: 'touchpoint-unknown', key: 'checkout' })
    expect(waiting.outcomes).toBeUndefined()
    const yaml = 'events: 1\ntouchpoints: { checkout: till, account: null }'
    expect(messageOf(order, { yaml, touchpoints: ['till'] }).interactions).toMatchObject([
      { touchpoint: 'till' },
    ])
    expect(messageOf(track('Signed In'), { yaml, touchpoints: [] }).interactions).toMatchObject([
      { touchpoint: '' },
    ])
  })
})
