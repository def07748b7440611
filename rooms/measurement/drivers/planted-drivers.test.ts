import { expect, it } from 'vitest'
import { rememberedTouchpoints } from '../../../sample/sample-questions.ts'
import { covers, knownSample } from '../../../sample/test-known-sample.ts'
import { recommendationDrivers } from '../../../sample/test-listening-estimates.ts'
import type { SampleFacts } from '../../../sample/test-sample-facts.ts'
import { type DriverResponses, driversOfResponses } from './drivers-of-responses.ts'

/** Yearly answers as they are read from the warehouse: one column for each touchpoint. */
function responsesOf({ yearly }: SampleFacts): DriverResponses {
  const messages = BigUint64Array.from(yearly, (_, at) => BigInt(at) * 0x9e3779b97f4a7c15n)
  const people = new Map(yearly.map(({ person }) => [person, 0]))
  for (const [at, person] of [...people.keys()].entries()) people.set(person, at)
  return {
    hidden: false,
    asked: {
      messages,
      scores: Float64Array.from(yearly, ({ recommend }) => recommend),
      people: Uint32Array.from(yearly, ({ person }) => people.get(person)!),
      groups: new Uint16Array(yearly.length),
      weights: new Float64Array(yearly.length).fill(1),
    },
    beside: rememberedTouchpoints.map((touchpoint, slot) => ({
      ...{ kind: 'csat', touchpoint, messages },
      scores: Float64Array.from(yearly, ({ marks }) => marks[slot]!),
    })),
    groupNames: [],
    drawn: 1,
    statement: { sql: '', parameters: {} },
    ...{ figure: { from: 9, to: 10, against: { from: 0, to: 6 } }, leastPeople: 50, draws: 400, seed: 1 },
  }
}

it('[MEA-137] planted weights are found again on three samples: shares in their intervals, the idle club told apart from nothing in none', () => {
  const covered = [1, 2, 3].flatMap((seed) => {
    const { facts, truths } = knownSample(seed)
    const { found } = driversOfResponses(responsesOf(facts))
    if (typeof found === 'string') throw new Error(found)
    const { planted } = recommendationDrivers(facts, truths)
    expect(found.drivers.at(-1)!.p).toBeGreaterThan(0.01)
    expect(found.drivers.find(({ ranks }) => ranks.worst === 1)?.name).toBe('csat/advice')
    const weights = truths.drivers.weights
    for (const [slot, touchpoint] of rememberedTouchpoints.entries())
      expect(Math.abs(found.drivers[slot]!.effect.value! - weights[touchpoint]!)).toBeLessThan(0.12)
    return found.drivers.map(({ share }, slot) => covers(share, planted[slot]!))
  })
  expect(covered.filter(Boolean).length / covered.length).toBeGreaterThan(0.8)
})
