import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusalOf } from '../../../foundations/http/problem.contract.ts'
import { missingColumns } from '../../../foundations/ledger/missing-columns.ts'
import { checkExperience } from '../../strategy/experience-file/check-experience.ts'
import { type MeasurementRoom, openMeasurementRoom } from '../test-measurement-room.ts'
import type { Annotation } from './annotation.contract.ts'
import { annotationTable } from './annotation.ledger.ts'
import { annotationOutline } from './annotation-outline.ts'
import { annotationsOfChange } from './annotations-of-change.ts'

const workspace = 'acme'
const strike: Annotation = {
  ...{ key: 'strike', name: { en: 'Strike', fr: 'Grève' }, kind: 'incident' },
  ...{ from: '2026-03-05', to: '2026-03-20', touchpoints: ['delivery'], units: [] },
}

let room: MeasurementRoom
let client: ReturnType<MeasurementRoom['clientIn']>
beforeAll(async () => {
  room = await openMeasurementRoom()
  client = room.clientIn(workspace, 'experience-officer')
  await client.touchpoints.put({ workspace, key: 'delivery', name: 'Delivery' })
})
afterAll(() => room.close())

it('[MEA-206] what happened comes back as it was written, and only in its own workspace; it is removed once', async () => {
  expect(await client.annotations.put({ workspace, ...strike })).toEqual(strike)
  expect(await client.annotations.list({ workspace })).toEqual({ annotations: [strike] })
  const elsewhere = room.clientIn('other', 'experience-officer')
  expect(await elsewhere.annotations.list({ workspace: 'other' })).toEqual({ annotations: [] })
  expect(await missingColumns(room.ledger, [annotationTable])).toEqual([])
  await client.annotations.put({ workspace, ...strike, key: 'spare' })
  expect(await client.annotations.remove({ workspace, key: 'spare' })).toEqual({ done: true })
  expect(await client.annotations.remove({ workspace, key: 'spare' }).catch(refusalOf)).toMatchObject({
    code: 'MEASUREMENT_ANNOTATION_UNKNOWN',
    values: { key: 'spare', known: 'strike' },
  })
})

it('[MEA-206] one that ends before it begins or names what is not there is refused; a touchpoint that is named stays', async () => {
  const put = (own: object) => client.annotations.put({ workspace, ...strike, ...own }).catch(refusalOf)
  expect(await put({ to: '2026-03-04' })).toMatchObject({ code: 'MEASUREMENT_ANNOTATION_BACKWARDS' })
  expect(await put({ touchpoints: ['nowhere'] })).toMatchObject({ code: 'STRATEGY_KEY_UNKNOWN' })
  expect(await put({ units: ['nowhere'] })).toMatchObject({ code: 'STRATEGY_KEY_UNKNOWN' })
  const remove = client.touchpoints.remove({ workspace, key: 'delivery' }).catch(refusalOf)
  expect(await remove).toMatchObject({ code: 'STRATEGY_STILL_USED' })
})

it('[MEA-206] experience.yaml has them too, and says where one ends before it begins', () => {
  const text = `tutti: 1
annotations:
  - { key: a, name: A, from: 2026-03-05, to: 2026-03-01 }
`
  const { findings } = checkExperience({ text, outlines: [annotationOutline], held: {}, language: 'fr' })
  expect(findings).toMatchObject([
    { line: 3, path: 'annotations[0].to', hint: 'Mettez les deux jours dans l’ordre.' },
  ])
})

it('[MEA-207] what happened is told where and when something changed: its months, its touchpoint, its units with those below', () => {
  const units = [
    { key: 'north', name: 'North' },
    { key: 'lille', name: 'Lille', parent: 'north' },
  ]
  const sale: Annotation = {
    ...{ key: 'sale', name: 'Sale', kind: 'campaign', from: '2026-02-28' },
    ...{ touchpoints: [], units: ['north'] },
  }
  const at = (place: object) =>
    annotationsOfChange([strike, sale], { earliest: '2026-02', latest: '2026-03', ...place }, units).map(
      ({ key }) => key,
    )
  expect(at({})).toEqual(['sale', 'strike'])
  expect(at({ touchpoint: 'till' })).toEqual(['sale'])
  expect(at({ unit: 'lille', earliest: '2026-03' })).toEqual(['strike'])
  expect(at({ unit: 'lille' })).toEqual(['sale', 'strike'])
  expect(at({ unit: 'south' })).toEqual(['strike'])
  expect(at({ earliest: '2026-04', latest: '2026-05' })).toEqual([])
})
