import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Measure } from '../contract.ts'
import { type MeasurementRoom, openMeasurementRoom, type Told } from '../test-measurement-room.ts'

/** Two-sided normal quantile at 95 %. */
const z = 1.959963984540054

let room: MeasurementRoom
beforeAll(async () => {
  room = await openMeasurementRoom()
})
afterAll(() => room.close())

type Defined = Omit<Measure, 'key' | 'name' | 'better'>
const nps: Defined = { method: 'nps', kind: 'nps', scale: { low: 0, high: 10 } }
const csat: Defined = { method: 'csat', kind: 'csat', scale: { low: 1, high: 5 } }

/** The figure of May 2026 after these answers were told. */
async function figureOf(workspace: string, measure: Defined, told: readonly Told[]) {
  const client = room.clientIn(workspace, 'experience-officer')
  await client.measures.put({ workspace, key: 'it', name: 'It', ...measure })
  await room.tell(workspace, told)
  const { figures } = await client.figures.read({ workspace, measure: 'it', period: '2026-05' })
  return figures[0]!
}

describe('net promoter score', () => {
  it('[MEA-1] 3 promoters and 1 detractor of 5 make +40, with 25 ± z·100·√(0.625 / 8) around it', async () => {
    const { estimate } = await figureOf('nps', nps, [
      { score: 10 }, // promoter
      { score: 9 }, // promoter
      { score: 9, touchpoint: 'wifi' }, // promoter, wherever it was asked
      { score: 8 }, // passive: counts below the line only
      { score: 6 }, // detractor
      { score: null, text: 'Lovely' }, // no score: not an answer to this question
      { score: 0, kind: 'csat' }, // another kind of question
      { score: 0, population: 'prospects' }, // not a customer
      { score: 0, on: '2026-04-30' }, // the month before
      { score: 0, on: '2026-06-01' }, // the month after
    ])
    // Adjusted: promoters (3 + ¾)/8, detractors (1 + ¾)/8; difference 0.25, variance 0.625.
    const half = z * 100 * Math.sqrt(0.625 / 8)
    expect(estimate).toMatchObject({ value: 40, n: 5, level: 0.95, method: 'nps-adjusted-wald' })
    expect(estimate.low).toBeCloseTo(25 - half, 9)
    expect(estimate.high).toBeCloseTo(25 + half, 9)
  })
})

describe('shares', () => {
  it('[MEA-2] customer satisfaction is the share of 4 and 5 of 5: 2 of 4', async () => {
    const { estimate } = await figureOf('csat', csat, [
      { kind: 'csat', score: 5 }, // satisfied
      { kind: 'csat', score: 4 }, // satisfied
      { kind: 'csat', score: 3 }, // neither
      { kind: 'csat', score: 1 }, // not satisfied
      { kind: 'csat', score: null, text: 'Not used' }, // "not applicable" is no answer
    ])
    // Wilson's formula: (2 + z²/2) / (4 + z²) ± z / (4 + z²) · √(1 + z²/4).
    expect(estimate).toMatchObject({ value: 0.5, n: 4, method: 'wilson' })
    expect(estimate.low).toBeCloseTo(0.150039, 6)
    expect(estimate.high).toBeCloseTo(0.849961, 6)
  })

  it('[MEA-3] customer effort is the share of 5, 6 and 7 of 7: 3 of 5', async () => {
    const ces: Defined = { method: 'ces', kind: 'ces', scale: { low: 1, high: 7 } }
    const { estimate } = await figureOf('ces', ces, [
      { kind: 'ces', score: 7 }, // agrees that it was easy
      { kind: 'ces', score: 6 }, // agrees
      { kind: 'ces', score: 5 }, // agrees
      { kind: 'ces', score: 4 }, // neither
      { kind: 'ces', score: 2 }, // does not
    ])
    expect(estimate).toMatchObject({ value: 0.6, n: 5 })
  })

  it('[MEA-5] a box holds both its ends: 0 and 6 are in the box from 0 to 6, 7 is not', async () => {
    const { estimate } = await figureOf('box', { ...nps, method: 'box', box: { from: 0, to: 6 } }, [
      { score: 0 }, // in, at the lower end
      { score: 6 }, // in, at the upper end
      { score: 7 }, // out
      { score: 10 }, // out
    ])
    expect(estimate).toMatchObject({ value: 0.5, n: 4 })
  })

  it('[MEA-5] a box without ends holds the highest score of the scale', async () => {
    const { estimate } = await figureOf('top-box', { ...csat, method: 'box' }, [
      { kind: 'csat', score: 5 }, // in
      { kind: 'csat', score: 4 }, // out
      { kind: 'csat', score: 4 }, // out
      { kind: 'csat', score: 1 }, // out
    ])
    expect(estimate).toMatchObject({ value: 0.25, n: 4 })
  })

  it('[MEA-6] a ratio is how often it happened of the times it could: 2 of 5', async () => {
    const kept: Defined = { method: 'ratio', kind: 'on-time', scale: { low: 0, high: 1 } }
    const { estimate } = await figureOf('ratio', kept, [
      { kind: 'on-time', score: 1 }, // happened
      { kind: 'on-time', score: 1 }, // happened
      { kind: 'on-time', score: 0 }, // could have
      { kind: 'on-time', score: 0 }, // could have
      { kind: 'on-time', score: 0 }, // could have
      { kind: 'on-time', score: null }, // could not: nothing was due
    ])
    expect(estimate).toMatchObject({ value: 0.4, n: 5, method: 'wilson' })
  })
})

describe('mean and count', () => {
  const mean: Defined = { ...csat, method: 'mean' }

  it('[MEA-4] 5, 4, 4 and 3 have the mean 4 ± 3.182446·√(2/3)/2', async () => {
    const { estimate } = await figureOf(
      'mean',
      mean,
      [5, 4, 4, 3].map((score) => ({ kind: 'csat', score })),
    )
    const half = (3.1824463052837078 * Math.sqrt(2 / 3)) / 2 // SciPy 1.17.1 t.ppf(0.975, 3) × standard error
    expect(estimate).toMatchObject({ value: 4, n: 4, method: 'mean-t' })
    expect(estimate.low).toBeCloseTo(4 - half, 9)
    expect(estimate.high).toBeCloseTo(4 + half, 9)
  })

  it('[MEA-4] one answer, or answers all alike, have a mean without interval', async () => {
    const one = await figureOf('mean-one', mean, [{ kind: 'csat', score: 2 }])
    expect(one.estimate).toMatchObject({ value: 2, low: null, high: null, why: 'one-answer' })
    const alike = await figureOf(
      'mean-alike',
      mean,
      [3, 3, 3].map((score) => ({ kind: 'csat', score })),
    )
    expect(alike.estimate).toMatchObject({ value: 3, low: null, high: null, why: 'constant' })
  })

  it('[MEA-7] a count tells the scored answers, whatever they weigh, and has no interval', async () => {
    const { estimate } = await figureOf('count', { ...nps, method: 'count' }, [
      { score: 10, weight: 0.5 }, // one answer
      { score: 3, weight: 4 }, // one answer
      { score: 3 }, // one answer
      { score: null, text: 'Hello' }, // no score
    ])
    expect(estimate).toMatchObject({ value: 3, n: 3, low: null, high: null, why: 'exact' })
    expect(estimate).not.toHaveProperty('nEffective')
  })
})

describe('weights', () => {
  it('[MEA-10] weighted answers count by weight, and their interval rests on Kish’s effective number', async () => {
    const { estimate } = await figureOf('weights', csat, [
      { kind: 'csat', score: 5, weight: 3 }, // satisfied, stands for three
      { kind: 'csat', score: 2, weight: 1 }, // not satisfied
      { kind: 'csat', score: 1, weight: 1 }, // not satisfied
      { kind: 'csat', score: 4, weight: 1 }, // satisfied
    ])
    // Weights 4 of 6; effective number (3 + 1 + 1 + 1)² / (9 + 1 + 1 + 1) = 36 / 12 = 3.
    expect(estimate.value).toBeCloseTo(4 / 6, 12)
    expect(estimate).toMatchObject({ n: 4, nEffective: 3, method: 'wilson-kish' })
    // Wilson's formula with 2 of 3: (2 + z²/2) / (3 + z²) ± z / (3 + z²) · √(2/3 + z²/4).
    expect(estimate.low).toBeCloseTo(0.2076596, 6)
    expect(estimate.high).toBeCloseTo(0.9385081, 6)
  })
})

describe('nothing answered', () => {
  it.each(['nps', 'csat', 'ces', 'mean', 'box', 'ratio', 'promise-gap'] as const)(
    '[MEA-9] %s without answers is no figure, and says that there are no answers',
    async (method) => {
      const { estimate } = await figureOf(`empty-${method}`, { ...csat, method }, [])
      expect(estimate).toMatchObject({ value: null, n: 0, low: null, high: null, why: 'no-answers' })
    },
  )

  it('[MEA-9] nothing received counts 0', async () => {
    const { estimate } = await figureOf('empty-count', { ...csat, method: 'count' }, [])
    expect(estimate).toMatchObject({ value: 0, n: 0 })
  })
})

describe('composite', () => {
  it('[MEA-114] each response counts once, with the weighted mean of its parts from 0 to 100; incomplete ones are left out', async () => {
    const seven = { low: 1, high: 7 }
    const bes: Defined = {
      ...{ method: 'composite', kind: 'brand-experience', scale: { low: 0, high: 100 } },
      parts: [{ kind: 'sensory' }, { kind: 'affective', weight: 3 }],
    }
    const said = (messageId: string, kind: string, score: number) => ({
      messageId,
      kind,
      score,
      scale: seven,
    })
    const { estimate } = await figureOf('bes', bes, [
      ...[said('a', 'sensory', 7), said('a', 'affective', 1)], // (100 + 3 × 0) / 4 = 25
      ...[said('b', 'sensory', 4), said('b', 'affective', 7)], // (50 + 3 × 100) / 4 = 87.5
      ...[said('c', 'sensory', 1), said('c', 'affective', 4)], // (0 + 3 × 50) / 4 = 37.5
      said('d', 'sensory', 7), // nothing said of the affective part
    ])
    // mean 50 of 25, 87.5 and 37.5; standard deviation √(2187.5 / 2) = 33.07; on three responses t₂ at 97.5 % is 0.95 · √(2 / (1 − 0.95²))
    expect(estimate).toMatchObject({ value: 50, n: 3, method: 'mean-t' })
    expect(estimate.high).toBeCloseTo(
      50 + (0.95 * Math.sqrt(2 / (1 - 0.95 ** 2)) * Math.sqrt(2187.5 / 2)) / Math.sqrt(3),
      9,
    )
  })
})

describe('balance', () => {
  it('[MEA-118] 3 of 5 feel well (4, 5) and 1 badly (1, 2): +40', async () => {
    const felt: Defined = {
      ...{ method: 'balance', kind: 'emotion', scale: { low: 1, high: 5 } },
      box: { from: 4, to: 5 },
    }
    const scores = [5, 4, 4, 3, 1]
    const told = scores.map((score) => ({ kind: 'emotion', score, scale: { low: 1, high: 5 } }))
    const { estimate } = await figureOf('emotion', felt, told)
    expect(estimate).toMatchObject({ value: 40, n: 5, method: 'net-box-adjusted-wald' })
    // the same counts and interval as three promoters and one detractor of five
    const half = z * 100 * Math.sqrt(0.625 / 8)
    expect(estimate.low).toBeCloseTo(25 - half, 9)
    expect(estimate.high).toBeCloseTo(25 + half, 9)
  })
})
