import { expect, it } from 'vitest'
import { normalCdf } from '../../../foundations/statistics/distributions/normal.ts'
import { knownSample, timesCovered } from '../../../sample/test-known-sample.ts'
import type { Known } from '../../../sample/test-unit-estimates.ts'
import { ensembleOfMarks } from './ensemble-of-marks.ts'

/** Mean of a mark from 1 to 5 that is a felt level, rounded. */
function meanMark(level: number, sd: number): number {
  const upTo = (mark: number) => (mark >= 5 ? 1 : normalCdf((mark + 0.5 - level) / sd))
  return [1, 2, 3, 4, 5].reduce(
    (sum, mark) => sum + mark * (upTo(mark) - (mark === 1 ? 0 : upTo(mark - 1))),
    0,
  )
}

function repairsOf({ facts, truths }: Known) {
  const { journey, marks } = truths.soloist
  const names = Object.keys(marks)
  const rows = names.flatMap((name, code) =>
    facts.repairs[name]!.map((mark, person) => ({ code, mark, person })),
  )
  const sorted = rows.sort((one, other) => one.person - other.person)
  const whole = { codes: new Uint32Array(sorted.length), names: [''] }
  const cells = {
    people: Float64Array.from(sorted, ({ person }) => person),
    times: new Float64Array(sorted.length).fill(1),
    weights: new Float64Array(sorted.length).fill(1),
    marks: Float64Array.from(sorted, ({ mark }) => mark),
    touchpoints: { codes: Uint32Array.from(sorted, ({ code }) => code), names },
    ...{ channels: whole, units: whole },
  }
  const found = ensembleOfMarks({
    ...{ cells, placed: cells },
    journeys: [{ key: journey, touchpoints: names }],
    scale: { low: 1, high: 5 },
    leastPeople: 30,
    responses: null,
  })
  return found.strands.find(({ kind }) => kind === 'journey')!
}

it('[MEA-227] the planted soloist and the planted evenness of its journey are found again on three samples', () => {
  const samples = [1, 2, 3].map(knownSample)
  const { truths } = samples[0]!
  const { touchpoint, marks } = truths.soloist
  const sd = Math.hypot(truths.experience.leniency, truths.experience.moment)
  const levels = Object.values(marks).map((level) => meanMark(level, sd))
  const mean = levels.reduce((sum, one) => sum + one, 0) / levels.length
  const spread = Math.sqrt(levels.reduce((sum, one) => sum + (one - mean) ** 2, 0) / levels.length)
  for (const sample of samples)
    expect(repairsOf(sample).leader).toMatchObject({ key: touchpoint, isApart: true })
  const limits = (sample: Known) => {
    const { found } = repairsOf(sample)
    if (typeof found === 'string') throw new Error(found)
    return found.spread
  }
  expect(timesCovered(samples, spread, limits)).toBeGreaterThanOrEqual(2)
  const even = 1 - spread / Math.sqrt((mean - 1) * (5 - mean))
  expect(even).toBeGreaterThan(0.6)
})
