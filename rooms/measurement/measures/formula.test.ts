import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from '../../../foundations/http/problem.contract.ts'
import { checkExperience } from '../../strategy/experience-file/check-experience.ts'
import { type MeasurementRoom, openMeasurementRoom, times } from '../test-measurement-room.ts'
import { measureOutline } from './measure-outline.ts'

const scale = { low: 1, high: 5 }
let room: MeasurementRoom
beforeAll(async () => {
  room = await openMeasurementRoom()
})
afterAll(() => room.close())

/** A workspace that measures satisfaction and effort on five points, with these formulas over them. */
async function withFormulas(workspace: string, formulas: Readonly<Record<string, string>>) {
  const client = room.clientIn(workspace, 'experience-officer')
  const put = (key: string, method: 'mean' | 'box' | 'nps', kind: string) =>
    client.measures.put({ workspace, key, name: key, method, kind, scale })
  await put('satisfaction', 'mean', 'csat')
  await put('delighted', 'box', 'csat')
  await put('effort', 'mean', 'effort')
  for (const [key, is] of Object.entries(formulas)) await client.measures.put(formulaOf(workspace, key, is))
  return client
}

/** `s`, `d` and `e` stand for satisfaction, the delighted and effort, where they are used. */
function formulaOf(workspace: string, key: string, is: string) {
  const all = { s: 'satisfaction', d: 'delighted', e: 'effort' } as const
  const of = Object.entries(all).flatMap(([name, measure]) =>
    new RegExp(`\\b${name}\\b`).test(is) ? [{ name, measure }] : [],
  )
  return {
    ...{ workspace, key, name: key, method: 'formula' as const, kind: key },
    scale: { low: -100, high: 100 },
    formula: { is, of },
  }
}

const answers = [
  ...times(30, { kind: 'csat', score: 5 }),
  ...times(10, { kind: 'csat', score: 2 }),
  ...times(12, { kind: 'effort', score: 4 }),
  ...times(12, { kind: 'effort', score: 1 }),
]

describe('figures by formula', () => {
  it('[MEA-253] it is the formula at the figures of its measures, n the smallest, with limits from theirs', async () => {
    const client = await withFormulas('sums', { both: '10 * s - e' })
    await room.tell('sums', answers)
    const { figures } = await client.figures.read({ workspace: 'sums', period: '2026-05' })
    const of = (key: string) => figures.find(({ measure }) => measure === key)!.estimate
    const [both, s, e] = [of('both'), of('satisfaction'), of('effort')]
    expect(both).toMatchObject({ n: 24, method: 'worked-out' })
    expect(both.value).toBeCloseTo(10 * 4.25 - 2.5, 12)
    const half = Math.hypot(10 * (s.high! - s.value!), e.high! - e.value!)
    expect(both.high! - both.value!).toBeCloseTo(half, 9)
  })

  it('[MEA-254] figures of the same answers are taken together: what cancels out leaves no doubt', async () => {
    // Delighted people gave 5, all others 2: the mean is 2 + 3 · share, so this is 2 whoever answers.
    const client = await withFormulas('same', { rest: 's - 3 * d' })
    await room.tell('same', answers)
    const { figures } = await client.figures.read({ workspace: 'same', measure: 'rest', period: '2026-05' })
    const { value, low, high } = figures[0]!.estimate
    expect(value).toBeCloseTo(2, 12)
    expect(high! - low!).toBeLessThan(0.2) // 0.9 were they independent
  })

  it('[MEA-253] groups, changes and the period before have it too; a division by nothing has no figure', async () => {
    const client = await withFormulas('groups', { difference: 's - e', quotient: 's / (e - e)' })
    await room.tell('groups', [
      ...times(40, { kind: 'csat', score: 5, touchpoint: 'shop' }),
      ...times(40, { kind: 'csat', score: 4, touchpoint: 'shop' }),
      ...times(40, { kind: 'effort', score: 1, touchpoint: 'shop' }),
      ...times(40, { kind: 'effort', score: 2, touchpoint: 'shop' }),
      ...times(40, { kind: 'csat', score: 3, touchpoint: 'web' }),
      ...times(40, { kind: 'csat', score: 1, touchpoint: 'shop', on: '2026-04-10' }),
      ...times(40, { kind: 'csat', score: 2, touchpoint: 'shop', on: '2026-04-10' }),
      ...times(40, { kind: 'effort', score: 4, touchpoint: 'shop', on: '2026-04-10' }),
      ...times(40, { kind: 'effort', score: 5, touchpoint: 'shop', on: '2026-04-10' }),
    ])
    const asked = { workspace: 'groups', period: '2026-05', by: 'touchpoint' }
    const { figures } = await client.figures.read({ ...asked, measure: 'difference' })
    const at = (touchpoint: string) => figures.find(({ group }) => group.touchpoint === touchpoint)!
    expect(at('shop').estimate.value).toBeCloseTo(3, 12)
    expect(at('shop').before!.value).toBeCloseTo(-3, 12)
    expect(at('shop').change!.value).toBeCloseTo(6, 12)
    expect(at('shop').verdict).toBe('moved-up')
    expect(at('web').estimate).toMatchObject({ value: null, why: 'no-answers' })
    const { figures: none } = await client.figures.read({ ...asked, measure: 'quotient' })
    expect(none[0]!.estimate).toMatchObject({ value: null, why: 'not-finite' })
  })

  it('[MEA-255] where one of its figures must stay hidden, so must the formula', async () => {
    const client = await withFormulas('few', { difference: 's - e' })
    const told = (kind: string, people: number) =>
      Array.from({ length: people }, (_, at) => ({
        ...{ kind, score: (at % 5) + 1, unit: 'north', population: 'employees' as const },
        person: `p${at}`,
      }))
    await room.tell('few', [...told('csat', 12), ...told('effort', 2)])
    const asked = { workspace: 'few', population: 'employees' as const, period: '2026-05', by: 'unit' }
    const { figures } = await client.figures.read({ ...asked, measure: 'difference' })
    expect(figures[0]!.estimate).toMatchObject({ value: null, why: 'group-too-small' })
  })

  it('[MEA-256] the evidence of a formula has the figures it is worked out from', async () => {
    const client = await withFormulas('evidence', { difference: 's - e' })
    await room.tell('evidence', answers)
    const evidence = await client.figures.evidence({
      ...{ workspace: 'evidence', measure: 'difference', period: '2026-05' },
    })
    expect(evidence.distribution).toEqual([])
    const told = evidence.operands.map(({ name, measure, figure }) => [
      name,
      measure.key,
      figure.estimate.value,
    ])
    expect(told).toEqual([
      ['s', 'satisfaction', 4.25],
      ['e', 'effort', 2.5],
    ])
  })
})

describe('what is no formula', () => {
  it('[MEA-252] is refused by name: of nothing, of another formula, with unknown names, or none at all', async () => {
    const workspace = 'refused'
    const client = await withFormulas(workspace, { first: 's - e' })
    const refused = (measure: object) =>
      client.measures.put({ ...formulaOf(workspace, 'second', 's'), ...measure }).catch(refusalOf)
    const of = (measure: string) => ({ formula: { is: 'x', of: [{ name: 'x', measure }] } })
    expect(await refused(of('nothing'))).toMatchObject({ code: 'STRATEGY_KEY_UNKNOWN' })
    expect(await refused(of('first'))).toMatchObject({ code: 'STRATEGY_KEY_UNFIT' })
    const unread = { formula: { is: 's +', of: [{ name: 's', measure: 'satisfaction' }] } }
    const twice = { formula: { is: 's', of: [unread.formula.of[0], unread.formula.of[0]] } }
    expect(await refused({ formula: undefined })).toMatchObject({ code: 'MEASUREMENT_FORMULA_MISSING' })
    expect(await refused({ method: 'mean' })).toMatchObject({ code: 'MEASUREMENT_FORMULA_UNASKED' })
    expect(await refused(unread)).toMatchObject({ code: 'MEASUREMENT_FORMULA_UNREADABLE' })
    expect(await refused(twice)).toMatchObject({ code: 'MEASUREMENT_FORMULA_NAME_TWICE' })
    const remove = client.measures.remove({ workspace, key: 'effort' }).catch(refusalOf)
    expect(await remove).toMatchObject({ code: 'STRATEGY_STILL_USED' })
  })

  it.each([
    ['en', 'is: a +', 'near'],
    ['fr', 'is: a - c', 'ne désigne aucune mesure'],
  ] as const)('[MEA-252] experience.yaml says where, in %s', (language, is, told) => {
    const text = `tutti: 1
measures:
  - { key: m, name: M, method: mean, kind: m, scale: { low: 1, high: 5 } }
  - key: f
    name: F
    method: formula
    kind: f
    scale: { low: 0, high: 1 }
    formula:
      ${is}
      of: [{ name: a, measure: m }]
`
    const { findings } = checkExperience({ text, outlines: [measureOutline], held: {}, language })
    expect(findings).toMatchObject([{ line: 10, path: 'measures[1].formula.is' }])
    expect(findings[0]!.message).toContain(told)
  })
})
