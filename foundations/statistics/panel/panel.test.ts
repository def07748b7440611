import { describe, expect, it } from 'vitest'
import { indicatorsOf, interceptOf } from '../regression/design-matrix.ts'
import { leastSquares } from '../regression/least-squares.ts'
import { clusterRobust, standardErrorsOf } from '../regression/sandwich.ts'
import { randomSource } from '../resampling/random-source.ts'
import { betweenUnits, fixedEffects } from './fixed-effects.ts'
import { withinPermutationP } from './within-permutation-p.ts'

function known<T>(result: T | string): T {
  if (typeof result === 'string') throw new Error(result)
  return result as T
}

/** Units whose level of x and y rise together, while within a unit y rises by 0.5 per x; one row is missing. */
function stores(units: number, periods: number, slope: number) {
  const random = randomSource(31)
  const rows = Array.from({ length: units * periods }, (_, i) => ({
    unit: Math.floor(i / periods),
    period: i % periods,
  })).slice(1)
  const x = rows.map(({ unit }) => 3 * unit + random.normal())
  const y = rows.map(
    ({ unit, period }, i) => 9 * unit + 0.3 * period + slope * (x[i]! - 3 * unit) + 0.3 * random.normal(),
  )
  return {
    y,
    predictors: [{ name: 'x', values: x }],
    units: rows.map(({ unit }) => unit),
    periods: rows.map(({ period }) => period),
  }
}

describe('fixedEffects', () => {
  const panel = stores(12, 6, 0.5)
  const fit = known(fixedEffects(panel))

  it('[STA-146] finds the slope within units, which the raw slope and the slope between units hide', () => {
    expect(Math.abs(fit.coefficients[0]!.value - 0.5)).toBeLessThan(0.15)
    expect(known(betweenUnits(panel)).coefficients[1]!).toBeGreaterThan(2.5)
    expect(fit).toMatchObject({ units: 12, periods: 6, n: 71, degreesOfFreedom: 71 - 1 - 12 - 5 })
  })

  it('[STA-146] equals the dummy regression in coefficient and CR1 error, in an unbalanced panel too', () => {
    const dummies = [...indicatorsOf('unit', panel.units), ...indicatorsOf('period', panel.periods)]
    const full = known(leastSquares(panel.y, [interceptOf(71), ...panel.predictors, ...dummies]))
    expect(fit.coefficients[0]!.value).toBeCloseTo(full.coefficients[1]!, 8)
    expect(fit.coefficients[0]!.classicalError).toBeCloseTo(full.standardErrors[1]!, 8)
    const robust = clusterRobust(full, panel.units, 'CR1').covariance
    expect(fit.coefficients[0]!.standardError).toBeCloseTo(standardErrorsOf(robust)[1]!, 8)
  })

  it('[STA-146] one unit, or no observation to spare, is refused', () => {
    expect(fixedEffects({ ...panel, units: panel.units.map(() => 1) })).toBe('too-few')
    expect(fixedEffects({ y: [1, 2], predictors: [{ name: 'x', values: [1, 2] }], units: [1, 2] })).toBe(
      'too-few',
    )
  })

  it('[STA-147] the permutation p is small for a planted slope and not for none', () => {
    expect(known(withinPermutationP(panel, { draws: 199, seed: 1 }))).toBeLessThan(0.02)
    expect(known(withinPermutationP(stores(12, 6, 0), { draws: 199, seed: 1 }))).toBeGreaterThan(0.02)
  })
})
