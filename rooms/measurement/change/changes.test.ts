import { afterAll, beforeAll, expect, it } from 'vitest'
import { randomSource } from '../../../foundations/statistics/resampling/random-source.ts'
import { type MeasurementRoom, openMeasurementRoom, type Told } from '../test-measurement-room.ts'
import type { Changes } from './changes.contract.ts'
import { changesOfSeries, type MonthSeries } from './changes-of-series.ts'
import { monthNames } from './test-months.ts'

const workspace = 'acme'

let room: MeasurementRoom
let client: ReturnType<MeasurementRoom['clientIn']>

beforeAll(async () => {
  room = await openMeasurementRoom()
  client = room.clientIn(workspace, 'experience-officer')
  await client.measures.put({
    workspace,
    key: 'mark',
    name: 'Mark',
    method: 'mean',
    kind: 'csat',
    scale: { low: 1, high: 5 },
  })
  await client.touchpoints.put({ workspace, key: 'delivery', name: { en: 'Delivery', fr: 'Livraison' } })
  await room.tell(workspace, answers())
})
afterAll(() => room.close())

/** Forty marks a month at two touchpoints; delivery falls in March of the second year, the till never changes. */
function answers(): Told[] {
  const random = randomSource(3)
  return monthNames.flatMap((month) =>
    ['delivery', 'till'].flatMap((touchpoint) =>
      Array.from({ length: 40 }, (_, at): Told => {
        const level = touchpoint === 'delivery' && month >= '2024-03' ? 3.1 : 4.1
        const score = Math.min(5, Math.max(1, Math.round(level + 0.8 * random.normal())))
        const id = `${month}-${touchpoint}-${at}`
        return {
          messageId: id,
          person: id,
          kind: 'csat',
          question: touchpoint,
          touchpoint,
          score,
          on: `${month}-10`,
          scale: { low: 1, high: 5 },
        }
      }),
    ),
  )
}

async function changes(): Promise<Changes> {
  for (;;) {
    const answer = await client.changes.read({ workspace })
    if (answer.state === 'done') return answer.result
  }
}

it('[MEA-200] a planted fall is told with its month, its size and who fell, and what did not change is not told', async () => {
  const { series, finding, looked } = await changes()
  expect(looked).toBe(3)
  const delivery = series.find(({ group }) => group === 'delivery')!
  const [step] = delivery.changes
  expect([delivery.changes.length, step!.month, step!.isWorse]).toEqual([1, '2024-03', true])
  expect(step!.shift.low! < -0.9 && step!.shift.high! > -1.05).toBe(true)
  expect(series.find(({ group }) => group === 'till')?.changes ?? []).toEqual([])
  expect(finding.headline.en).toMatch(/^Delivery, Mark: down from 4\.\d\d to 3\.\d\d since March 2024/)
  expect(finding.headline.fr).toMatch(/^Livraison, Mark/)
})

it('[MEA-201] of many series of chance alone few are told to have changed', () => {
  const random = randomSource(5)
  const noise = Array.from(
    { length: 300 },
    (_, at): MonthSeries => ({
      ...{ measure: 'mark', group: `g${at}`, better: 'higher', months: monthNames },
      values: monthNames.map(() => 4 + 0.2 * random.normal()),
    }),
  )
  const { series } = changesOfSeries(noise)
  expect(series.filter((one) => one.changes.length > 0).length).toBeLessThanOrEqual(6)
})

it('[MEA-202] a yearly season is no change, and a series of fewer than 12 months is not judged', () => {
  const random = randomSource(6)
  const months = Array.from({ length: 48 }, (_, at) => `m${at}`)
  const values = months.map((_, at) => 3 + Math.sin((at / 12) * 2 * Math.PI) + 0.05 * random.normal())
  const seasonal: MonthSeries = { measure: 'mark', group: null, better: 'higher', months, values }
  const short = { ...seasonal, months: months.slice(0, 11), values: values.slice(0, 11) }
  const found = changesOfSeries([seasonal, short])
  expect([found.looked, found.tooFew]).toEqual([1, 1])
  expect(found.series.flatMap((one) => one.changes)).toEqual([])
})

it('[MEA-203] changes are carried away as a table and as code', async () => {
  const { text } = await client.changes.export({ workspace, form: 'csv' })
  expect(text).toContain('mark,delivery,2024-03')
  expect((await client.changes.export({ workspace, form: 'python' })).fileName).toBe(
    'changes-by-touchpoint.py',
  )
})
