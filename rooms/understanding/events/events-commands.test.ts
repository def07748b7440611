import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type Typing, type } from '../../../doors/cli/test-command-line.ts'

let running: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  running = await startTestServer()
  await running.client.design.touchpoints.put({ workspace: 'airport', key: 'desk', name: 'Desk' })
  const { secret } = await running.client.access.keys.create({
    workspace: 'airport',
    name: 'Kiosk',
    use: 'ingestion',
  })
  const batch = ['a', 'b', 'c'].map((messageId) => ({
    ...{ type: 'track', messageId, userId: 'ada', event: messageId === 'c' ? 'Kite Flown' : 'Bag Dropped' },
  }))
  await fetch(`${running.server.address}/v1/batch`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}` },
    body: JSON.stringify({ batch }),
  })
})
afterAll(() => running.stop())

const typed = (line: readonly string[], typing: Typing = {}) =>
  type(['events', ...line, '--data', running.data], typing)

it('[UND-97] what waits is told, mapped, replayed and given up', async () => {
  const held = await typed(['held'])
  expect(held.code).toBe(0)
  expect(held.out).toMatch(/kiosk +name-unknown +Bag Dropped +2 /)
  const mapped = await typed(['map', 'Bag Dropped', 'desk'])
  expect(mapped.out).toContain('- event: Bag Dropped\n    touchpoint: desk')
  const replayed = await typed(['replay', 'Bag Dropped', '--json'])
  expect(JSON.parse(replayed.out)).toEqual({ replayed: 2, stillHeld: 0 })
  const dropped = await typed(['drop', 'Kite Flown', '--reason', 'name-unknown', '--lang', 'fr'])
  expect(dropped.out).toMatch(/abandonnés +1\n/)
  expect((await typed(['held'])).out).toBe('Nothing waits to be mapped.\n')
})

it('[UND-97] the table is printed, checked and written', async () => {
  const file = join(running.directory, 'events.yaml')
  await writeFile(file, 'events: 1\nrules:\n  - { event: Kite Flown, touchpiont: desk }\n')
  const wrong = await typed(['table', file])
  expect([wrong.code, wrong.out]).toEqual([
    1,
    `${file}:3:26 there is no field "touchpiont" here — Did you mean "touchpoint"?\n`,
  ])
  await writeFile(file, 'events: 1\nrules:\n  - { event: Kite Flown, touchpoint: desk }\n')
  expect(await typed(['table', file, '--check'])).toMatchObject({ code: 0, out: 'The rules are sound.\n' })
  expect((await typed(['table'])).out).not.toContain('Kite Flown')
  expect(await typed(['table', file])).toMatchObject({ code: 0, out: 'The rules are written.\n' })
  expect((await typed(['table'])).out).toContain('Kite Flown')
  expect((await typed(['table', '--shipped'])).out).toContain('Order Completed')
})

it('[UND-97] what begins to wait is shown until it is interrupted', async () => {
  const stop = new AbortController()
  const watched = typed(['tail', '--json'], { interrupted: stop.signal })
  setTimeout(() => stop.abort(), 1_500)
  expect(JSON.parse((await watched).out)).toEqual({ held: [] })
})
