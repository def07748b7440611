import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ComposedGroup, meanComposition } from './mean-composition.ts'
import { meanOfBins } from './mean-of-bins.ts'

const bins = (counts: Readonly<Record<number, number>>) =>
  Object.entries(counts).map(([score, n]) => ({ score: Number(score), n, weight: n, weightSquared: n }))

/** Four groups, one of them gone and one new. */
const groups: readonly ComposedGroup[] = [
  { now: bins({ 1: 5, 3: 10, 5: 25 }), before: bins({ 1: 10, 3: 10, 5: 10 }) },
  { now: bins({ 1: 20, 3: 10, 5: 10 }), before: bins({ 1: 5, 3: 10, 5: 15 }) },
  { now: bins({ 2: 8, 4: 12 }), before: [] },
  { now: [], before: bins({ 3: 6, 5: 4 }) },
]

/** Values by hand and standard errors of 40,000 resamples of both periods, in NumPy. */
const witness = [
  { pull: [0.304, 0.07175], level: [0.414286, 0.15783], mix: [-0.005143, 0.01913] },
  { pull: [-0.296, 0.07605], level: [-0.483333, 0.16318], mix: [0.006762, 0.02252] },
  { pull: [-0.008, 0.04682], level: [0, 0], mix: [-0.024, 0.0465] },
  { pull: [0, 0], level: [0, 0], mix: [-0.068571, 0.04828] },
] as const

test('[STA-318] what groups bring, and what their level and share did, has the values and errors of resampling', () => {
  const { parts } = meanComposition(groups)
  for (const [at, { pull, level, mix }] of witness.entries()) {
    const part = parts[at]!
    const told = [
      [part.pull, pull],
      [part.levelEffect, level],
      [part.mixEffect, mix],
    ] as const
    for (const [{ value, low, high }, [expected, error]] of told) {
      expect(value).toBeCloseTo(expected, 6)
      const own = (high! - low!) / 2 / 1.959964
      expect(Math.abs(own - error)).toBeLessThan(0.05 * error + 1e-9)
    }
  }
})

test('[STA-318] parts add up: pulls to nothing, level and share to the change of the mean, whatever the groups', () => {
  const scores = fc.dictionary(fc.constantFrom('1', '2', '3', '4', '5'), fc.integer({ min: 1, max: 30 }))
  const group = fc.record({ now: scores.map(bins), before: scores.map(bins) })
  fc.assert(
    fc.property(fc.array(group, { minLength: 1, maxLength: 6 }), (some) => {
      const [now, before] = (['now', 'before'] as const).map((period) =>
        meanOfBins(some.flatMap((one) => one[period])),
      )
      const { parts, level, mix } = meanComposition(some)
      if (now!.value === null || before!.value === null) {
        expect(parts.every(({ levelEffect }) => levelEffect.value === null)).toBe(true)
        return
      }
      expect(parts.reduce((sum, { pull }) => sum + pull.value!, 0)).toBeCloseTo(0, 9)
      expect(level + mix).toBeCloseTo(now!.value! - before!.value!, 9)
      expect(parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9)
    }),
  )
})

test('[STA-318] a lone answer has no limits and no answer no figure', () => {
  const [part] = meanComposition([{ now: bins({ 4: 1 }), before: [] }]).parts
  expect(part!.pull).toMatchObject({ value: 0, low: null, why: 'one-answer' })
  expect(part!.levelEffect).toMatchObject({ value: null, why: 'no-answers', p: null })
})
