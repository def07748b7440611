import { hash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { hashBytes } from './encode-messages.ts'
import { connect, defaultLimits } from './engine.ts'
import { answerOf, messagesOf } from './fixtures/answers.ts'
import { hashBits } from './hash-bits.ts'
import { keptInEngine, keptInOneProcess } from './kept-messages.ts'
import { openWarehouse } from './warehouse.ts'

const hashOf = (id: string) => hash('sha256', id, 'buffer').subarray(0, hashBytes.id)
const many = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => hashOf(`m${from + index}`))

it('[WAR-33] no hash that was added looks unknown, and few of the others look known', () => {
  const bits = hashBits(20_000)
  for (const each of many(0, 20_000)) bits.add(each, 0)
  expect(many(0, 20_000).every((each) => bits.has(each, 0))).toBe(true)
  expect(many(20_000, 40_000).filter((each) => bits.has(each, 0)).length).toBeLessThan(5)
  expect(bits.isCrowded()).toBe(false)
  for (const each of many(20_000, 140_000)) bits.add(each, 0)
  expect(bits.isCrowded()).toBe(true)
})

it('[WAR-33] the same messages are recognised whether the engine is asked about all or about some', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'tutti-kept-'))
  const warehouse = await openWarehouse({ location: { directory } })
  const client = connect({ directory }, defaultLimits)
  await client.command({
    query: `INSERT INTO seen_message (workspace, message, batch)
SELECT 'kept', toFixedString(substring(SHA256(concat('m', toString(number))), 1, 16), 16), generateUUIDv4() FROM numbers(300000)`,
  })
  const one = keptInOneProcess(client)
  const asked = Buffer.concat([...many(0, 500), ...many(299_500, 300_500)])
  const all = await keptInEngine(client).among('kept', asked)
  expect(all.size).toBe(1_000)
  expect((await one.among('kept', asked)).size).toBe(1_000)
  expect(await one.among('other', asked)).toEqual(new Map())
  const kept = messagesOf([answerOf({ messageId: 'm1' }), answerOf({ messageId: 'new' })])
  expect((await warehouse.keep('kept', kept)).alreadyThere).toEqual(['m1'])
  expect((await warehouse.keep('kept', kept)).alreadyThere).toEqual(['m1', 'new'])
  await client.close()
  await warehouse.close()
  await rm(directory, { recursive: true, force: true })
})
