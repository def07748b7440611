import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openEventServer } from './test-event-server.ts'

it('[UND-171] a server acknowledges what is written down, keeps it before it stops, and counts it once after it starts again', async () => {
  const server = await openEventServer(undefined, undefined, 10_000)
  await server.makeWorkspace('acme')
  await server.design('acme', 'account')
  const { secret: key } = await server.makeKey('acme')
  const signIns = Array.from({ length: 20 }, (_, index) => ({
    ...{ type: 'track', messageId: `m${index}`, userId: 'ada', event: 'Signed In' },
  }))
  const sent = await Promise.all(signIns.map((event) => server.send('track', event, { key })))
  expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([200]))
  await server.stop()
  expect(await readdir(join(server.directory, 'events'))).toEqual([])
  const again = await openEventServer(server.directory, undefined, 10_000)
  expect(await again.counted('acme', 'signed-in')).toBe(20)
  await again.send('batch', { batch: signIns }, { key })
  await again.stop()
  const last = await openEventServer(server.directory)
  expect(await last.counted('acme', 'signed-in')).toBe(20)
  await last.remove()
})
