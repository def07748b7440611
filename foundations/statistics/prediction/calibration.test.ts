import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calibratedShare, isotonicCalibration } from './isotonic-calibration.ts'
import { predictionQuality } from './prediction-quality.ts'
import { reliabilityCurve } from './reliability-curve.ts'

function known<T extends object>(result: T | string): T {
  if (typeof result === 'string') throw new Error(result)
  return result
}

const people = fc.array(fc.tuple(fc.constantFrom(0.1, 0.25, 0.5, 0.8, 0.9), fc.constantFrom(0, 1)), {
  minLength: 1,
})

describe('isotonic calibration', () => {
  it('[STA-270] shares ½, 0, 1 of forecasts .2, .4, .6 pool to ⅓ and 1, by hand', () => {
    const steps = known(isotonicCalibration([0.2, 0.2, 0.4, 0.6, 0.6], [0, 1, 0, 1, 1]))
    expect(steps.from).toEqual([0.2, 0.6])
    expect(steps.share[0]).toBeCloseTo(1 / 3, 12)
    expect(steps.share[1]).toBe(1)
    expect(calibratedShare(steps, 0.05)).toBeCloseTo(1 / 3, 12)
    expect(calibratedShare(steps, 0.59)).toBeCloseTo(1 / 3, 12)
    expect(calibratedShare(steps, 0.6)).toBe(1)
  })

  it('[STA-270] never falls, keeps the overall share, and no rising steps are nearer to what happened', () => {
    fc.assert(
      fc.property(people, (list) => {
        const [forecasts, outcomes] = [list.map(([p]) => p), list.map(([, y]) => y)]
        const steps = known(isotonicCalibration(forecasts, outcomes))
        const shares = forecasts.map((p) => calibratedShare(steps, p))
        for (let i = 1; i < steps.share.length; i++)
          expect(steps.share[i]!).toBeGreaterThan(steps.share[i - 1]!)
        const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
        expect(sum(shares)).toBeCloseTo(sum(outcomes), 9)
        const loss = (values: readonly number[]) => sum(values.map((value, i) => (value - outcomes[i]!) ** 2))
        expect(loss(shares)).toBeLessThanOrEqual(loss(forecasts) + 1e-9)
      }),
    )
  })

  it('[STA-270] missing forecasts and outcomes other than 0 and 1 are refused', () => {
    expect(isotonicCalibration([], [])).toBe('no-answers')
    expect(isotonicCalibration([Number.NaN], [1])).toBe('not-finite')
    expect(isotonicCalibration([0.5], [2])).toBe('not-finite')
    expect(reliabilityCurve([1.5], [1])).toBe('not-finite')
    expect(reliabilityCurve([], [])).toBe('no-answers')
  })
})

describe('reliability curve', () => {
  it('[STA-271] two groups of two: foretold .2 and .6, seen ½ and 1, by hand', () => {
    const curve = known(reliabilityCurve([0.1, 0.3, 0.6, 0.6], [0, 1, 1, 1], { groups: 2 }))
    expect(curve.groups.map(({ meanForecast }) => meanForecast)).toEqual([0.2, 0.6])
    expect(curve.groups.map(({ observed }) => observed.value)).toEqual([0.5, 1])
    expect(curve.reliability).toBeCloseTo((0.09 + 0.16) / 2, 12)
    expect(curve.resolution).toBeCloseTo(0.0625, 12)
    expect(curve.uncertainty).toBeCloseTo(0.1875, 12)
    expect(curve.expectedError).toBeCloseTo(0.35, 12)
  })

  it('[STA-271] where each group holds one forecast, reliability − resolution + uncertainty is the Brier score', () => {
    fc.assert(
      fc.property(people, (list) => {
        const [forecasts, outcomes] = [list.map(([p]) => p), list.map(([, y]) => y)]
        fc.pre(outcomes.includes(0) && outcomes.includes(1))
        const curve = known(reliabilityCurve(forecasts, outcomes, { groups: list.length }))
        const { brier } = known(predictionQuality(forecasts, outcomes))
        expect(curve.reliability - curve.resolution + curve.uncertainty).toBeCloseTo(brier, 10)
        expect(curve.groups.reduce((sum, { observed }) => sum + observed.n, 0)).toBe(list.length)
      }),
    )
  })
})
