import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { binsOfScores } from '../score-bins.ts'
import { channelContribution } from './channel-contribution.ts'
import { directlyFollows, pingPongs } from './directly-follows.ts'
import { frictionOf, frictionOfBins } from './friction.ts'
import { alignedJourneys, alignmentFitness, optimalAlignment } from './optimal-alignment.ts'
import type { PetriNet } from './petri-net.ts'
import { tokenReplay } from './token-replay.ts'

function known<T>(result: T | string): T {
  if (typeof result === 'string') throw new Error(result)
  return result as T
}

/** Order, then pay and ship in any order, then close. */
const NET: PetriNet = {
  start: 'i',
  end: 'o',
  transitions: [
    { activity: 'order', from: ['i'], to: ['p', 's'] },
    { activity: 'pay', from: ['p'], to: ['paid'] },
    { activity: 'ship', from: ['s'], to: ['sent'] },
    { activity: 'close', from: ['paid', 'sent'], to: ['o'] },
  ],
}
const variant = (text: string, journeys = 1) => ({ activities: text.split(' '), journeys })

describe('directlyFollows', () => {
  const at = (journey: string, activity: string, minutes: number) => ({
    journey,
    activity,
    timeMs: minutes * 60_000,
  })
  const graph = directlyFollows([
    at('1', 'call', 5),
    at('1', 'open', 0),
    at('1', 'call', 9),
    at('2', 'open', 0),
    at('2', 'call', 3),
  ])

  it('[STA-220] two journeys by hand: open → call twice, mean wait 4 minutes; one journey calls again', () => {
    const edge = graph.edges.find(({ from, to }) => from === 'open' && to === 'call')
    expect(edge).toMatchObject({ count: 2, meanWaitMs: 240_000 })
    expect(graph.reworkJourneys).toEqual(new Map([['call', 1]]))
    expect(graph.starts).toEqual(new Map([['open', 2]]))
    expect(graph.variants.map(({ activities }) => activities)).toEqual([
      ['open', 'call'],
      ['open', 'call', 'call'],
    ])
    expect(graph).toMatchObject({ journeys: 2, events: 5, meanDurationMs: 360_000 })
    expect(directlyFollows([])).toMatchObject({ journeys: 0, meanDurationMs: null })
  })

  it('[STA-220] the edges of all journeys are events minus journeys', () => {
    const events = fc.array(
      fc.tuple(fc.constantFrom('1', '2', '3'), fc.constantFrom('a', 'b'), fc.integer({ min: 0, max: 50 })),
    )
    fc.assert(
      fc.property(events, (list) => {
        const any = directlyFollows(
          list.map(([journey, activity, minutes]) => at(journey, activity, minutes)),
        )
        expect(any.edges.reduce((sum, { count }) => sum + count, 0)).toBe(any.events - any.journeys)
      }),
    )
  })

  it('[STA-220] phone, mail, phone is one ping-pong', () => {
    expect(pingPongs(['phone', 'mail', 'phone', 'mail', 'shop'])).toBe(2)
    expect(pingPongs(['phone', 'phone', 'phone'])).toBe(0)
  })
})

describe('conformance', () => {
  it('[STA-221] a journey that follows the design fits; one without payment misses a token and leaves one, by hand', () => {
    expect(known(tokenReplay(NET, [variant('order ship pay close')]))).toMatchObject({
      fitness: 1,
      fittingJourneys: 1,
    })
    const broken = known(tokenReplay(NET, [variant('order ship close', 3)]))
    expect(broken).toMatchObject({ produced: 15, consumed: 15, missing: 3, remaining: 3, fittingJourneys: 0 })
    expect(broken.fitness).toBeCloseTo(0.8, 12)
    expect(tokenReplay(NET, [])).toBe('no-answers')
  })

  it('[STA-221] van der Aalst’s L_full on N1 fits wholly, and N2 has fitness 0.9504 (Process Mining, conformance chapter)', () => {
    const transitions = Object.entries({
      a: ['i', 'p1'],
      b: ['p1', 'p2'],
      c: ['p1', 'p2'],
      d: ['p2', 'p3'],
      e: ['p3', 'p4'],
      f: ['p4', 'p1'],
      g: ['p4', 'o'],
      h: ['p4', 'o'],
    }).map(([activity, [from, to]]) => ({ activity, from: [from!], to: [to!] }))
    const log = {
      acdeh: 455,
      abdeg: 191,
      adceh: 177,
      abdeh: 144,
      acdeg: 111,
      adceg: 82,
      adbeh: 56,
      acdefdbeh: 47,
      adbeg: 38,
      acdefbdeh: 33,
      acdefbdeg: 14,
      acdefdbeg: 11,
      adcefcdeh: 9,
      adcefdbeh: 8,
      adcefbdeg: 5,
      acdefbdefdbeg: 3,
      adcefdbeg: 2,
      adcefbdefbdeg: 2,
      adcefdbefbdeh: 1,
      adbefbdefdbeg: 1,
      adcefdbefcdefdbeg: 1,
    }
    const variants = Object.entries(log).map(([trace, journeys]) => ({ activities: [...trace], journeys }))
    expect(known(tokenReplay({ start: 'i', end: 'o', transitions }, variants)).fitness).toBeCloseTo(0.9504, 4)
  })

  it('[STA-222] the alignment names the promised step that was not lived and the imposed one that was not promised', () => {
    const { deviations, moves } = known(optimalAlignment(NET, ['order', 'complain', 'ship', 'close']))
    expect(deviations).toBe(2)
    expect(moves.filter(({ kind }) => kind !== 'both')).toEqual(
      expect.arrayContaining([
        { kind: 'imposed', activity: 'complain' },
        { kind: 'promised', activity: 'pay' },
      ]),
    )
  })

  it('[STA-222] fitness is 1 for a promised journey, 0 for one that shares nothing; silent steps are free', () => {
    expect(known(alignmentFitness(NET, ['order', 'pay', 'ship', 'close'])).fitness).toBe(1)
    expect(known(alignmentFitness(NET, ['x', 'y'])).fitness).toBe(0)
    const silent: PetriNet = {
      start: 'i',
      end: 'o',
      transitions: [
        { activity: null, from: ['i'], to: ['m'] },
        { activity: 'a', from: ['m'], to: ['o'] },
      ],
    }
    expect(known(optimalAlignment(silent, ['a']))).toMatchObject({ deviations: 0 })
    expect(optimalAlignment({ start: 'i', end: 'o', transitions: [] }, ['a'])).toBe('not-converged')
  })

  it('[STA-222] deviations are the edit distance to the nearest promised journey', () => {
    const promised = [
      ['order', 'pay', 'ship', 'close'],
      ['order', 'ship', 'pay', 'close'],
    ]
    const distance = (a: readonly string[], b: readonly string[]): number => {
      if (a.length === 0 || b.length === 0) return a.length + b.length
      if (a[0] === b[0]) return distance(a.slice(1), b.slice(1))
      return 1 + Math.min(distance(a.slice(1), b), distance(a, b.slice(1)))
    }
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('order', 'pay', 'ship', 'close', 'call'), { maxLength: 6 }),
        (lived) => {
          const expected = Math.min(...promised.map((path) => distance(path, lived)))
          expect(known(optimalAlignment(NET, lived)).deviations).toBe(expected)
        },
      ),
    )
  })
})

describe('channelContribution', () => {
  it('[STA-223] one channel alone carries all; two in a row carry the same, by hand', () => {
    const alone = known(channelContribution([{ channels: ['mail'], converted: 20, lost: 80 }]))
    expect(alone.conversionRate).toBeCloseTo(0.2, 12)
    expect(alone.removalEffects.get('mail')).toBeCloseTo(1, 12)
    const pair = known(channelContribution([{ channels: ['ad', 'mail'], converted: 30, lost: 10 }]))
    expect(pair.attributed.get('ad')).toBeCloseTo(15, 10)
    expect(channelContribution([])).toBe('no-answers')
    expect(channelContribution([{ channels: ['ad'], converted: 0, lost: 9 }])).toBe('zero-denominator')
  })

  it('[STA-223] attributed conversions add up to the conversions', () => {
    const path = fc.record({
      channels: fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 5 }),
      converted: fc.integer({ min: 1, max: 50 }),
      lost: fc.integer({ min: 0, max: 50 }),
    })
    fc.assert(
      fc.property(fc.array(path, { minLength: 1, maxLength: 6 }), (paths) => {
        const { attributed } = known(channelContribution(paths))
        const total = paths.reduce((sum, { converted }) => sum + converted, 0)
        expect([...attributed.values()].reduce((sum, value) => sum + value, 0)).toBeCloseTo(total, 6)
      }),
    )
  })
})

describe('friction', () => {
  it('[STA-224] 180 rough of 1,000 journeys that cost one point are 0.18 points per journey, by hand', () => {
    expect(frictionOf({ journeys: 1000, roughJourneys: 180, meanRough: 3.1, meanSmooth: 4.1 })).toBeCloseTo(
      0.18,
      12,
    )
    expect(frictionOf({ journeys: 0, roughJourneys: 0, meanRough: 0, meanSmooth: 0 })).toBeNull()
  })

  it('[STA-224] from scores it carries the interval of the difference, scaled by the share of rough journeys', () => {
    const smooth = binsOfScores([5, 4, 5, 4, 5])
    const rough = binsOfScores([2, 3, 2, 3])
    const friction = frictionOfBins(smooth, rough, { roughJourneys: 4, journeys: 10 })
    expect(friction.value).toBeCloseTo(0.4 * (4.6 - 2.5), 12)
    expect(friction.low! < friction.value! && friction.value! < friction.high!).toBe(true)
    expect(frictionOfBins(smooth, rough, { roughJourneys: 0, journeys: 0 })).toMatchObject({
      value: null,
      why: 'no-answers',
    })
    expect(frictionOfBins(smooth, [], { roughJourneys: 1, journeys: 5 })).toMatchObject({
      value: null,
      why: 'no-answers',
    })
  })
})

describe('alignedJourneys', () => {
  const journeys = ['order pay ship close', 'order ship', 'pay gift close', 'order ship'].map((text) =>
    text.split(' '),
  )

  it('[STA-222] many journeys have the alignments of each alone: 0, 2 (pay, close), 3 (order, gift, ship)', () => {
    const together = alignedJourneys(NET, journeys)
    expect(together).toEqual(journeys.map((journey) => alignmentFitness(NET, journey)))
    expect(together.map((one) => known(one).deviations)).toEqual([0, 2, 3, 2])
  })

  it('[STA-96] the share of journeys aligned rises to 1', () => {
    const shares: number[] = []
    alignedJourneys(NET, journeys, (share) => shares.push(share))
    expect(shares).toEqual([0.25, 0.5, 0.75, 1])
  })
})
