import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWarehouse } from '../../../foundations/warehouse/warehouse.ts'
import { countedIn, openJournalled, signedIn } from './test-intake.ts'

const script = fileURLToPath(new URL('./fixtures/take-forever.ts', import.meta.url))
/** A few in every run; `EVENT_KILLS=20` for more. */
const kills = Number(process.env.EVENT_KILLS ?? 8)
const eventsABatch = 50

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tutti-kill-'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

interface Told {
  readonly sent: string[]
  readonly acknowledged: string[]
}

/** Takes events until a while after the first acknowledgement, kills the process and tells what it said. */
async function killedAfter(
  milliseconds: number,
  { run, again }: { run: string; again: string },
): Promise<Told> {
  const told: Told = { sent: [], acknowledged: [] }
  const child = spawn(process.execPath, [script, directory, run, again], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => {
    const [what, batch] = line.split(' ') as ['sent' | 'acknowledged', string]
    told[what].push(batch)
    if (told.acknowledged.length === 1 && what === 'acknowledged')
      setTimeout(() => child.kill('SIGKILL'), milliseconds)
  })
  await Promise.all([once(child, 'exit'), once(lines, 'close')])
  return told
}

it('[UND-71] [UND-72] [UND-171] after kill -9 again and again every acknowledged event counts once, and resends of all add the others', async () => {
  const sent = new Set<string>()
  const acknowledged = new Set<string>()
  let last = ''
  for (let kill = 0; kill < kills; kill++) {
    const told = await killedAfter((kill * 37) % 150, { run: `run${kill}`, again: last })
    for (const batch of told.sent) sent.add(batch)
    for (const batch of told.acknowledged) acknowledged.add(batch)
    // What was sent and perhaps not acknowledged is sent again first thing by the next process.
    last = told.sent.at(-1)!
  }
  expect(acknowledged.size).toBeGreaterThanOrEqual(kills)

  const warehouse = await openWarehouse({ location: { directory } })
  const { take, close } = await openJournalled(warehouse, directory)
  const takeAgain = async (batches: Iterable<string>) => {
    for (const batch of batches)
      await take(
        'crash',
        Array.from({ length: eventsABatch }, (_, index) => signedIn(`${batch}-${index}`)),
      )
  }
  const before = await countedIn(warehouse, 'crash')
  expect(before).toBeGreaterThanOrEqual(acknowledged.size * eventsABatch)
  expect(before % eventsABatch).toBe(0)
  await takeAgain(acknowledged)
  expect(await countedIn(warehouse, 'crash')).toBe(before)
  await takeAgain(sent)
  await close()
  expect(await countedIn(warehouse, 'crash')).toBe(sent.size * eventsABatch)
  await warehouse.close()
}, 240_000)
