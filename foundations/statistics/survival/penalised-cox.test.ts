import { describe, expect, it } from 'vitest'
import { randomSource } from '../resampling/random-source.ts'
import { coxRegression } from './cox-regression.ts'
import { penalisedCox } from './penalised-cox.ts'

function known<T extends object>(result: T | string): T {
  if (typeof result === 'string') throw new Error(result)
  return result
}

/** Twelve customers; all four who left had had a bad experience. */
const separated = {
  stop: [2, 3, 3, 5, 6, 8, 8, 9, 10, 12, 12, 12],
  event: [1, 1, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0],
}
const bad = { name: 'bad', values: [1, 1, 1, 1, 0, 1, 0, 0, 1, 0, 0, 0] }

describe('penalisedCox', () => {
  it('[STA-310] where all who left are of one kind it gives 2.7212 (0.4461 to 7.6167), p 0.0155, as R; Cox regression refuses', () => {
    expect(coxRegression(separated, [bad])).toBe('not-converged')
    const [hazard] = known(penalisedCox(separated, [bad])).hazards
    expect(hazard!.coefficient).toBeCloseTo(2.72121945, 6)
    expect(hazard!.low).toBeCloseTo(0.446139704, 6)
    expect(hazard!.high).toBeCloseTo(7.616713711, 6)
    expect(hazard!.p).toBeCloseTo(0.01546116, 7)
  })

  it('[STA-310] p is below 1 − level exactly when the profile interval excludes 0', () => {
    const random = randomSource(4)
    for (let sample = 0; sample < 40; sample++) {
      const x = Array.from({ length: 24 }, () => random.index(2))
      const rows = {
        stop: x.map((value) => 1 + Math.round((10 * -Math.log(1 - random.uniform())) / (1 + value))),
        event: x.map(() => Number(random.uniform() < 0.5)),
      }
      const fit = penalisedCox(rows, [{ name: 'x', values: x }])
      if (typeof fit === 'string') continue
      const { low, high, p } = fit.hazards[0]!
      if (low !== null && high !== null) expect(p < 0.05).toBe(low > 0 || high < 0)
    }
  })

  it('[STA-310] with many events the penalty no longer matters', () => {
    const random = randomSource(5)
    const x = Array.from({ length: 600 }, () => random.normal())
    const rows = {
      stop: x.map((value) => -Math.log(1 - random.uniform()) / Math.exp(0.5 * value)),
      event: x.map(() => 1),
    }
    const plain = known(coxRegression(rows, [{ name: 'x', values: x }]))
    const [hazard] = known(penalisedCox(rows, [{ name: 'x', values: x }])).hazards
    expect(Math.abs(hazard!.coefficient - plain.coefficients[0]!)).toBeLessThan(0.002)
  })

  it('[STA-310] no events, a covariate that repeats another, and a starved search are refused', () => {
    expect(penalisedCox({ ...separated, event: separated.event.map(() => 0) }, [bad])).toBe('too-few')
    expect(penalisedCox(separated, [bad, { name: 'again', values: bad.values.map((v) => 2 * v) }])).toBe(
      'collinear',
    )
    expect(penalisedCox(separated, [bad], { mostIterations: 1 })).toBe('not-converged')
  })
})
