import RudderAnalytics from '@rudderstack/rudder-sdk-node'
import { Analytics } from '@segment/analytics-node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type EventServer, openEventServer } from './test-event-server.ts'

let server: EventServer
let writeKey: string

beforeAll(async () => {
  server = await openEventServer()
  await server.makeWorkspace('acme')
  await server.design('acme', 'checkout', 'account', 'email', 'home')
  writeKey = (await server.makeKey('acme')).secret
})
afterAll(() => server.remove())

it('[UND-70] the library of Segment for Node, unmodified, sends all its calls', async () => {
  const failures: unknown[] = []
  const analytics = new Analytics({ writeKey, host: server.address, flushAt: 5 })
  analytics.on('error', (failure) => failures.push(failure))
  analytics.identify({ userId: 'ada', anonymousId: 'visitor-7', traits: { plan: 'gold' } })
  analytics.track({ userId: 'ada', event: 'Order Completed', properties: { revenue: 25, currency: 'EUR' } })
  analytics.track({ userId: 'ada', event: 'Order Completed', properties: { revenue: 5, currency: 'EUR' } })
  analytics.page({ userId: 'ada', name: 'Home', properties: { touchpoint: 'home' } })
  analytics.screen({ userId: 'ada', name: 'Basket' })
  analytics.group({ userId: 'ada', groupId: 'initech', traits: { seats: 420 } })
  analytics.alias({ userId: 'ada', previousId: 'old-ada' })
  await analytics.flush({ close: true })
  expect(failures).toEqual([])
  expect(await server.counted('acme', 'order-completed')).toBe(2)
  expect(await server.counted('acme', 'page-viewed')).toBe(1)
  expect(await server.held('acme')).toMatchObject([
    { source: 'web-shop', reason: 'name-unknown', key: 'screen Basket', messages: 1 },
  ])
})

it('[UND-70] the library of RudderStack for Node, unmodified, sends all its calls, packed by gzip', async () => {
  const rudder = new RudderAnalytics(writeKey, {
    dataPlaneUrl: server.address,
    flushAt: 20,
    logLevel: 'none',
  })
  const failures: unknown[] = []
  const noted = (failure?: unknown) => failure && failures.push(failure)
  rudder.identify({ userId: 'bo', traits: { plan: 'silver' } }, noted as never)
  rudder.track(
    { userId: 'bo', event: 'Trial Started', properties: { trial_plan_name: 'Business' } },
    noted as never,
  )
  rudder.page({ userId: 'bo', name: 'Pricing' }, noted as never)
  rudder.screen({ userId: 'bo', name: 'Pricing' }, noted as never)
  rudder.group({ userId: 'bo', groupId: 'initech' }, noted as never)
  rudder.alias({ userId: 'bo', previousId: 'old-bo' }, noted as never)
  await rudder.flush()
  expect(failures).toEqual([])
  expect(await server.counted('acme', 'trial-started')).toBe(1)
  const waiting = (await server.held('acme')).map(({ key }) => key)
  expect(waiting).toEqual(expect.arrayContaining(['page Pricing', 'screen Pricing']))
})

it('[UND-95] a library with a wrong key is told so', async () => {
  const failures: { reason?: unknown }[] = []
  const analytics = new Analytics({ writeKey: 'tutti_wk_wrong', host: server.address, maxRetries: 0 })
  analytics.on('error', (failure) => failures.push(failure as never))
  analytics.track({ userId: 'ada', event: 'Signed In' })
  await analytics.flush({ close: true })
  expect(String((failures[0] as { reason: unknown }).reason)).toContain('401')
})
