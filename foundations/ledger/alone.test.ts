import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, expect, it } from 'vitest'
import { type Ledger, openLedger } from './ledger.ts'
import { startTestEngines } from './test-engines.ts'

const engines = await startTestEngines()
const onServer = engines.all.filter(({ name }) => name === 'PostgreSQL')
afterAll(engines.stop)

const opened: Ledger[] = []
afterEach(async () => {
  for (const ledger of opened.splice(0)) await ledger.close()
})

it.skipIf(onServer.length === 0)('[LED-45] two processes on one server take turns', async () => {
  const place = await onServer[0]!.place()
  const [one, other] = [await openLedger(place), await openLedger(place)]
  opened.push(one, other)
  let inside = 0
  let most = 0
  const work = async () => {
    inside += 1
    most = Math.max(most, inside)
    await pause(20)
    inside -= 1
  }
  const turns = [one, other, one, other].map((ledger) => ledger.alone('warehouse', work))
  await Promise.all(turns)
  expect(most).toBe(1)
  await expect(one.alone('warehouse', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
  expect(await other.alone('warehouse', async () => 'next')).toBe('next')
})

it('[LED-45] an embedded ledger belongs to one process, which needs to wait for no other', async () => {
  const ledger = await openLedger({})
  opened.push(ledger)
  expect(await ledger.alone('warehouse', async () => 1)).toBe(1)
})
