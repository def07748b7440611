import { expect, it } from 'vitest'
import { momentOf, occurredAtOf } from './event-moment.ts'
import { messageOf, receivedAt, track, understood } from './test-events.ts'

const at = (text: string) => Date.parse(text)

it('[UND-74] the moment is that of this server: received − (sent − said), as the specification has it', () => {
  const said = {
    receivedAt: at('2015-12-12T19:11:02.000Z'),
    sentAt: at('2015-12-12T19:11:01.249Z'),
    saidAt: at('2015-12-12T19:11:01.152Z'),
  }
  // The client's clock says 97 ms passed between the event and its sending.
  expect(new Date(occurredAtOf(said)).toISOString()).toBe('2015-12-12T19:11:01.903Z')
  expect(occurredAtOf({ ...said, sentAt: null })).toBe(said.saidAt)
  expect(occurredAtOf({ ...said, saidAt: null })).toBe(said.receivedAt)
})

it('[UND-74] a clock that is years wrong gives the right moment, where it says when it sent the event', () => {
  const event = track('Order Completed', {}, { timestamp: '2009-01-01T00:00:00Z' })
  expect(messageOf(event, { sentAt: '2009-01-01T00:10:00Z' }).occurredAt.toISOString()).toBe(
    '2026-06-10T11:50:00.000Z',
  )
  const original = { ...event, originalTimestamp: '2009-01-01T00:05:00Z' }
  expect(messageOf(original, { sentAt: '2009-01-01T00:10:00Z' }).occurredAt.toISOString()).toBe(
    '2026-06-10T11:55:00.000Z',
  )
  expect(messageOf(event, { sentAt: 'yesterday' }).occurredAt.toISOString()).toBe('2009-01-01T00:00:00.000Z')
})

it('[UND-75] moments are read in ISO 8601, in UTC where they name no zone', () => {
  expect(momentOf('2026-06-10T12:00:00.5+02:00')).toBe(at('2026-06-10T10:00:00.500Z'))
  expect(momentOf('2026-06-10T12:00:00')).toBe(at('2026-06-10T12:00:00Z'))
  expect(momentOf('2026-06-10 12:00:00')).toBe(at('2026-06-10T12:00:00Z'))
  expect(momentOf('2026-06-10')).toBe(at('2026-06-10T00:00:00Z'))
  expect(momentOf('2024-02-29')).toBe(at('2024-02-29T00:00:00Z'))
  expect(momentOf(at('2026-06-10'))).toBe(at('2026-06-10'))
  for (const wrong of [
    '2026-02-29',
    '2026-13-01',
    '10/06/2026',
    '2026-06-10T25:00:00Z',
    '2026',
    '',
    true,
    {},
  ])
    expect([wrong, momentOf(wrong)]).toEqual([wrong, null])
})

it.each([
  ['0021-06-10T12:00:00Z', 'date-impossible'],
  ['1899-12-31T23:59:59Z', 'date-impossible'],
  ['2026-06-11T12:00:01Z', 'date-impossible'],
  ['9999-12-31T00:00:00Z', 'date-impossible'],
  ['June 10th', 'date-unreadable'],
])('[UND-75] an event of %s is refused as %s', (timestamp, code) => {
  const found = understood({ userId: 'ada', ...track('Order Completed', {}, { timestamp }) })
  expect(found).toMatchObject({ as: 'invalid', fault: { code, reason: expect.stringContaining(timestamp) } })
})

it('[UND-75] up to a day after it was received an event is kept as it says', () => {
  const timestamp = new Date(receivedAt + 86_400_000).toISOString()
  expect(messageOf(track('Order Completed', {}, { timestamp })).occurredAt.toISOString()).toBe(timestamp)
})
