import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from '../../../foundations/http/problem.contract.ts'
import { openLedger } from '../../../foundations/ledger/ledger.ts'
import { startTestEngines, type TestEngines } from '../../../foundations/ledger/test-engines.ts'
import { openTestRooms } from './test-rooms.ts'

let engines: TestEngines
beforeAll(async () => {
  engines = await startTestEngines()
})
afterAll(() => engines.stop())

describe('on every engine', () => {
  it('[STR-30] of two changes that break the experience only together, one is refused', async () => {
    for (const engine of engines.all) {
      const rooms = await openTestRooms(async () => openLedger(await engine.place()))
      const client = rooms.clientOf('person:1')
      for (const workspace of ['a', 'b', 'c', 'd']) {
        await client.units.put({ workspace, key: 'north', name: 'North' })
        await client.units.put({ workspace, key: 'south', name: 'South' })
        const settled = await Promise.all([
          client.units.put({ workspace, key: 'north', name: 'North', parent: 'south' }).catch(refusalOf),
          client.units.put({ workspace, key: 'south', name: 'South', parent: 'north' }).catch(refusalOf),
        ])
        const refused = settled.filter((outcome) => outcome && 'code' in outcome)
        expect([engine.name, refused.length]).toEqual([engine.name, 1])
      }
      await rooms.ledger.close()
    }
  })
})

it('[STR-31] a measure that a promise is stated in keeps the promise possible', async () => {
  const rooms = await openTestRooms()
  const client = rooms.clientOf('person:1')
  const yaml = `tutti: 1
measures: [ { key: mean, name: Mean, method: mean, kind: csat, scale: { low: 1, high: 10 } } ]
touchpoints: [ { key: wifi, name: Wi-Fi, promise: { statement: Fast, measure: mean, target: 8 } } ]
`
  await client.experience.apply({ workspace: 'acme', yaml })
  const narrowed =
    'tutti: 1\nmeasures: [ { key: mean, name: M, method: mean, kind: csat, scale: { low: 1, high: 5 } } ]\n'
  const { findings } = await client.experience.check({ workspace: 'acme', yaml: narrowed })
  expect(findings.map(({ line, path, message }) => [line, path, message])).toEqual([
    [2, 'measures', 'of "wifi" in the workspace: 8 is outside what the measure "mean" can be: 1 to 5'],
  ])
  const refused = client.experience.apply({ workspace: 'acme', yaml: narrowed })
  expect((await refused.catch(refusalOf)) as object).toMatchObject({ code: 'STRATEGY_EXPERIENCE_INVALID' })
  await rooms.ledger.close()
})
