import { describe, expect, it } from 'vitest'
import { seasonalDecomposition } from './seasonal-decomposition.ts'

/** Nine years of quarters with a season that grows; the eleventh quarter is an outlier. */
const quarters = [
  23.15, 19.17, 16.1, 22.53, 23.75, 19.5, 16.23, 23.07, 24.35, 19.83, 60, 23.6, 24.95, 20.17, 16.5, 24.13,
  25.55, 20.5, 16.63, 24.67, 26.15, 20.83, 16.77, 25.2, 26.75, 21.17, 16.9, 25.73, 27.35, 21.5, 17.03, 26.27,
  27.95, 21.83, 17.17, 26.8,
]

function partsAt(place: number, options: Parameters<typeof seasonalDecomposition>[2]): number[] {
  const parts = seasonalDecomposition(quarters, 4, options)
  if (typeof parts === 'string') throw new Error(parts)
  return [parts.seasonal, parts.trend, parts.remainder].map((part) => part[place]!)
}

describe('a season that changes', () => {
  it.each([
    [0, [0.973965400395, 20.9000961041, 1.275938495496]],
    [10, [2.738614090227, 30.9080536601, 26.353332249682]],
    [35, [3.038972846538, 23.540559395, 0.220467758454]],
  ])(
    '[STA-217] quarter %i with seven cycles smoothed together (R 4.2.2 stl(s.window = 7))',
    (place, expected) => {
      partsAt(place, { seasonalWindow: 7 }).forEach((part, i) => {
        expect(part).toBeCloseTo(expected[i]!, 8)
      })
    },
  )

  it.each([
    [0, [3.39343439521, 19.9988861058, -0.242320501043]],
    [10, [-4.83113054893, 21.0693925849, 43.761737964013]],
    [35, [2.95835556399, 23.6755840423, 0.166060393682]],
  ])(
    '[STA-217] quarter %i with the outlier held down (R 4.2.2 stl(robust = TRUE, outer = 3))',
    (place, expected) => {
      partsAt(place, { seasonalWindow: 7, outerLoops: 3 }).forEach((part, i) => {
        expect(part).toBeCloseTo(expected[i]!, 8)
      })
    },
  )

  it('[STA-217] a period that is no whole number of two or more is refused', () => {
    expect(() => seasonalDecomposition(quarters, 1.5)).toThrow('the period is 1.5')
  })
})
