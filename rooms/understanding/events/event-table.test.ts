import { expect, it } from 'vitest'
import { compileEventTable } from './compile-event-table.ts'
import { emptyEventTable, mappedTable } from './mapped-table.ts'
import { readEventTable } from './read-event-table.ts'
import { messageOf, shippedText, tableOf, track, understood } from './test-events.ts'

it('[UND-80] the first rule that fits counts; those of the workspace stand before the shipped ones', () => {
  const yaml = `events: 1
population: prospects
rules:
  - event: Signed *
    where: { properties.via: sso }
    ignore: true
  - event: [Signed In, Bike *]
    touchpoint: welcome
    name: Welcome
    channel: { from: properties.device, values: { ios: app }, otherwise: web }
    segments: { plan: { from: [traits.plan, properties.plan] } }
  - page: [Home, /shop/*]
    touchpoint: window
  - screen: Basket
    touchpoint: basket
`
  const named = (event: object) => messageOf(event, { yaml })
  expect(understood({ userId: 'a', ...track('Signed In', { via: 'sso' }) }, { yaml })).toEqual({
    as: 'ignored',
  })
  expect(named(track('SIGNED IN', { device: 'ios', plan: 'gold' }))).toMatchObject({
    population: 'prospects',
    channel: 'app',
    segments: { plan: 'gold' },
    interactions: [{ name: 'Welcome', touchpoint: 'welcome' }],
  })
  expect(named(track('Bike Repaired', { device: 'fridge' }))).toMatchObject({ channel: 'web', segments: {} })
  expect(named(track('Signed Out')).interactions).toMatchObject([{ touchpoint: 'account' }])
  expect(named({ type: 'page', name: 'Home' }).interactions).toMatchObject([{ touchpoint: 'window' }])
  const path = { type: 'page', name: 'Bikes', properties: { path: '/shop/bikes' } }
  expect(named(path).interactions).toMatchObject([{ touchpoint: 'window' }])
  expect(named({ type: 'screen', name: 'basket' }).interactions).toMatchObject([{ touchpoint: 'basket' }])
  expect(named({ type: 'screen', name: 'Home' }).held?.key).toBe('screen Home')
  const alone = `${yaml}shipped: false\n`
  expect(messageOf(track('Order Completed'), { yaml: alone }).held?.key).toBe('Order Completed')
})

it('[UND-80] patterns are no expressions, and numbers that run over are none', () => {
  const yaml = `events: 1
rules:
  - { event: "a.c (x)", value: { from: properties.v, times: 10 } }
`
  expect(messageOf(track('A.C (X)', { v: '12' }), { yaml }).interactions).toMatchObject([{ value: 120 }])
  expect(messageOf(track('A.C (X)', { v: 1e308 }), { yaml }).interactions).toMatchObject([{ value: null }])
  expect(messageOf(track('abc (x)'), { yaml }).held?.key).toBe('abc (x)')
})

/** Reserved names of the specifications for shops, e-mail, mobile, video, chat, experiments and accounts. */
const reserved =
  `Products Searched|Product List Viewed|Product List Filtered|Promotion Viewed|Promotion Clicked
Product Clicked|Product Viewed|Product Added|Product Removed|Cart Viewed|Checkout Started|Checkout Step Viewed
Checkout Step Completed|Payment Info Entered|Order Completed|Order Updated|Order Refunded|Order Cancelled|Coupon Entered
Coupon Applied|Coupon Denied|Coupon Removed|Product Added to Wishlist|Product Removed from Wishlist
Wishlist Product Added to Cart|Product Shared|Cart Shared|Product Reviewed|Email Bounced|Email Delivered
Email Link Clicked|Email Marked as Spam|Email Opened|Unsubscribed|Application Installed|Application Opened
Application Updated|Application Backgrounded|Application Crashed|Application Uninstalled|Push Notification Received
Push Notification Tapped|Push Notification Bounced|Install Attributed|Deep Link Clicked|Deep Link Opened
Video Playback Started|Video Playback Paused|Video Playback Interrupted|Video Playback Buffer Started
Video Playback Buffer Completed|Video Playback Seek Started|Video Playback Seek Completed|Video Playback Resumed
Video Playback Completed|Video Content Started|Video Content Playing|Video Content Completed|Video Ad Started
Video Ad Playing|Video Ad Completed|Video Quality Updated|Live Chat Conversation Started|Live Chat Conversation Ended
Live Chat Message Sent|Live Chat Message Received|Experiment Viewed|Account Created|Account Deleted|Signed Up|Signed In
Signed Out|Invite Sent|Account Added User|Account Removed User|Trial Started|Trial Ended`
    .split(/[|\n]/)
    .map((name) => name.trim())

it('[UND-84] every reserved event of the specifications has a rule, and the rules fit their own form', () => {
  const table = compileEventTable(tableOf('events: 1'), tableOf(shippedText))
  const unknown = reserved.filter((name) => !table.ruleOf({}, { call: 'track', name, path: '' }))
  expect(unknown).toEqual([])
})

it('[UND-91] what is wrong with a table is told with line, column and the name that was probably meant', () => {
  const read = readEventTable(
    `events: 1
rules:
  - event: Signed In
    touchpiont: account
  - event: Signed Out
    page: Home
  - event: Order Completed
    direction: sideways
    value: { from: "total amount" }
`,
    'en',
  )
  expect(
    'findings' in read &&
      read.findings.map(({ line, column, message, hint }) => [line, column, message, hint]),
  ).toEqual([
    [4, 5, 'there is no field "touchpiont" here', 'Did you mean "touchpoint"?'],
    [5, 5, expect.stringContaining('one of event, page and screen is needed'), 'Correct this value.'],
    [8, 16, '"sideways" is not allowed here', 'There are: in, out.'],
    [9, 20, expect.stringContaining('"total amount"'), expect.any(String)],
  ])
  expect(readEventTable('events: 1\nrules: [', 'fr')).toMatchObject({ findings: [{ line: 2 }] })
  expect(readEventTable('events: 1\npopulation: employees', 'en')).toMatchObject({
    findings: [{ line: 2, column: 13 }],
  })
})

it('[UND-90] saying what an unknown name is adds a line, and leaves everything else as it was written', () => {
  const yaml = `# Ours.
events: 1
rules:
  # The workshop.
  - event: Bike Sold
    touchpoint: till # not the web
`
  const repaired = mappedTable(yaml, { reason: 'name-unknown', key: 'Bike Repaired', touchpoint: 'workshop' })
  expect(repaired).toContain('# The workshop.')
  expect(repaired).toContain('touchpoint: till # not the web')
  expect(messageOf(track('Bike Repaired'), { yaml: repaired }).interactions).toMatchObject([
    { touchpoint: 'workshop' },
  ])
  const renamed = mappedTable(repaired, {
    reason: 'touchpoint-unknown',
    key: 'workshop',
    touchpoint: 'atelier',
  })
  expect(messageOf(track('Bike Repaired'), { yaml: renamed }).interactions).toMatchObject([
    { touchpoint: 'atelier' },
  ])
  const page = mappedTable(emptyEventTable, {
    reason: 'name-unknown',
    key: 'page /p/*',
    touchpoint: 'window',
  })
  const seen = { type: 'page', properties: { path: '/p/7' } }
  expect(messageOf(seen, { yaml: page }).interactions).toMatchObject([{ touchpoint: 'window' }])
  const ignored = mappedTable(page, { reason: 'name-unknown', key: 'Heartbeat', touchpoint: null })
  expect(understood({ userId: 'a', ...track('Heartbeat') }, { yaml: ignored })).toEqual({ as: 'ignored' })
})
