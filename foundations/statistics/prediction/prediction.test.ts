import { describe, expect, it } from 'vitest'
import { randomSource } from '../resampling/random-source.ts'
import { areaUnderCurve, areaUnderCurveError, predictionQuality } from './prediction-quality.ts'

describe('predictionQuality', () => {
  it('[STA-148] forecasts 0.1, 0.4, 0.35, 0.8 of 0, 0, 1, 1 have AUC ¾ (scikit-learn’s documented example)', () => {
    expect(areaUnderCurve([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1])).toBe(0.75)
    expect(areaUnderCurve([0.5, 0.5], [0, 1])).toBe(0.5)
    expect(areaUnderCurve([0.5, 0.5], [1, 1])).toBe('constant')
  })

  it('[STA-148] an area of 0.893 from 51 and 58 people has a standard error of 0.0325 (Hanley and McNeil’s worked example)', () => {
    expect(areaUnderCurveError(0.893, 51, 58)).toBeCloseTo(0.0325, 4)
    expect(areaUnderCurveError(0.5, 0, 3)).toBeNull()
  })

  it('[STA-148] Brier score and log loss of two forecasts, by hand', () => {
    const result = predictionQuality([0.8, 0.3], [1, 0])
    if (typeof result === 'string') throw new Error(result)
    expect(result.brier).toBeCloseTo((0.04 + 0.09) / 2, 12)
    expect(result.logLoss).toBeCloseTo(-(Math.log(0.8) + Math.log(0.7)) / 2, 12)
    expect(result.calibrationSlope).toBeNull()
    expect(predictionQuality([], [])).toBe('no-answers')
    expect(() => predictionQuality([0.1], [])).toThrow(RangeError)
  })

  it('[STA-149] forecasts that are true are calibrated; forecasts pushed to the extremes are not (seed 4)', () => {
    const random = randomSource(4)
    const logOdds = Array.from({ length: 3000 }, () => random.normal())
    const share = (x: number) => 1 / (1 + Math.exp(-x))
    const outcomes = logOdds.map((x) => (random.uniform() < share(x) ? 1 : 0))
    const honest = predictionQuality(logOdds.map(share), outcomes)
    const extreme = predictionQuality(
      logOdds.map((x) => share(3 * x)),
      outcomes,
    )
    if (typeof honest === 'string' || typeof extreme === 'string') throw new Error('not computed')
    expect(honest.isCalibrated).toBe(true)
    expect(extreme.isCalibrated).toBe(false)
    expect(Math.abs(extreme.calibrationSlope! - 1 / 3)).toBeLessThan(0.05)
    expect(honest.auc).toBeCloseTo(extreme.auc, 12)
    expect(honest.liftTopFifth).toBeGreaterThan(1.3)
  })
})
