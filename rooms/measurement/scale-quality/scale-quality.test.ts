import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from '../../../foundations/http/problem.contract.ts'
import { randomSource } from '../../../foundations/statistics/resampling/random-source.ts'
import { messageOf } from '../../../foundations/warehouse/fixtures/messages.ts'
import type { Message } from '../../../foundations/warehouse/message.ts'
import { untilDone } from '../analyses/until-done.command.ts'
import { type MeasurementRoom, openMeasurementRoom } from '../test-measurement-room.ts'
import type { ScaleQuality } from './scale-quality.contract.ts'

const scale = { low: 1, high: 7 }
let room: MeasurementRoom

beforeAll(async () => {
  room = await openMeasurementRoom()
  for (const workspace of ['sound', 'changed', 'elsewhere', 'crew']) {
    const client = room.clientIn(workspace, 'experience-officer')
    await client.measures.put({
      ...{ workspace, key: 'brand', name: 'Brand', method: 'composite', kind: 'brand', scale },
      parts: [
        { kind: 'felt', name: 'Feelings', weight: 1 },
        { kind: 'thought', name: 'Thinking', weight: 1 },
      ],
    })
    await client.measures.put({
      workspace,
      key: 'number',
      name: 'Count',
      method: 'count',
      kind: 'felt',
      scale,
    })
  }
  await room.warehouse.keep('sound', surveys({ seed: 1, people: 600, language: 'en' }))
  await room.warehouse.keep('sound', surveys({ seed: 2, people: 500, language: 'fr', shift: 1 }))
  await room.warehouse.keep('changed', surveys({ seed: 3, people: 500, day: '2026-05-10' }))
  await room.warehouse.keep(
    'changed',
    surveys({ seed: 8, people: 500, day: '2026-02-10', item: 'felt-9', ease: 1.4 }),
  )
}, 120_000)
afterAll(() => room.close())

interface Surveyed {
  readonly seed: number
  readonly people: number
  readonly language?: string
  /** How much higher `thought-2` is answered at the same level. */
  readonly shift?: number
  readonly day?: string
  /** The question asked in the place of `felt-3`, and how much easier it is to agree with. */
  readonly item?: string
  readonly ease?: number
  readonly population?: Message['population']
}

/** Three questions each about what is felt and what is thought, which go together by a half. */
function surveys(told: Surveyed): Message[] {
  const { seed, people, language = 'en', shift = 0, day = '2026-05-10', item = 'felt-3', ease = 0 } = told
  const random = randomSource(seed)
  const rounded = (value: number) => Math.min(7, Math.max(1, Math.round(value)))
  return Array.from({ length: people }, (_, at): Message => {
    const one = random.normal()
    const two = 0.5 * one + Math.sqrt(0.75) * random.normal()
    const answer = (key: string, felt: number) => ({
      question: { key, kind: key.split('-')[0]!, touchpoint: 'house', scale, asked: null },
      ...{ score: rounded(4 + felt + 0.7 * random.normal()), scoreAsked: null, text: '' },
    })
    const answers = [
      ...[answer('felt-1', one), answer('felt-2', one), answer(item, one + ease)],
      ...[answer('thought-1', two), answer('thought-2', two + shift), answer('thought-3', two)],
    ]
    return messageOf({
      ...{ id: `${seed}-${at}`, person: `${seed}-${at}`, language, answers },
      occurredAt: new Date(`${day}T12:00:00Z`),
      ...(told.population && { population: told.population }),
    })
  })
}

async function quality(workspace: string, asked: object = {}): Promise<ScaleQuality> {
  const client = room.clientIn(workspace)
  return untilDone(() =>
    client.scaleQuality.read({ workspace, period: 'all', population: 'customers', ...asked } as never),
  ) as never
}

describe('scale quality', () => {
  it('[MEA-267] questions are told with how they go with their part, and parts with how they hold together', async () => {
    const { parts, items, fit, correlations, complete, why } = await quality('sound')
    expect([why, complete, items.length]).toEqual([null, 1100, 6])
    expect(parts.map(({ name, items: of }) => [name, of])).toEqual([
      ['Feelings', 3],
      ['Thinking', 3],
    ])
    // A loading of 1 beside an error of 0.7 and of rounding by 1/12.
    const planted = 1 / Math.sqrt(1 + 0.49 + 1 / 12)
    for (const { loading } of items.filter(({ kind }) => kind === 'felt')) {
      expect(loading!.low!).toBeLessThan(planted + 0.02)
      expect(loading!.high!).toBeGreaterThan(planted - 0.02)
    }
    const omega = (9 * planted ** 2) / (9 * planted ** 2 + 3 * (1 - planted ** 2))
    expect(Math.abs(parts[0]!.omega!.value! - omega)).toBeLessThan(0.02)
    expect(parts[0]!.alpha!.low!).toBeLessThan(parts[0]!.alpha!.value!)
    expect(Math.abs(correlations[0]![1]! - 0.5)).toBeLessThan(0.08)
    expect(fit!.cfi).toBeGreaterThan(0.95)
  })

  it('[MEA-268] a question that one language answers higher is named with by how much, and means are told not to compare', async () => {
    const { groups, steps, items, finding } = await quality('sound')
    expect(groups).toEqual([
      { name: 'en', n: 600 },
      { name: 'fr', n: 500 },
    ])
    expect(steps.map(({ level, holds }) => [level, holds])).toEqual([
      ['configural', true],
      ['metric', true],
      ['scalar', false],
    ])
    const biased = items.find(({ question }) => question === 'thought-2')!
    expect(biased.p).toBeLessThan(0.001)
    const { group, low, high } = biased.shifts[0]!
    expect([group, low! < 100 / 6, high! > 100 / 6 - 2]).toEqual(['fr', true, true])
    expect(finding.headline.en).toMatch(
      /^“thought-2” is not answered alike everywhere: in “fr” 1\d\.\d points of 100 higher/,
    )
    expect(finding.points.map(({ en }) => en).join()).toContain('relations compare, means do not')
  })

  it('[MEA-269] a quarter with another question is told on the questions of today, which are not what people felt less', async () => {
    const { series, dropped, items, finding } = await quality('changed')
    expect(dropped).toEqual(['felt-9'])
    expect(items.map(({ question }) => question)).not.toContain('felt-9')
    expect(series.map(({ period, items: asked, common }) => [period, asked, common])).toEqual([
      ['2026-q1', 6, 5],
      ['2026-q2', 6, 6],
    ])
    const [before, now] = series as [ScaleQuality['series'][0], ScaleQuality['series'][0]]
    expect(before.raw.value! - now.raw.value!).toBeGreaterThan(2)
    const half = ({ low, high }: typeof now.linked) => (high! - low!) / 2
    const chance = Math.hypot(half(before.linked), half(now.linked))
    expect(Math.abs(before.linked.value! - now.linked.value!)).toBeLessThan(chance)
    expect(before.raw.value! - now.raw.value!).toBeGreaterThan(chance)
    expect(now.linked.value).toBeCloseTo(now.raw.value!, 9)
    expect(finding.points.at(-1)!.en).toContain('Other questions were asked up to 2026-q1')
  })

  it('[MEA-270] too few responses, one group alone, and fewer than 25 employees are told as such', async () => {
    const none = await quality('elsewhere')
    expect([none.n, none.why, none.whyNotCompared]).toEqual([0, 'one-question', 'one-question'])
    expect((await quality('changed')).whyNotCompared).toBe('one-group')
    const few = await quality('sound', { segment: 'none:here' })
    expect([few.n, few.parts]).toEqual([0, []])
    await room.warehouse.keep('crew', surveys({ seed: 5, people: 24, population: 'employees' }))
    expect(await quality('crew', { population: 'employees' })).toMatchObject({ n: 0, why: 'group-too-small' })
  })

  it('[MEA-270] a measure that is not made of answers is refused with those that are', async () => {
    const refused = await quality('sound', { measure: 'number' }).catch(refusalOf)
    expect(refused).toEqual({
      code: 'MEASUREMENT_MEASURE_WITHOUT_QUESTIONS',
      values: { key: 'number', known: 'brand' },
    })
  })

  it('[MEA-271] what is carried away gives omega again', async () => {
    const client = room.clientIn('sound')
    const asked = { workspace: 'sound', period: 'all', population: 'customers' } as const
    const csv = await client.scaleQuality.export({ ...asked, form: 'csv' } as never)
    const [head, ...rows] = csv.text
      .trim()
      .split('\n')
      .map((line) => line.split(','))
    const column = (name: string) => head!.indexOf(name)
    const loadings = rows.filter((row) => row[0] === 'felt').map((row) => Number(row[column('loading')]))
    const total = loadings.reduce((sum, one) => sum + one, 0) ** 2
    const omega = total / (total + loadings.reduce((sum, one) => sum + 1 - one ** 2, 0))
    expect(omega).toBeCloseTo(Number(rows[0]![column('part_omega')]), 6)
    expect((await client.scaleQuality.export({ ...asked, form: 'r' } as never)).text).toContain(csv.fileName)
  })
})
