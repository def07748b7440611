import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Figure, FigureFilter } from '../contract.ts'
import { type MeasurementRoom, openMeasurementRoom, type Told, times } from '../test-measurement-room.ts'

const experience = `tutti: 1
platform: { name: Airport, ambition: Calm, pillars: [ { key: calm, name: Calm } ] }
teams: [ { key: it, name: IT } ]
units:
  - { key: west, name: West }
  - { key: sfo, name: San Francisco, parent: west }
  - { key: oak, name: Oakland, parent: west }
  - { key: east, name: East }
measures:
  - { key: nps, name: NPS, method: nps, kind: nps, scale: { low: 0, high: 10 } }
  - { key: csat, name: Satisfied, method: csat, kind: csat, scale: { low: 1, high: 5 } }
  - { key: csat-mean, name: Satisfaction, method: mean, kind: csat, scale: { low: 1, high: 5 } }
  - { key: poor, name: Poor, method: box, kind: csat, scale: { low: 1, high: 5 }, box: { from: 1, to: 2 }, better: lower }
  - { key: heard, name: Heard, method: count, kind: csat, scale: { low: 1, high: 5 } }
  - { key: gap, name: Gap, method: promise-gap, kind: csat, scale: { low: 1, high: 5 }, of: csat-mean }
touchpoints:
  - { key: wifi, name: Wi-Fi, promise: { statement: Fast, measure: csat-mean, target: 4.5 } }
  - { key: desk, name: Desk, promise: { statement: Kind, measure: csat-mean, target: 3 } }
  - { key: lounge, name: Lounge }
standards:
  - { key: sure, name: Sure, touchpoint: wifi, measure: csat, threshold: 0.7 }
  - { key: near, name: Near, touchpoint: wifi, measure: csat, threshold: 0.8 }
  - { key: far, name: Far, touchpoint: wifi, measure: csat, threshold: 0.9 }
  - { key: few-poor, name: Few poor, touchpoint: wifi, measure: poor, threshold: 0.3 }
  - { key: no-poor, name: None poor, touchpoint: wifi, measure: poor, threshold: 0.1 }
  - { key: enough, name: Enough, touchpoint: wifi, measure: heard, threshold: 100 }
  - { key: warm, name: Warm, touchpoint: lounge, measure: csat-mean, threshold: 4 }
`

let room: MeasurementRoom
let stories = 0
let workspace: string
let client: ReturnType<MeasurementRoom['clientIn']>

beforeAll(async () => {
  room = await openMeasurementRoom()
})
afterAll(() => room.close())
beforeEach(async () => {
  workspace = `story-${stories++}`
  client = room.clientIn(workspace, 'experience-officer')
  await client.experience.apply({ workspace, yaml: experience })
})

type Asked = Partial<FigureFilter> & { measure?: string; by?: string; compare?: 'before' | 'rest' | 'none' }

async function figuresOf(asked: Asked) {
  return client.figures.read({ workspace, period: '2026-05', compare: 'none', ...asked })
}

/** Values by group, e.g. `{ 'wifi 2026-05': 0.5 }`. */
function valuesOf(figures: readonly Figure[]) {
  return Object.fromEntries(
    figures.map(({ group, estimate }) => [Object.values(group).join(' ') || 'whole', estimate.value]),
  )
}

/** An answer about satisfaction. */
function csat(score: number, told: Told = {}): Told {
  return { kind: 'csat', score, ...told }
}

describe('which answers a figure counts', () => {
  it('[MEA-20] those of its kind, days and population in its workspace, and no others', async () => {
    await room.tell(workspace, [
      csat(5, { on: '2026-05-01' }), // the first day counts
      csat(1, { on: '2026-05-31' }), // and the last
      csat(1, { on: '2026-04-30' }), // the day before does not
      csat(1, { on: '2026-06-01' }), // nor the day after
      csat(1, { population: 'prospects' }), // nor another population
      { kind: 'nps', score: 1 }, // nor another kind
    ])
    await room.tell(`${workspace}-other`, [csat(1)]) // nor another workspace
    expect((await figuresOf({ measure: 'csat' })).figures[0]!.estimate).toMatchObject({ value: 0.5, n: 2 })
    const prospects = await figuresOf({ measure: 'csat', population: 'prospects' })
    expect(prospects.figures[0]!.estimate).toMatchObject({ value: 0, n: 1 })
  })

  it('[MEA-21] those of a unit and of all that belong to it', async () => {
    await room.tell(workspace, [
      csat(5, { unit: 'west' }), // given at the region itself
      csat(5, { unit: 'sfo' }), // belongs to it
      csat(1, { unit: 'oak' }), // belongs to it
      csat(1, { unit: 'east' }), // does not
      csat(1, { unit: 'elsewhere' }), // nobody declared it
    ])
    const west = await figuresOf({ measure: 'csat', unit: 'west' })
    expect(west.figures[0]!.estimate.n).toBe(3)
    expect(valuesOf((await figuresOf({ measure: 'csat', unit: 'west', by: 'unit' })).figures)).toEqual({
      oak: 0,
      sfo: 1,
      west: 1,
    })
  })

  it('[MEA-22] those of a segment, as people were when they answered', async () => {
    await room.tell(workspace, [
      csat(5, { segments: { trip: 'business', age: 'young' } }), // both
      csat(1, { segments: { trip: 'business', age: 'old' } }), // business only
      csat(4, { segments: { trip: 'leisure', age: 'young' } }), // young only
      csat(1), // no segment at all
    ])
    const business = await figuresOf({ measure: 'csat', segment: 'trip:business' })
    expect(business.figures[0]!.estimate).toMatchObject({ value: 0.5, n: 2 })
    expect(business.queries[0]!.source).toBe('roll-up')
    const byTrip = await figuresOf({ measure: 'csat', by: 'segment:trip' })
    expect(valuesOf(byTrip.figures)).toEqual({ business: 0.5, leisure: 1 })
    const youngByTrip = await figuresOf({ measure: 'csat', by: 'segment:trip', segment: 'age:young' })
    expect(valuesOf(youngByTrip.figures)).toEqual({ business: 1, leisure: 1 })
    expect(youngByTrip.queries[0]!.source).toBe('raw')
  })

  it('[MEA-22] those of a touchpoint', async () => {
    await room.tell(workspace, [
      csat(5, { touchpoint: 'wifi' }), // asked at the Wi-Fi
      csat(1, { touchpoint: 'desk' }), // asked at the desk
    ])
    const wifi = await figuresOf({ measure: 'csat', touchpoint: 'wifi' })
    expect(wifi.figures[0]!.estimate).toMatchObject({ value: 1, n: 1 })
  })

  it('[MEA-26] two groupings give a figure where they cross, and none where nobody answered', async () => {
    await room.tell(workspace, [
      csat(5, { touchpoint: 'wifi', on: '2026-04-02' }), // Wi-Fi in April
      csat(1, { touchpoint: 'wifi', on: '2026-05-02' }), // Wi-Fi in May
      csat(1, { touchpoint: 'wifi', on: '2026-05-03' }), // and again
      csat(4, { touchpoint: 'desk', on: '2026-05-02' }), // the desk in May, never in April
    ])
    const { figures } = await figuresOf({ measure: 'csat', period: '2026-q2', by: 'touchpoint,month' })
    expect(valuesOf(figures)).toEqual({ 'desk 2026-05': 1, 'wifi 2026-04': 1, 'wifi 2026-05': 0 })
  })

  it('[MEA-26] measures asked for together each have their figure; without names all are answered', async () => {
    await room.tell(workspace, [csat(5), { kind: 'nps', score: 10 }])
    const some = await figuresOf({ measure: 'csat,nps' })
    expect(some.figures.map(({ measure }) => measure)).toEqual(['nps', 'csat'])
    expect((await figuresOf({})).figures).toHaveLength(6)
  })
})

describe('compared with the period before', () => {
  it('[MEA-40] the change is now minus before', async () => {
    await room.tell(workspace, [
      csat(5, { on: '2026-05-02' }), // now: 2 of 2
      csat(4, { on: '2026-05-03' }),
      csat(5, { on: '2026-04-02' }), // before: 1 of 4
      csat(1, { on: '2026-04-03' }),
      csat(1, { on: '2026-04-04' }),
      csat(1, { on: '2026-04-05' }),
      csat(5, { on: '2026-03-31' }), // the period before that counts in neither
    ])
    const answered = await figuresOf({ measure: 'csat', compare: 'before' })
    expect(answered.before).toEqual({ name: '2026-04', from: '2026-04-01', to: '2026-04-30' })
    const [figure] = answered.figures
    expect(figure!.before).toMatchObject({ value: 0.25, n: 4 })
    expect(figure!.change).toMatchObject({ value: 0.75, n: 2, method: 'newcombe-difference' })
  })

  it('[MEA-40] without comparison there is no change, no verdict and no period before', async () => {
    await room.tell(workspace, [csat(5)])
    const { figures, before, comparisons } = await figuresOf({ measure: 'csat' })
    expect({ before, comparisons }).toEqual({ before: null, comparisons: 0 })
    expect(figures[0]).toMatchObject({ before: null, change: null, verdict: null })
  })

  it('[MEA-41] [MEA-42] a change that alone would be a signal is noise among five tested together', async () => {
    await room.tell(workspace, [
      ...shares('up', { now: [90, 100], before: [50, 100] }),
      ...shares('down', { now: [50, 100], before: [90, 100] }),
      ...shares('same', { now: [50, 100], before: [50, 100] }),
      ...shares('thin', { now: [9, 9], before: [50, 100] }), // nine answers say nothing
      ...shares('border', { now: [64, 100], before: [50, 100] }), // p is between 0.04 and 0.05
      ...shares('new', { now: [50, 50], before: [0, 0] }), // nothing to compare with
      ...shares('gone', { now: [0, 0], before: [50, 50] }), // nothing left to compare
    ])
    const asked = { measure: 'csat', compare: 'before' } as const
    const { figures, comparisons } = await figuresOf({ ...asked, by: 'touchpoint' })
    expect(comparisons).toBe(5)
    expect(Object.fromEntries(figures.map(({ group, verdict }) => [group.touchpoint, verdict]))).toEqual({
      up: 'moved-up',
      down: 'moved-down',
      same: 'noise',
      thin: 'too-thin',
      border: 'noise', // third smallest of five: 0.045 × 5 / 3 is above 0.05
      new: null,
      gone: null,
    })
    const alone = await figuresOf({ ...asked, touchpoint: 'border' })
    expect(alone.comparisons).toBe(1)
    expect(alone.figures[0]!.verdict).toBe('moved-up')
  })

  it('[MEA-43] a count changes without interval, and no verdict is given on it', async () => {
    await room.tell(workspace, [csat(5), csat(4), csat(1), csat(3, { on: '2026-04-02' })])
    const { figures, comparisons } = await figuresOf({ measure: 'heard', compare: 'before' })
    expect(figures[0]).toMatchObject({ change: { value: 2, low: null, why: 'exact' }, verdict: null })
    expect(comparisons).toBe(0)
  })
})

/** Satisfied answers of all answers at a touchpoint, in May and in April. */
function shares(touchpoint: string, counts: Record<'now' | 'before', readonly [number, number]>): Told[] {
  const days = { now: '2026-05-10', before: '2026-04-10' }
  return (['now', 'before'] as const).flatMap((when) => {
    const [satisfied, all] = counts[when]
    return [
      ...times(satisfied, csat(5, { touchpoint, on: days[when] })),
      ...times(all - satisfied, csat(1, { touchpoint, on: days[when] })),
    ]
  })
}

describe('promises', () => {
  const lived: Told[] = [
    csat(4, { touchpoint: 'wifi' }), // mean 4 of a promised 4.5
    csat(5, { touchpoint: 'wifi' }),
    csat(3, { touchpoint: 'wifi' }),
    csat(4, { touchpoint: 'wifi' }),
    csat(5, { touchpoint: 'desk' }), // mean 4.5 of a promised 3
    csat(4, { touchpoint: 'desk' }),
    csat(1, { touchpoint: 'lounge' }), // promises nothing
  ]

  it('[MEA-50] the gap is lived minus promise, in the measure that the promise names and in no other', async () => {
    await room.tell(workspace, lived)
    const { figures } = await figuresOf({ measure: 'csat-mean', by: 'touchpoint' })
    const at = (key: string) => figures.find(({ group }) => group.touchpoint === key)!
    expect(at('wifi')).toMatchObject({ promise: 4.5, gap: { value: -0.5, n: 4, method: 'gap-to-constant' } })
    const { estimate, gap } = at('wifi')
    expect([gap!.low, gap!.high]).toEqual([estimate.low! - 4.5, estimate.high! - 4.5])
    expect(at('desk')).toMatchObject({ promise: 3, gap: { value: 1.5 } })
    expect(at('lounge')).toMatchObject({ promise: null, gap: null })
    const shares = await figuresOf({ measure: 'csat', touchpoint: 'wifi' })
    expect(shares.figures[0]).toMatchObject({ promise: null, gap: null })
  })

  it('[MEA-8] the promise gap averages −0.5 and 1.5 to 0.5, each touchpoint counting the same', async () => {
    await room.tell(workspace, lived)
    const [gap] = (await figuresOf({ measure: 'gap' })).figures
    const byTouchpoint = (await figuresOf({ measure: 'csat-mean', by: 'touchpoint' })).figures
    const gaps = byTouchpoint.flatMap((figure) => (figure.gap ? [figure.gap] : []))
    expect(gap!.estimate).toMatchObject({ value: 0.5, n: 6, method: 'mean-of-gaps' })
    expect(gap!.estimate.low).toBeCloseTo((gaps[0]!.low! + gaps[1]!.low!) / 2, 12)
    expect(gap!.estimate.high).toBeCloseTo((gaps[0]!.high! + gaps[1]!.high!) / 2, 12)
  })

  it('[MEA-8] the promise gap of a group rests on the touchpoints of that group', async () => {
    await room.tell(workspace, [
      csat(4, { touchpoint: 'wifi', unit: 'sfo' }), // −0.5 at the Wi-Fi
      csat(4, { touchpoint: 'desk', unit: 'sfo' }), // +1 at the desk
      csat(5, { touchpoint: 'wifi', unit: 'oak' }), // +0.5
    ])
    expect(valuesOf((await figuresOf({ measure: 'gap', by: 'unit' })).figures)).toEqual({
      sfo: 0.25,
      oak: 0.5,
    })
    const byTouchpoint = await figuresOf({ measure: 'gap', by: 'touchpoint' })
    expect(valuesOf(byTouchpoint.figures)).toEqual({ wifi: 0, desk: 1 })
  })

  it('[MEA-44] its change looks at touchpoints with a gap in both periods only', async () => {
    await room.tell(workspace, [
      csat(5, { touchpoint: 'wifi', on: '2026-05-02' }), // now 0.5 ahead
      csat(5, { touchpoint: 'desk', on: '2026-05-02' }), // not asked before: left out of the change
      csat(4, { touchpoint: 'wifi', on: '2026-04-02' }), // before 0.5 short
    ])
    const [figure] = (await figuresOf({ measure: 'gap', compare: 'before' })).figures
    expect(figure).toMatchObject({ estimate: { value: 1.25 }, before: { value: -0.5 }, change: { value: 1 } })
  })
})

describe('standards', () => {
  it('[MEA-51] are met, at risk or missed by the side on which the interval lies, and unmeasured without answers', async () => {
    // 80 of 100 satisfied, 20 poor: Wilson 0.711 to 0.867 and 0.133 to 0.289.
    await room.tell(workspace, shares('wifi', { now: [80, 100], before: [0, 0] }))
    const statesOf = async (touchpoint: string) => {
      const { figures } = await figuresOf({ touchpoint })
      const standards = figures.flatMap((figure) => figure.standards)
      return Object.fromEntries(standards.map(({ key, state }) => [key, state]))
    }
    expect(await statesOf('wifi')).toEqual({
      sure: 'met', // 0.7 lies below the interval
      near: 'at-risk', // 0.8 inside
      far: 'missed', // 0.9 above
      'few-poor': 'met', // the lower the better: 0.3 lies above the interval
      'no-poor': 'missed', // 0.1 below
      enough: 'met', // a count is exact
    })
    expect(await statesOf('lounge')).toEqual({ warm: 'unmeasured' })
  })

  it('[MEA-51] one answer shows no side: a mean without interval is at risk', async () => {
    await room.tell(workspace, [csat(5, { touchpoint: 'lounge' })])
    const [figure] = (await figuresOf({ measure: 'csat-mean', touchpoint: 'lounge' })).figures
    expect(figure!.standards.map(({ state }) => state)).toEqual(['at-risk'])
  })

  it('[MEA-52] stand beside figures of their own touchpoint and measure only', async () => {
    await room.tell(workspace, [csat(5, { touchpoint: 'wifi' }), csat(5, { touchpoint: 'desk' })])
    const { figures } = await figuresOf({ by: 'touchpoint' })
    const named = figures.flatMap(({ measure, group, standards }) =>
      standards.map(({ key }) => `${measure} ${group.touchpoint} ${key}`),
    )
    expect(named).toEqual([
      'csat wifi sure',
      'csat wifi near',
      'csat wifi far',
      'poor wifi few-poor',
      'poor wifi no-poor',
      'heard wifi enough',
    ])
    expect((await figuresOf({ measure: 'csat' })).figures[0]!.standards).toEqual([])
  })
})

describe('compared with the rest', () => {
  const told = [
    ...times(10, csat(5, { unit: 'sfo', segments: { trip: 'work' } })),
    ...times(2, csat(1, { unit: 'oak', segments: { trip: 'work' } })),
    ...times(12, csat(1, { unit: 'east', segments: { trip: 'holiday' } })),
    ...times(3, csat(5, { unit: 'east', segments: { trip: 'work' } })),
    csat(1, { unit: 'elsewhere' }), // a unit nobody stated is no other unit
  ]

  it.each([
    ['a region, its units against all others', { unit: 'west' }, [10 / 12, 12], [3 / 15, 15]],
    ['a unit', { unit: 'sfo' }, [1, 10], [3 / 17, 17]],
    ['a segment, against its other values', { segment: 'trip:work' }, [13 / 15, 15], [0, 12]],
    ['a segment in a unit, against it elsewhere', { unit: 'sfo', segment: 'trip:work' }, [1, 10], [3 / 5, 5]],
  ] as const)('[MEA-109] %s', async (_, filter, [value, n], [others, nOthers]) => {
    await room.tell(workspace, told)
    const { figures } = await figuresOf({ measure: 'csat', compare: 'rest', ...filter })
    expect(figures).toHaveLength(1)
    expect(figures[0]).toMatchObject({ group: {}, estimate: { n }, before: { n: nOthers } })
    expect(figures[0]!.estimate.value).toBeCloseTo(value, 12)
    expect(figures[0]!.before!.value).toBeCloseTo(others, 12)
    expect(figures[0]!.change!.value).toBeCloseTo(value - others, 12)
  })

  it('[MEA-109] the whole has no rest', async () => {
    await room.tell(workspace, told)
    const { figures } = await figuresOf({ measure: 'csat', compare: 'rest' })
    expect(figures[0]).toMatchObject({ estimate: { n: 28 }, before: null, change: null, verdict: null })
  })

  it('[MEA-109] of a promise gap, the others are asked at their own touchpoints', async () => {
    await room.tell(workspace, [
      ...times(10, csat(5, { unit: 'sfo', touchpoint: 'wifi' })),
      ...times(10, csat(3, { unit: 'east', touchpoint: 'wifi' })),
    ])
    const { figures } = await figuresOf({ measure: 'gap', compare: 'rest', unit: 'sfo' })
    expect(figures[0]).toMatchObject({ estimate: { value: 0.5 }, before: { value: -1.5 } })
  })
})

describe('employees', () => {
  it('[MEA-60] a group of four is null with its reason, now and before, and nothing is said of its change', async () => {
    const people = (count: number, unit: string, on: string) =>
      Array.from({ length: count }, (_, index) =>
        csat(5, { population: 'employees', unit, on, person: `${unit}-${index}` }),
      )
    await room.tell(workspace, [
      ...people(12, 'sfo', '2026-05-10'), // enough people
      ...people(4, 'oak', '2026-05-10'), // too few
      ...people(6, 'east', '2026-05-10'), // hidden too, or Oakland would be the rest
      ...people(12, 'sfo', '2026-04-10'),
      ...people(4, 'oak', '2026-04-10'),
      ...people(6, 'east', '2026-04-10'),
    ])
    const asked = { population: 'employees', measure: 'csat,gap', by: 'unit', compare: 'before' } as const
    const { figures } = await figuresOf(asked)
    const hidden = { value: null, n: 0, low: null, high: null, why: 'group-too-small' }
    for (const unit of ['oak', 'east']) {
      for (const measure of ['csat', 'gap']) {
        const figure = figures.find((each) => each.measure === measure && each.group.unit === unit)
        expect(figure).toMatchObject({ estimate: hidden, before: hidden, change: null, verdict: null })
      }
    }
    const shown = figures.find(({ measure, group }) => measure === 'csat' && group.unit === 'sfo')
    expect(shown).toMatchObject({ estimate: { value: 1, n: 12 }, before: { n: 12 }, verdict: 'noise' })
  })
})
