import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from '../../../foundations/http/problem.contract.ts'
import { randomSource } from '../../../foundations/statistics/resampling/random-source.ts'
import { doneAnswer } from '../analyses/until-done.command.ts'
import { type MeasurementRoom, openMeasurementRoom, type Told } from '../test-measurement-room.ts'
import type { Drivers } from './drivers.contract.ts'

const workspace = 'acme'
const scale = { low: 1, high: 5 }

let room: MeasurementRoom
let client: ReturnType<MeasurementRoom['clientIn']>

beforeAll(async () => {
  room = await openMeasurementRoom()
  client = room.clientIn(workspace, 'experience-officer')
  await client.measures.put({
    workspace,
    key: 'nps',
    name: 'NPS',
    method: 'nps',
    kind: 'nps',
    scale: { low: 0, high: 10 },
  })
  await client.measures.put({
    workspace,
    key: 'sat',
    name: 'Satisfaction',
    method: 'csat',
    kind: 'csat',
    scale,
  })
  await client.measures.put({ workspace, key: 'n', name: 'Count', method: 'count', kind: 'nps', scale })
  await room.tell(workspace, survey(1500))
})
afterAll(() => room.close())

/** Recommendation hangs on advice twice as much as on the till, and not on the club; the till is lived worst; half never used it. */
function survey(
  people: number,
  { seed = 1, population = 'customers' }: { seed?: number; population?: Told['population'] } = {},
): Told[] {
  const random = randomSource(seed)
  const mark = (mean: number) => Math.min(5, Math.max(1, Math.round(mean + random.normal())))
  return Array.from({ length: people }, (_, at): Told[] => {
    const marks = { advice: mark(3.6), till: mark(2.6), club: mark(3.2) }
    const felt = 6.5 + 1.0 * (marks.advice - 3.6) + 0.5 * (marks.till - 2.6) + 0.8 * random.normal()
    const shared = {
      ...{
        messageId: `${population}-${seed}-${at}`,
        person: `p${seed}-${at}`,
        unit: at % 2 === 0 ? 'north' : 'south',
        population,
      },
      scale,
    }
    const beside = Object.entries(marks).filter(([key]) => key !== 'till' || at % 2 === 0)
    return [
      {
        ...shared,
        question: 'recommend',
        kind: 'nps',
        touchpoint: 'brand',
        score: Math.min(10, Math.max(0, Math.round(felt))),
        scale: { low: 0, high: 10 },
      },
      ...beside.map(([touchpoint, score]) => ({
        ...shared,
        question: touchpoint,
        kind: 'csat',
        touchpoint,
        score,
      })),
    ]
  }).flat()
}

const may = { workspace, measure: 'nps', period: '2026-05' }

async function drivers(question: Parameters<typeof client.drivers.read>[0]): Promise<Drivers> {
  for (;;) {
    const answer = await client.drivers.read(question)
    if (answer.state === 'done') return answer.result
  }
}

const effectOf = ({ drivers: found }: Drivers, touchpoint: string) =>
  found.find((one) => one.touchpoint === touchpoint)!

describe('drivers', () => {
  it('[MEA-130] the planted effects lie in their intervals, and what weighs more comes first', async () => {
    const result = await drivers(may)
    expect(result.drivers.map(({ touchpoint }) => touchpoint)).toEqual(['advice', 'till', 'club'])
    for (const [touchpoint, planted] of [
      ['advice', 1],
      ['till', 0.5],
      ['club', 0],
    ] as const) {
      const { effect } = effectOf(result, touchpoint)
      expect(effect.low!).toBeLessThan(planted)
      expect(effect.high!).toBeGreaterThan(planted * 0.97)
    }
    expect(effectOf(result, 'club').p).toBeGreaterThan(0.05)
    expect(effectOf(result, 'till').quadrant).not.toBe('protect')
    expect(effectOf(result, 'advice').figureEffect!.value!).toBeGreaterThan(15)
    expect(result.finding.evidence).toBe('associated')
    expect(result.finding.headline.en).toMatch(/^advice weighs most on NPS: it goes with \d+ to \d+%/)
    expect(result.finding.headline.fr).toMatch(/^advice pèse le plus sur NPS\s: \d+ à \d+/)
  })

  it('[MEA-131] who did not answer one of them still counts for the others, and nothing is filled in', async () => {
    const result = await drivers(may)
    expect([result.n, result.complete, result.fewest, result.cases]).toEqual([1500, 750, 750, 'available'])
    expect(effectOf(result, 'till').performance.n).toBe(750)
    expect(effectOf(result, 'advice').performance.n).toBe(1500)
  })

  it('[MEA-132] units have their own drivers, and filters hold', async () => {
    const { groups } = await drivers({ ...may, by: 'unit' })
    expect(groups.map(({ name, n }) => [name, n])).toEqual([
      ['north', 750],
      ['south', 750],
    ])
    expect(groups[0]!.drivers[0]!.touchpoint).toBe('advice')
    expect(groups[1]!.why).toBe('too-few')
    expect((await drivers({ ...may, period: '2026-06' })).n).toBe(0)
    const empty = await drivers({ ...may, period: '2026-06' })
    expect([empty.why, empty.finding.headline.en]).toEqual([
      'nothing-beside',
      expect.stringContaining('nothing to weigh'),
    ])
  })

  it('[MEA-133] of fewer than 25 employees nothing is told', async () => {
    await room.tell('crew', survey(24, { population: 'employees' }))
    const crew = room.clientIn('crew', 'experience-officer')
    await crew.measures.put({
      workspace: 'crew',
      key: 'nps',
      name: 'eNPS',
      method: 'nps',
      kind: 'nps',
      scale,
    })
    const answer = await doneAnswer(() =>
      crew.drivers.read({ workspace: 'crew', period: '2026-05', population: 'employees' }),
    )
    expect(answer).toMatchObject({ state: 'done', result: { why: 'group-too-small', n: 0, drivers: [] } })
  })

  it('[MEA-134] a measure that is no score of an answer is refused with those that are', async () => {
    const refusal = await client.drivers.read({ ...may, measure: 'n' }).catch(refusalOf)
    expect(refusal).toEqual({
      code: 'MEASUREMENT_MEASURE_NOT_WEIGHABLE',
      values: { key: 'n', known: 'nps, sat' },
    })
    expect((await drivers({ ...may, measure: 'sat' })).measure.key).toBe('sat')
  })

  it('[MEA-135] the table that is carried away gives the same shares in Python', async (context) => {
    const csv = await client.drivers.export({ ...may, form: 'csv' })
    const code = await client.drivers.export({ ...may, form: 'python' })
    expect((await client.drivers.export({ ...may, form: 'r' })).text).toContain(csv.fileName)
    const directory = await mkdtemp(join(tmpdir(), 'tutti-drivers-'))
    await writeFile(join(directory, csv.fileName), csv.text)
    await writeFile(join(directory, code.fileName), code.text)
    try {
      execFileSync('python3', ['-c', 'import numpy'], { stdio: 'ignore' })
    } catch {
      return context.skip('Python with numpy is not on this machine.')
    }
    const printed = execFileSync('python3', [code.fileName], { cwd: directory, encoding: 'utf8' })
    const lines = printed
      .trim()
      .split('\n')
      .map((line) => line.split(' '))
    expect(lines).toHaveLength(3)
    for (const [, theirs, ours] of lines) expect(Number(theirs)).toBeCloseTo(Number(ours), 5)
    await rm(directory, { recursive: true })
  })
})
