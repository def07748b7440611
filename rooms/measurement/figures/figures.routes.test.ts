import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from '../../../foundations/http/problem.contract.ts'
import { type MeasurementRoom, openMeasurementRoom, type Told, times } from '../test-measurement-room.ts'

const workspace = 'acme'
const nps = {
  workspace,
  key: 'nps',
  name: 'NPS',
  method: 'nps',
  kind: 'nps',
  scale: { low: 0, high: 10 },
} as const
const may = { workspace, measure: 'nps', period: '2026-05' }
const texts: Told[] = [
  { score: 10, text: 'Calm', language: 'en', unit: 'sfo', on: '2026-05-02' },
  { score: 3, text: 'Trop long', language: 'fr', unit: 'oak', on: '2026-05-20' },
  { score: 9, on: '2026-05-09' },
]

let room: MeasurementRoom
let client: ReturnType<MeasurementRoom['clientIn']>
beforeAll(async () => {
  room = await openMeasurementRoom()
  client = room.clientIn(workspace, 'experience-officer')
  await client.measures.put(nps)
  const employees = times(30, { population: 'employees', score: 9, text: 'Tired', on: '2026-02-02' })
  await room.tell(workspace, [
    ...texts,
    ...employees.map((told, index) => ({ ...told, person: `e${index}` })),
  ])
})
afterAll(() => room.close())

async function refusalFrom(answer: Promise<unknown>) {
  return answer.then(
    () => 'answered',
    (error: unknown) => refusalOf(error),
  )
}

describe('questions that have no answer', () => {
  it('[MEA-80] a measure that is not there is refused with those there are', async () => {
    const refusal = { code: 'MEASUREMENT_MEASURE_UNKNOWN', values: { key: 'npss', known: 'nps' } }
    expect(await refusalFrom(client.figures.read({ ...may, measure: 'nps,npss' }))).toEqual(refusal)
    expect(await refusalFrom(client.figures.evidence({ ...may, measure: 'npss' }))).toEqual(refusal)
  })

  it.each(['2026-13', 'next', '2026-02-30', '2026-06..2026-05', '0050', '1970', '2149'])(
    '[MEA-32] the period %s is refused',
    async (period) => {
      const refusal = { code: 'MEASUREMENT_PERIOD_INVALID', values: { period } }
      expect(await refusalFrom(client.figures.read({ ...may, period }))).toEqual(refusal)
      expect(await refusalFrom(client.figures.evidence({ ...may, period }))).toEqual(refusal)
    },
  )

  it.each(['1971', '2148', '1971-01-01'])(
    '[MEA-32] the far period %s has an answer, if an empty one',
    async (period) => {
      const { figures } = await client.figures.read({ ...may, period })
      expect(figures[0]!.estimate).toMatchObject({ value: null, why: 'no-answers' })
    },
  )

  it.each(['week', 'unit,month,channel', 'unit,unit'])('[MEA-81] grouping by %s is refused', async (by) => {
    const refusal = { code: 'MEASUREMENT_GROUPING_INVALID', values: { by } }
    expect(await refusalFrom(client.figures.read({ ...may, by }))).toEqual(refusal)
  })

  it('[MEA-82] a segment that is no name and value is refused', async () => {
    const refusal = { code: 'MEASUREMENT_SEGMENT_INVALID', values: { segment: 'business' } }
    expect(await refusalFrom(client.figures.read({ ...may, segment: 'business' }))).toEqual(refusal)
    expect(await refusalFrom(client.figures.evidence({ ...may, segment: 'business' }))).toEqual(refusal)
  })
})

describe('periods', () => {
  it('[MEA-35] the periods that hold answers are told with the first and the last day', async () => {
    const { first, last, periods } = await client.figures.periods({ workspace })
    expect({ first, last }).toEqual({ first: '2026-02-02', last: '2026-05-20' })
    expect(periods.map(({ name }) => name)).toEqual([
      '2026',
      '2026-q2',
      '2026-05',
      '2026-04',
      '2026-q1',
      '2026-03',
      '2026-02',
    ])
  })

  it('[MEA-35] a workspace without answers has none', async () => {
    expect(await room.clientIn('empty').figures.periods({ workspace: 'empty' })).toEqual({
      first: null,
      last: null,
      periods: [],
    })
  })

  it('[MEA-31] latest and all look at the population asked for, and at today where nobody answered', async () => {
    const periodOf = async (question: object) =>
      (await client.figures.read({ workspace, measure: 'nps', ...question })).period.name
    expect(await periodOf({})).toBe('2026-q2')
    expect(await periodOf({ population: 'employees' })).toBe('2026-q1')
    expect(await periodOf({ period: 'all' })).toBe('2026-05')
    expect(await periodOf({ population: 'prospects' })).toBe('2026-q3')
  })
})

describe('evidence', () => {
  it('[MEA-70] holds the figure itself, its definition, the answers by score and the statement that read them', async () => {
    const evidence = await client.figures.evidence(may)
    const { figures, queries } = await client.figures.read(may)
    expect(evidence.figure).toEqual(figures[0])
    expect(evidence.measure).toMatchObject({ key: 'nps', method: 'nps' })
    expect(evidence.description.method).toBe('nps')
    expect(evidence.distribution).toEqual([
      { score: 3, n: 1 },
      { score: 9, n: 1 },
      { score: 10, n: 1 },
    ])
    expect(evidence.query).toEqual(queries[0])
    expect(evidence.query).toMatchObject({ source: 'roll-up', parameters: { workspace } })
  })

  it('[MEA-71] shows what people wrote, latest first, without who they are', async () => {
    const { verbatims, verbatimsHidden } = await client.figures.evidence(may)
    expect(verbatimsHidden).toBeNull()
    expect(verbatims).toEqual([
      { text: 'Trop long', language: 'fr', score: 3, unit: 'oak', occurredOn: '2026-05-20' },
      { text: 'Calm', language: 'en', score: 10, unit: 'sfo', occurredOn: '2026-05-02' },
    ])
  })

  it('[MEA-72] a viewer sees the figure and no verbatim', async () => {
    const evidence = await room.clientIn(workspace, 'viewer').figures.evidence(may)
    expect(evidence).toMatchObject({ verbatims: [], verbatimsHidden: 'permission' })
    expect(evidence.figure.estimate.n).toBe(3)
  })

  it('[MEA-61] nobody sees a verbatim of employees', async () => {
    const question = { ...may, period: '2026-02', population: 'employees' } as const
    const evidence = await client.figures.evidence(question)
    expect(evidence).toMatchObject({ verbatims: [], verbatimsHidden: 'employees' })
    expect(evidence.figure.estimate).toMatchObject({ value: 100, n: 30 })
  })
})
