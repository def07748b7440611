import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWarehouse, type Warehouse } from '../../../foundations/warehouse/warehouse.ts'
import { compileEventTable } from './compile-event-table.ts'
import { eventFacts } from './event.facts.ts'
import { replayHeld } from './held-replay.facts.ts'
import { shippedText, tableOf } from './test-events.ts'
import { countedIn, openIntake, signedIn } from './test-intake.ts'

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

type Step =
  | { readonly do: 'send'; readonly ids: readonly number[] }
  | { readonly do: 'send-twice'; readonly ids: readonly number[] }
  | { readonly do: 'replay' }
  | { readonly do: 'restart' }

const ids = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 12 })
const steps = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ do: fc.constant('send' as const), ids }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('send-twice' as const), ids }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('replay' as const) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
  ),
  { minLength: 1, maxLength: 8 },
)

/** Even ids are signed in; odd ones have a name that only the later table knows; every fifth is a bad event. */
const eventOf = (id: number) =>
  signedIn(`m${id}`, { ...(id % 2 && { event: 'Kite Flown' }), ...(id % 5 === 0 && { timestamp: 'soon' }) })

const later = {
  touchpoints: null,
  table: compileEventTable(tableOf('events: 1\nrules: [{ event: Kite Flown }]'), tableOf(shippedText)),
}

let runs = 0

it('[UND-72] [UND-76] [UND-87] resends, repeats, replays and restarts give the figures of a model that holds sets', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (walk: readonly Step[]) => {
      const workspace = `w${runs++}`
      const model = { seen: new Set<number>(), waiting: new Set<number>(), flown: 0, dead: new Set<number>() }
      let intake = openIntake(warehouse)
      for (const step of walk) {
        if (step.do === 'restart') {
          await warehouse.close()
          warehouse = await openWarehouse({ location: { directory } })
          intake = openIntake(warehouse)
        } else if (step.do === 'replay') {
          const which = { reason: 'name-unknown', limit: 20_000 }
          const told = await replayHeld(eventFacts(warehouse), { workspace, which, around: later })
          expect(told).toEqual({ replayed: model.waiting.size, stillHeld: 0, next: null })
          model.flown += model.waiting.size
          model.waiting.clear()
        } else {
          const batch = step.ids.map(eventOf)
          await Promise.all(
            (step.do === 'send' ? [batch] : [batch, batch]).map((one) => intake.take(workspace, one)),
          )
          for (const id of step.ids) {
            if (id % 5 === 0) model.dead.add(id)
            else if (id % 2 && !model.seen.has(id)) model.waiting.add(id)
            if (id % 5 !== 0) model.seen.add(id)
          }
        }
      }
      const held = await warehouse.heldCounts(workspace)
      const waits = (reason: string) =>
        held
          .filter((group) => group.reason === reason)
          .reduce((sum, { messages }) => sum + Number(messages), 0)
      expect({
        signedIn: await countedIn(warehouse, workspace),
        flown: await countedIn(warehouse, workspace, 'kite-flown'),
        waiting: waits('name-unknown'),
        dead: waits('invalid'),
      }).toEqual({
        signedIn: [...model.seen].filter((id) => id % 2 === 0).length,
        flown: model.flown,
        waiting: model.waiting.size,
        dead: model.dead.size,
      })
    }),
    { numRuns: 12, seed: 7 },
  )
})
