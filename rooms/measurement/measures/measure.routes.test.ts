import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from '../../../foundations/http/problem.contract.ts'
import { auditEntry } from '../../../foundations/ledger/audit.ts'
import { missingColumns } from '../../../foundations/ledger/missing-columns.ts'
import { type Measure, methods } from '../contract.ts'
import { type MeasurementRoom, openMeasurementRoom } from '../test-measurement-room.ts'
import { measureTable } from './measure.ledger.ts'
import { measureOutline } from './measure-outline.ts'

const workspace = 'acme'
const nps: Measure = {
  key: 'nps',
  name: { en: 'Recommendation', fr: 'Recommandation' },
  method: 'nps',
  kind: 'nps',
  scale: { low: 0, high: 10 },
  better: 'higher',
}
const gap: Measure = { ...nps, key: 'gap', method: 'promise-gap', of: 'nps' }

let room: MeasurementRoom
let client: ReturnType<MeasurementRoom['clientIn']>
beforeAll(async () => {
  room = await openMeasurementRoom()
  client = room.clientIn(workspace, 'experience-officer')
})
afterAll(() => room.close())

describe('measures of a workspace', () => {
  it('[MEA-90] a measure comes back as it was written, with its unit', async () => {
    expect(await client.measures.put({ workspace, ...nps })).toEqual(nps)
    await client.measures.put({ workspace, ...gap })
    const { measures } = await client.measures.list({ workspace })
    expect(measures).toEqual([
      { ...nps, unit: 'points' },
      { ...gap, unit: 'points' }, // a gap is told in the unit of what it compares
    ])
  })

  it('[MEA-91] a measure names a measure that exists, and cannot go while it is named', async () => {
    const put = client.measures.put({ workspace, ...gap, key: 'other', of: 'nothing' })
    expect((await put.catch(refusalOf)) as object).toMatchObject({ code: 'STRATEGY_KEY_UNKNOWN' })
    const remove = client.measures.remove({ workspace, key: 'nps' })
    expect((await remove.catch(refusalOf)) as object).toMatchObject({ code: 'STRATEGY_STILL_USED' })
  })

  it('[MEA-92] a measure can be removed, once; then it is refused with those there are', async () => {
    await client.measures.put({ workspace, ...nps, key: 'spare' })
    expect(await client.measures.remove({ workspace, key: 'spare' })).toEqual({ done: true })
    expect(await client.measures.remove({ workspace, key: 'spare' }).catch(refusalOf)).toEqual({
      code: 'MEASUREMENT_MEASURE_UNKNOWN',
      values: { key: 'spare', known: 'nps, gap' },
    })
  })

  it('[MEA-93] a workspace sees no measure of another', async () => {
    expect((await room.clientIn('other').measures.list({ workspace: 'other' })).measures).toEqual([])
  })

  it('[MEA-94] a change is kept in the audit trail with who made it', async () => {
    const officer = room.clientIn('audited', 'experience-officer')
    await officer.measures.put({ workspace: 'audited', ...nps })
    const trail = await room.ledger.inWorkspace({ workspace: 'audited', actor: 'person:2' }, (tx) =>
      tx.select().from(auditEntry),
    )
    expect(trail.map(({ actor, action, subject }) => [actor, action, subject])).toEqual([
      ['person:1', 'measure.created', 'nps'],
    ])
  })

  it('[MEA-95] every column that the records write is made by the migrations', async () => {
    expect(await missingColumns(room.ledger, [measureTable])).toEqual([])
  })
})

describe('methods', () => {
  it('[MEA-96] every method says what it is in both languages, under its own name', async () => {
    const described = (await client.measures.list({ workspace })).methods
    expect(described.map(({ method }) => method)).toEqual([...methods])
    for (const { method: _, unit: __, source, ...words } of described) {
      expect(source).not.toBe('')
      for (const text of Object.values(words)) {
        expect(text).toEqual({ en: expect.stringMatching(/\S/), fr: expect.stringMatching(/\S/) })
      }
    }
  })

  it.each([
    ['nps', { low: -100, high: 100 }],
    ['mean', { low: 1, high: 7 }],
    ['csat', { low: 0, high: 1 }],
    ['ces', { low: 0, high: 1 }],
    ['box', { low: 0, high: 1 }],
    ['ratio', { low: 0, high: 1 }],
    ['count', null],
    ['promise-gap', null],
  ] as const)('[MEA-97] what is promised in %s lies within %o', (method, range) => {
    const measure = { ...nps, method, scale: { low: 1, high: 7 } }
    expect(measureOutline.amountRange?.(measure)).toEqual(range)
  })
})
