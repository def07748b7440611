import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { doneAnswer } from '../analyses/until-done.command.ts'
import { type MeasurementRoom, openMeasurementRoom, type Told } from '../test-measurement-room.ts'
import type { Scorecard, ScorecardRow } from './scorecard.contract.ts'

const workspace = 'acme'
const scale = { low: 1, high: 5 }

let room: MeasurementRoom
let client: ReturnType<MeasurementRoom['clientIn']>

beforeAll(async () => {
  room = await openMeasurementRoom()
  client = room.clientIn(workspace, 'experience-officer')
  await client.teams.put({ workspace, key: 'tills', name: 'Tills' })
  for (const [key, parent] of [
    ['house', undefined],
    ['north', 'house'],
    ['south', 'house'],
    ['east', 'house'],
    ['pier', 'south'],
  ] as const)
    await client.units.put({ workspace, key, name: `The ${key}`, ...(parent ? { parent } : {}) })
  await client.measures.put({ workspace, key: 'mark', name: 'Mark', method: 'mean', kind: 'csat', scale })
  await client.measures.put({
    ...{ workspace, key: 'nps', name: 'NPS', method: 'nps', kind: 'nps', scale: { low: 0, high: 10 } },
  })
  await client.measures.put({
    ...{
      workspace,
      key: 'morale',
      name: 'Morale',
      method: 'mean',
      kind: 'morale',
      scale,
      population: 'employees',
    },
  })
  const promise = (target: number, measure = 'mark') => ({ statement: 'Good', measure, target })
  await client.touchpoints.put({
    workspace,
    key: 'till',
    name: 'Till',
    owner: 'tills',
    promise: promise(4.2),
  })
  await client.touchpoints.put({ workspace, key: 'door', name: 'Door', promise: promise(3.5) })
  await client.touchpoints.put({ workspace, key: 'brand', name: 'Brand', promise: promise(40, 'nps') })
  await client.standards.put({
    ...{ workspace, key: 'no-queue', name: 'No queue', touchpoint: 'till', measure: 'mark', threshold: 3 },
  })
  await room.tell(workspace, [...answers(), ...crew()])
}, 60_000)
afterAll(() => room.close())

/** Marks of units in a quarter: the north is well below the others at the till, and was better a year before. */
function answers(): Told[] {
  const usual = { north: 3, south: 4, pier: 4, east: 4 } as const
  const quarters = [
    ['2026-05-10', 0],
    ['2026-02-10', 0],
    ['2025-05-10', 1],
  ] as const
  return quarters.flatMap(([on, better]) =>
    Object.entries(usual).flatMap(([unit, level]) =>
      Array.from({ length: 60 }, (_, at): Told[] => {
        const shared = { on, unit, person: `${on}-${unit}-${at}`, messageId: `${on}-${unit}-${at}` }
        const mark = (unit === 'north' ? level + better : level) + ((at % 3) - 1) * 0.5
        return [
          { ...shared, kind: 'csat', question: 'till', touchpoint: 'till', scale, score: mark },
          { ...shared, kind: 'csat', question: 'door', touchpoint: 'door', scale, score: 4 },
          {
            ...shared,
            kind: 'nps',
            question: 'nps',
            touchpoint: 'brand',
            scale: { low: 0, high: 10 },
            score: at % 2 === 0 ? 9 : 8,
          },
        ]
      }).flat(),
    ),
  )
}

function crew(): Told[] {
  return ['north', 'south', 'east'].flatMap((unit) =>
    Array.from(
      { length: unit === 'east' ? 3 : 20 },
      (_, at): Told => ({
        ...{ unit, population: 'employees', person: `${unit}-${at}`, messageId: `crew-${unit}-${at}` },
        ...{ kind: 'morale', question: 'morale', touchpoint: 'work', scale, score: 3 + (at % 2) },
      }),
    ),
  )
}

type Asked = Partial<Parameters<typeof client.scorecard.read>[0]>

async function scorecard(asked: Asked = {}): Promise<Scorecard> {
  for (;;) {
    const answer = await client.scorecard.read({
      ...{ workspace, period: '2026-q2', population: 'customers', unit: 'north', ...asked },
    })
    if (answer.state === 'done') return answer.result
  }
}

const rowAt = (rows: readonly ScorecardRow[], measure: string, touchpoint: string | null = null) =>
  rows.find((row) => row.measure.key === measure && (row.touchpoint?.key ?? null) === touchpoint)!

describe('a scorecard', () => {
  it('[MEA-240] has figures with promise, standard, months, the period before and the same days of the year before', async () => {
    const found = await scorecard()
    expect(found).toMatchObject({
      ...{ before: { name: '2026-q1' }, yearBefore: { name: '2025-q2' }, of: { key: 'north' } },
    })
    const till = rowAt(found.promises, 'mark', 'till')
    expect(till.estimate).toMatchObject({ value: 3, n: 60 })
    expect(till.gap!.value).toBeCloseTo(-1.2, 10)
    expect(till.standards).toMatchObject([{ key: 'no-queue', state: 'at-risk' }])
    expect(till.before).toMatchObject({ estimate: { value: 3 }, verdict: 'noise' })
    expect(till.yearBefore).toMatchObject({ estimate: { value: 4 }, verdict: 'moved-down' })
    expect(till.yearBefore.change!.value).toBeCloseTo(-1, 10)
    expect(till.trend.map(({ month }) => month)).toEqual(['2026-02', '2026-05'])
    expect(found.finding.headline.en).toBe(
      'The north: 1 of 2 promises falls short, the furthest at “Till”, by 1.20.',
    )
    expect(found.finding.points.map(({ en }) => en)).toContainEqual(
      expect.stringContaining('Since 2025-q2: worse Till (Mark)'),
    )
  })

  it('[MEA-241] peers are the units beside it with all that belongs to them, or those asked for; an unknown one is refused', async () => {
    const found = await scorecard()
    expect(found.peers.map(({ key }) => key)).toEqual(['south', 'east'])
    const till = rowAt(found.promises, 'mark', 'till')
    expect(till.peers[0]).toMatchObject({
      key: 'south',
      estimate: { n: 120, value: 4 },
      verdict: 'moved-down',
    })
    expect(till.standing).toEqual({ better: 0, worse: 2, alike: 0, of: 2, mean: 4 })
    expect(rowAt(found.promises, 'mark', 'door').standing).toMatchObject({ worse: 0, of: 2 })
    const asked = await scorecard({ peers: 'pier' })
    expect(asked.peers.map(({ key }) => key)).toEqual(['pier'])
    expect(rowAt(asked.promises, 'mark', 'till').peers[0]).toMatchObject({ estimate: { n: 60 } })
    await expect(scorecard({ peers: 'pier,moon' })).rejects.toThrow('MEASUREMENT_PEER_UNKNOWN')
    expect((await scorecard({ unit: undefined })).peers).toEqual([])
  })

  it('[MEA-242] promises stand by how far they fall short in shares of their scale, and a team has those it owns', async () => {
    const { promises } = await scorecard()
    expect(promises.map(({ touchpoint }) => touchpoint!.key)).toEqual(['till', 'brand', 'door'])
    const team = await scorecard({ team: 'tills' })
    expect(team.measures).toEqual([])
    expect(team.promises.map(({ touchpoint }) => touchpoint!.key)).toEqual(['till'])
  })

  it('[MEA-243] figures are those of the figures, and too small groups of employees stay hidden among peers', async () => {
    const found = await scorecard()
    const { figures } = await client.figures.read({
      ...{ workspace, period: '2026-q2', population: 'customers', unit: 'north', compare: 'before' },
    })
    for (const row of found.measures)
      expect(row.estimate).toEqual(figures.find(({ measure }) => measure === row.measure.key)!.estimate)
    const morale = rowAt(found.measures, 'morale')
    expect(morale.peers.find(({ key }) => key === 'east')!.estimate?.value ?? null).toBeNull()
    const elsewhere = await doneAnswer(() =>
      room.clientIn('elsewhere').scorecard.read({
        ...{ workspace: 'elsewhere', period: '2026-q2', population: 'customers' },
      }),
    )
    expect(elsewhere).toMatchObject({ state: 'done', result: { measures: [], promises: [] } })
  })

  it('[MEA-244] is carried away as a table and as code', async () => {
    const asked = { workspace, period: '2026-q2', population: 'customers' as const, unit: 'north' }
    const { text, fileName } = await client.scorecard.export({ ...asked, form: 'csv' })
    expect(fileName).toBe('scorecard-north-2026-q2.csv')
    expect(text).toContain('mark,till,promise,,4.2')
    expect(text).toContain('mark,till,peer:south,120,4')
    for (const form of ['r', 'python'] as const)
      expect((await client.scorecard.export({ ...asked, form })).text).toContain(fileName)
  })
})
