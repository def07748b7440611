import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusalOf } from '../../../foundations/http/problem.contract.ts'
import { openWarehouse, type Warehouse } from '../../../foundations/warehouse/warehouse.ts'
import { countedIn, openIntake, openJournalled, signedIn } from './test-intake.ts'

let directory: string
let warehouse: Warehouse
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tutti-intake-'))
  warehouse = await openWarehouse({ location: { directory } })
})
afterAll(async () => {
  await warehouse.close()
  await rm(directory, { recursive: true, force: true })
})

const batch = (name: string, events: number) =>
  Array.from({ length: events }, (_, index) => signedIn(`${name}-${index}`))
const outcomeOf = (taking: Promise<unknown>) =>
  taking.then(
    () => 'kept',
    (failure) => refusalOf(failure),
  )
const limits = {
  groupsUnderWay: 1,
  groupMessages: 100,
  waitingMessages: 200,
  waitingMs: 5_000,
  aheadMessages: 0,
  aheadMs: 0,
  againMs: 1_000,
  bodyBytes: 1_000,
}

it('[UND-92] what does not fit into the queue is refused with the seconds to wait, and only that', async () => {
  const intake = openIntake(warehouse, { limits })
  const outcomes = await Promise.all(
    Array.from({ length: 6 }, (_, index) => outcomeOf(intake.take('busy', batch(`b${index}`, 80)))),
  )
  const busy = { code: 'UNDERSTANDING_EVENTS_BUSY', values: { seconds: 2 } }
  expect(outcomes.filter((outcome) => outcome === 'kept').length).toBe(2)
  expect(outcomes.filter((outcome) => outcome !== 'kept')).toEqual([busy, busy, busy, busy])
  expect(await countedIn(warehouse, 'busy')).toBe(160)
  expect(intake.load()).toEqual({ bodyBytes: 0, waitingMessages: 0 })
  expect(await outcomeOf(intake.take('busy', batch('large', 300)))).toBe('kept')
})

it('[UND-92] bodies are read while there is room for them', () => {
  const { reserve, load } = openIntake(warehouse, { limits })
  const release = reserve(900)
  expect(() => reserve(101)).toThrow('UNDERSTANDING_EVENTS_BUSY')
  const other = reserve(100)
  expect(load().bodyBytes).toBe(1_000)
  release()
  other()
  expect(load().bodyBytes).toBe(0)
  reserve(5_000)()
})

it('[UND-93] an engine that keeps nothing answers 503 to the whole group; the same events are kept once it does', async () => {
  const intake = openIntake(warehouse)
  const incoming = join(directory, 'incoming')
  await rm(incoming, { recursive: true })
  const takeAll = () =>
    Promise.all([0, 1, 2].map((one) => outcomeOf(intake.take('refused', batch(`r${one}`, 10)))))
  const unavailable = { code: 'UNDERSTANDING_EVENTS_UNAVAILABLE', values: { seconds: 5 } }
  expect(await takeAll()).toEqual([unavailable, unavailable, unavailable])
  expect(await countedIn(warehouse, 'refused')).toBe(0)
  await mkdir(incoming)
  expect(await takeAll()).toEqual(['kept', 'kept', 'kept'])
  expect(await countedIn(warehouse, 'refused')).toBe(30)
})

it('[UND-172] what was acknowledged before the engine failed is kept once it keeps again, and counts once', async () => {
  const intake = await openJournalled(warehouse, directory)
  const incoming = join(directory, 'incoming')
  await rm(incoming, { recursive: true })
  await intake.take('later', batch('l', 10))
  await expect.poll(() => outcomeOf(intake.take('probe', batch('p', 1)))).not.toBe('kept')
  const refused = outcomeOf(intake.take('later', batch('m', 10)))
  expect(await refused).toMatchObject({ code: 'UNDERSTANDING_EVENTS_UNAVAILABLE' })
  expect(await countedIn(warehouse, 'later')).toBe(0)
  await mkdir(incoming)
  await expect.poll(() => countedIn(warehouse, 'later'), { timeout: 20_000 }).toBe(10)
  await intake.take('later', [...batch('l', 10), ...batch('m', 10)])
  await intake.close()
  expect(await countedIn(warehouse, 'later')).toBe(20)
  expect(await readdir(join(directory, 'events'))).toEqual([])
})
