import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from '../../../foundations/http/problem.contract.ts'
import { untilDone } from '../analyses/until-done.command.ts'
import { type MeasurementRoom, openMeasurementRoom, type Told, times } from '../test-measurement-room.ts'
import type { Composition } from './composition.contract.ts'

const scale = { low: 1, high: 5 }
let room: MeasurementRoom
beforeAll(async () => {
  room = await openMeasurementRoom()
})
afterAll(() => room.close())

/** A workspace with two pillars, two teams and three touchpoints, marks of May, and those of April before. */
async function shop(workspace: string) {
  const client = room.clientIn(workspace, 'experience-officer')
  await client.measures.put({ workspace, key: 'mark', name: 'Mark', method: 'mean', kind: 'csat', scale })
  await client.measures.put({ workspace, key: 'top', name: 'Top', method: 'csat', kind: 'csat', scale })
  await client.measures.put({ workspace, key: 'given', name: 'Given', method: 'count', kind: 'csat', scale })
  const pillars = [
    { key: 'care', name: 'Care' },
    { key: 'ease', name: 'Ease' },
  ]
  await client.platform.put({ workspace, platform: { name: 'Shop', ambition: 'Care', pillars } })
  await client.teams.put({ workspace, key: 'floor', name: 'Floor' })
  const place = (key: string, pillar: string, owner?: string) =>
    client.touchpoints.put({ workspace, key, name: key, pillar, owner })
  await place('till', 'ease', 'floor')
  await place('shelf', 'ease', 'floor')
  await place('desk', 'care')
  return client
}

const marks = (touchpoint: string, counts: Readonly<Record<number, number>>, on?: string): Told[] =>
  Object.entries(counts).flatMap(([score, n]) =>
    times(n, { kind: 'csat', touchpoint, score: Number(score), ...(on ? { on } : {}) }),
  )

const april = '2026-04-10'
const told = [
  ...marks('till', { 2: 60, 4: 40 }),
  ...marks('shelf', { 3: 50, 5: 50 }),
  ...marks('desk', { 4: 150, 5: 50 }),
  ...marks('till', { 4: 60, 5: 40 }, april),
  ...marks('shelf', { 3: 50, 5: 50 }, april),
  ...marks('desk', { 4: 70, 5: 30 }, april),
]

async function read(workspace: string, asked: object = {}): Promise<Composition> {
  const client = room.clientIn(workspace)
  return untilDone(() =>
    client.composition.read({ workspace, period: '2026-05', by: 'touchpoint', ...asked } as never),
  ) as never
}

describe('composition', () => {
  it('[MEA-258] shares times levels add up to the figure, and what each adds or takes away to nothing', async () => {
    await shop('sum')
    await room.tell('sum', told)
    const { whole, rows } = await read('sum')
    const of = (key: string) => rows.find((row) => row.key === key)!
    expect([of('till').share, of('shelf').share, of('desk').share]).toEqual([0.25, 0.25, 0.5])
    expect(of('till').level.value).toBeCloseTo(2.8, 12)
    expect(whole.value).toBeCloseTo(0.25 * 2.8 + 0.25 * 4 + 0.5 * 4.25, 12)
    expect(rows.reduce((sum, { brings }) => sum + brings, 0)).toBeCloseTo(whole.value!, 12)
    expect(of('till').pull!.value).toBeCloseTo(0.25 * (2.8 - whole.value!), 12)
    expect(rows.reduce((sum, { pull }) => sum + pull!.value!, 0)).toBeCloseTo(0, 12)
  })

  it('[MEA-259] the change is the sum of levels and shares; what moved it is named first, what did not is not told', async () => {
    const { change, level, mix, rows, finding } = await read('sum')
    // Till fell from 4.4 to 2.8 at a mean share of (1/4 + 1/3) / 2; the desk rose from a third to a half.
    expect(rows[0]!.key).toBe('till')
    expect(rows[0]!.levelEffect!.estimate.value).toBeCloseTo(-1.6 * (7 / 24), 12)
    expect(rows[0]!.levelEffect!.verdict).toBe('moved-down')
    expect(rows.find(({ key }) => key === 'shelf')!.levelEffect!.verdict).toBe('noise')
    expect(level! + mix!).toBeCloseTo(change.value!, 12)
    expect(finding.headline.en).toMatch(
      /^“Mark” stands at 3\.83, −0\.41 since 2026-04, −0\.47 of it by .* “till”\.$/,
    )
  })

  it('[MEA-258] by pillar and by team the touchpoints are put together; a share of the satisfied adds up too', async () => {
    const pillars = await read('sum', { by: 'pillar', measure: 'top' })
    expect(pillars.rows.map(({ key, name, share }) => [key, name, share])).toEqual([
      ['ease', 'Ease', 0.5],
      ['care', 'Care', 0.5],
    ])
    expect(pillars.whole).toMatchObject({ n: 400, method: 'wilson' })
    expect(pillars.rows.reduce((sum, { brings }) => sum + brings, 0)).toBeCloseTo(pillars.whole.value!, 12)
    const { rows } = await read('sum', { by: 'team' })
    expect(rows.map(({ key, name }) => [key, name])).toEqual([
      ['floor', 'Floor'],
      ['', { en: 'all others', fr: 'tous les autres' }],
    ])
  })

  it('[MEA-285] a composite of which other questions were asked before says so', async () => {
    const workspace = 'questions'
    const client = await shop(workspace)
    const measure = { method: 'composite' as const, kind: 'brand', scale: { low: 0, high: 100 } }
    await client.measures.put({
      workspace,
      key: 'brand',
      name: 'Brand',
      ...measure,
      parts: [{ kind: 'senses' }],
    })
    const response = (at: number, second: string, on?: string): Told[] =>
      ['first', second].map((question) => ({
        ...{ kind: 'senses', question, score: 3, messageId: `${on ?? 'may'}-${at}` },
        ...(on ? { on } : {}),
      }))
    const months = [...Array(20).keys()].flatMap((at) => [
      ...response(at, 'new'),
      ...response(at, at < 15 ? 'old' : 'rare', april),
    ])
    await room.tell(workspace, months)
    const { questions, finding } = await read(workspace, { measure: 'brand', by: 'part' })
    expect(questions).toEqual({ added: ['new'], dropped: ['old'] })
    expect(finding.points[0]!.en).toContain('Other questions were asked in 2026-04 (new: new; gone: old)')
    await room.tell('sum', told)
    expect((await read('sum')).questions).toEqual({ added: [], dropped: [] })
  })

  it('[MEA-260] the parts of a composite add up to it over the responses that answered all of them', async () => {
    const workspace = 'parts'
    const client = await shop(workspace)
    const parts = [{ kind: 'senses', name: 'Senses', weight: 3 }, { kind: 'thought' }]
    const measure = { method: 'composite' as const, kind: 'brand', scale: { low: 0, high: 100 }, parts }
    await client.measures.put({ workspace, key: 'brand', name: 'Brand', ...measure })
    const response = (senses: number, thought: number | null, on?: string): Told[] => {
      const message = `m-${senses}-${thought}-${on ?? 'may'}-${Math.random()}`
      const answer = (kind: string, score: number) => ({
        kind,
        score,
        messageId: message,
        ...(on ? { on } : {}),
      })
      return [answer('senses', senses), ...(thought === null ? [] : [answer('thought', thought)])]
    }
    const many = (n: number, of: () => Told[]) => Array.from({ length: n }, of).flat()
    await room.tell(workspace, [
      ...many(12, () => response(5, 2)),
      ...many(12, () => response(3, 4)),
      ...many(9, () => response(1, null)),
      ...many(12, () => response(4, 2, april)),
      ...many(12, () => response(2, 4, april)),
    ])
    const { whole, rows, level, mix, change } = await read(workspace, { measure: 'brand', by: 'part' })
    const of = (key: string) => rows.find((row) => row.key === key)!
    expect(of('senses')).toMatchObject({ share: 0.75, name: 'Senses', pull: null, mixEffect: null })
    expect(of('senses').level).toMatchObject({ value: 40, n: 24 })
    expect(whole.value).toBeCloseTo(0.75 * 40 + 0.25 * 30, 4)
    expect(rows.reduce((sum, { brings }) => sum + brings, 0)).toBeCloseTo(whole.value!, 4)
    expect(of('senses').levelEffect!.estimate.value).toBeCloseTo(0.75 * 10, 4)
    expect(level).toBeCloseTo(change.value!, 4)
    expect(mix).toBeNull()
    const refusal = client.composition
      .read({ workspace, measure: 'mark', by: 'part' } as never)
      .catch(refusalOf)
    expect(await refusal).toMatchObject({ code: 'MEASUREMENT_MEASURE_WITHOUT_PARTS' })
  })

  it('[MEA-261] employees in a group too small to be shown are among all others, in both periods', async () => {
    const workspace = 'few'
    await shop(workspace)
    const at = (unit: string, people: number, on: string) =>
      Array.from({ length: people }, (_, index) => ({
        ...{ kind: 'csat', score: (index % 5) + 1, unit, on, person: `${unit}-${index}` },
        population: 'employees' as const,
      }))
    await room.tell(workspace, [
      ...[...at('north', 20, '2026-05-10'), ...at('south', 3, '2026-05-10'), ...at('west', 18, '2026-05-10')],
      ...[...at('north', 20, april), ...at('south', 15, april), ...at('west', 18, april)],
    ])
    const { rows, whole } = await read(workspace, { by: 'unit', population: 'employees' })
    expect(rows.map(({ key }) => key)).not.toContain('south')
    const others = rows.find(({ key }) => key === '')!
    expect(others.level.n).toBeGreaterThanOrEqual(5)
    expect(rows.reduce((sum, { level }) => sum + level.n, 0)).toBe(whole.n)
  })

  it('[MEA-262] it is carried away as a table and as code; a count has none', async () => {
    const client = room.clientIn('sum')
    const asked = { workspace: 'sum', period: '2026-05', by: 'touchpoint' } as const
    const table = await client.composition.export({ ...asked, form: 'csv' })
    expect(table.fileName).toBe('composition-mark-touchpoint-2026-05.csv')
    expect(table.text).toMatch(/^till,100,0\.25,2\.8/m)
    expect((await client.composition.export({ ...asked, form: 'r' })).text).toContain(table.fileName)
    const count = client.composition.read({ ...asked, measure: 'given' }).catch(refusalOf)
    expect(await count).toMatchObject({
      code: 'MEASUREMENT_MEASURE_NOT_COMPOSED',
      values: { key: 'given', known: 'mark, top' },
    })
  })
})
