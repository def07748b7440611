import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusalOf } from '../../../foundations/http/problem.contract.ts'
import { missingColumns } from '../../../foundations/ledger/missing-columns.ts'
import { randomSource } from '../../../foundations/statistics/resampling/random-source.ts'
import { untilDone } from '../analyses/until-done.command.ts'
import { type MeasurementRoom, openMeasurementRoom, type Told } from '../test-measurement-room.ts'
import type { Alert } from './alert.contract.ts'
import { alertSeenTable } from './alert-seen.ledger.ts'
import { changesOfSeries, type MonthSeries } from './changes-of-series.ts'
import { monthNames } from './test-months.ts'

const workspace = 'acme'

let room: MeasurementRoom
let client: ReturnType<MeasurementRoom['clientIn']>
beforeAll(async () => {
  room = await openMeasurementRoom()
  client = room.clientIn(workspace, 'experience-officer')
  const scale = { low: 1, high: 5 }
  await client.measures.put({ workspace, key: 'mark', name: 'Mark', method: 'mean', kind: 'csat', scale })
  for (const key of ['delivery', 'till', 'desk', 'club'])
    await client.touchpoints.put({ workspace, key, name: key })
  await client.annotations.put({ workspace, key: 'strike', name: 'Strike', from: '2025-03-01' })
  await room.tell(workspace, answers())
})
afterAll(() => room.close())

/** Levels of the last months: delivery fell four months ago, the club fell long ago, the desk has one bad month, the till is as ever. */
function levelAt(touchpoint: string, month: string): number {
  if (touchpoint === 'delivery') return month >= '2025-03' ? 2.6 : 4.1
  if (touchpoint === 'club') return month >= '2024-02' ? 2.6 : 4.1
  return touchpoint === 'desk' && month === '2025-06' ? 2.2 : 4
}

function answers(): Told[] {
  const random = randomSource(11)
  return monthNames.flatMap((month) =>
    ['delivery', 'till', 'desk', 'club'].flatMap((touchpoint) =>
      Array.from({ length: 60 }, (_, at): Told => {
        const score = Math.round(levelAt(touchpoint, month) + 0.8 * random.normal())
        const id = `${month}-${touchpoint}-${at}`
        return {
          ...{ messageId: id, person: id, kind: 'csat', question: touchpoint, touchpoint },
          ...{ score: Math.min(5, Math.max(1, score)), on: `${month}-28`, scale: { low: 1, high: 5 } },
        }
      }),
    ),
  )
}

/** Alerts of touchpoints; the whole and its one unit fall with delivery. */
const atTouchpoints = (alerts: readonly Alert[]) => alerts.filter(({ by }) => by === 'touchpoint')
const placed = (alerts: readonly Alert[]) => atTouchpoints(alerts).map(({ key, kind }) => [key, kind])

const listed = () => untilDone(() => client.alerts.list({ workspace }))

it('[MEA-208] a new level for the worse and a month beyond its limits are alerts; what is long past or as ever is none', async () => {
  // The last answers are of 28 June 2025: that month is not over, and judged only once it is.
  const before = await listed()
  expect(placed(before.alerts)).toEqual([['mark.touchpoint.delivery.2025-03', 'level']])
  await room.tell(workspace, [
    ...answers(),
    { messageId: 'end', person: 'end', kind: 'other', touchpoint: 'till', score: 4, on: '2025-06-30' },
  ])
  const { alerts } = await listed()
  expect(placed(alerts)).toEqual([
    ['mark.touchpoint.delivery.2025-03', 'level'],
    ['mark.touchpoint.desk.2025-06', 'month'],
  ])
  const [fall, month] = atTouchpoints(alerts)
  expect(fall!.said.en).toMatch(/^delivery, Mark: down from 4\.\d\d to 2\.\d\d since March 2025/)
  expect(month!.said.fr).toMatch(/^desk, Mark.*moins bien en juin 2025/)
})

it('[MEA-207] an alert and a change tell what happened then, and no cause', async () => {
  const [fall] = atTouchpoints((await listed()).alerts)
  expect(fall!.annotations.map(({ key }) => key)).toEqual(['strike'])
  expect(fall!.said.en).toMatch(/ Then happened: Strike\.$/)
  const { series, finding } = await untilDone(() => client.changes.read({ workspace }))
  const delivery = series.find(({ group }) => group === 'delivery')!
  expect(delivery.changes.at(-1)!.annotations.map(({ key }) => key)).toEqual(['strike'])
  expect(finding.assumptions.map(({ en }) => en).join()).toContain('says nothing of why')
})

it('[MEA-209] of many series of chance alone, hardly a last month is told', () => {
  const random = randomSource(7)
  let told = 0
  for (let round = 0; round < 20; round++) {
    const noise = Array.from(
      { length: 100 },
      (_, at): MonthSeries => ({
        ...{ measure: 'mark', group: `g${at}`, better: 'higher', months: monthNames },
        values: monthNames.map(() => 4 + 0.2 * random.normal()),
      }),
    )
    told += changesOfSeries(noise).series.some(({ latest }) => latest !== null) ? 1 : 0
  }
  // One round in twenty is expected to tell one at all.
  expect(told).toBeLessThanOrEqual(3)
})

it('[MEA-210] who saw an alert is kept with the day; it can be opened again, one that is none cannot be seen', async () => {
  const key = 'mark.touchpoint.delivery.2025-03'
  await client.alerts.see({ workspace, key })
  const seen = async () => (await listed()).alerts.find((alert) => alert.key === key)!.seen
  expect(await seen()).toEqual({ by: 'Ada', on: '2026-07-15' })
  await client.alerts.unsee({ workspace, key })
  expect(await seen()).toBeNull()
  expect(await client.alerts.unsee({ workspace, key }).catch(refusalOf)).toMatchObject({
    code: 'MEASUREMENT_ALERT_UNKNOWN',
  })
  const none = client.alerts.see({ workspace, key: 'mark.2020-01' }).catch(refusalOf)
  expect(await none).toMatchObject({ code: 'MEASUREMENT_ALERT_UNKNOWN' })
  expect(await missingColumns(room.ledger, [alertSeenTable])).toEqual([])
})
