import { describe, expect, it } from 'vitest'
import { cumulativeLogit } from './cumulative-logit.ts'
import { indicatorsOf, interceptOf, type Predictor } from './design-matrix.ts'
import { firthLogistic } from './firth-logistic.ts'
import { fitQuality } from './fit-quality.ts'
import { generalisedLinearModel } from './generalised-linear-model.ts'
import { coefficientOf, leastSquares } from './least-squares.ts'
import { cloglogFamily, logitFamily, poissonFamily, probitFamily } from './likelihood-families.ts'
import { clusterRobust, neweyWest, robustHc3, standardErrorsOf } from './sandwich.ts'

function fitted<T extends object>(result: T | string): T {
  if (typeof result === 'string') throw new Error(result)
  return result
}

const LONGLEY = {
  y: [
    60323, 61122, 60171, 61187, 63221, 63639, 64989, 63761, 66019, 67857, 68169, 66513, 68655, 69564, 69331,
    70551,
  ],
  x1: [83, 88.5, 88.2, 89.5, 96.2, 98.1, 99, 100, 101.2, 104.6, 108.4, 110.8, 112.6, 114.2, 115.7, 116.9],
  x2: [
    234289, 259426, 258054, 284599, 328975, 346999, 365385, 363112, 397469, 419180, 442769, 444546, 482704,
    502601, 518173, 554894,
  ],
  x3: [2356, 2325, 3682, 3351, 2099, 1932, 1870, 3578, 2904, 2822, 2936, 4681, 3813, 3931, 4806, 4007],
  x4: [1590, 1456, 1616, 1650, 3099, 3594, 3547, 3350, 3048, 2857, 2798, 2637, 2552, 2514, 2572, 2827],
  x5: [
    107608, 108632, 109773, 110929, 112075, 113270, 115094, 116219, 117388, 118734, 120445, 121950, 123366,
    125368, 127852, 130081,
  ],
  x6: Array.from({ length: 16 }, (_, i) => 1947 + i),
}
const named = (name: string, values: readonly number[]): Predictor => ({ name, values })
const longley = fitted(
  leastSquares(LONGLEY.y, [
    interceptOf(16),
    named('x1', LONGLEY.x1),
    named('x2', LONGLEY.x2),
    named('x3', LONGLEY.x3),
    named('x4', LONGLEY.x4),
    named('x5', LONGLEY.x5),
    named('x6', LONGLEY.x6),
  ]),
)

describe('leastSquares', () => {
  it.each([
    ['(Intercept)', -3482258.63459582, 890420.383607373],
    ['x1', 15.0618722713733, 84.9149257747669],
    ['x2', -0.03581917929259, 0.0334910077722432],
    ['x3', -2.02022980381683, 0.488399681651699],
    ['x4', -1.03322686717359, 0.214274163161675],
    ['x5', -0.0511041056535807, 0.22607320006937],
    ['x6', 1829.15146461355, 455.478499142212],
  ])(
    '[STA-100] %s of the Longley data has the value certified by NIST StRD to 8 digits',
    (name, value, error) => {
      const index = longley.names.indexOf(name)
      expect(Math.abs(coefficientOf(longley, name) / value - 1)).toBeLessThan(1e-8)
      expect(Math.abs(longley.standardErrors[index]! / error - 1)).toBeLessThan(1e-8)
    },
  )

  it('[STA-100] R² and F of the Longley data are those certified by NIST StRD', () => {
    const quality = fitQuality(longley, LONGLEY.y)
    expect(quality.r2).toBeCloseTo(0.995479004577296, 12)
    expect(quality.f! / 330.285339234588).toBeCloseTo(1, 8)
  })

  it('[STA-101] too few observations, combined predictors and missing values are refused', () => {
    const x = named('x', [1, 2, 3, 4])
    expect(leastSquares([1, 2], [interceptOf(2), named('a', [1, 2]), named('b', [2, 1])])).toBe('too-few')
    expect(leastSquares([1, 2, 3, 5], [interceptOf(4), x, named('2x', [2, 4, 6, 8])])).toBe('collinear')
    expect(leastSquares([1, 2, Number.NaN, 5], [interceptOf(4), x])).toBe('not-finite')
    expect(() => leastSquares([1, 2], [x])).toThrow(RangeError)
    expect(() => leastSquares([1, 2, 3, 4], [x, named('short', [1])])).toThrow(RangeError)
    expect(() => coefficientOf(longley, 'x9')).toThrow('no predictor x9')
  })
})

describe('robust covariances', () => {
  const y = [1, 2, 4, 8, 3, 6]
  const constant = fitted(leastSquares(y, [interceptOf(6)]))
  const squares = constant.residuals.reduce((sum, value) => sum + value * value, 0)

  it('[STA-102] HC3 of a mean is the sum of (residual / (1 − 1/n))² over n², by hand', () => {
    const expected = Math.sqrt((squares * (6 / 5) ** 2) / 36)
    expect(standardErrorsOf(robustHc3(constant))[0]).toBeCloseTo(expected, 12)
  })

  it('[STA-102] clusters of one are plain robust errors; pairs add their residuals first', () => {
    const alone = clusterRobust(constant, [1, 2, 3, 4, 5, 6], 'CR0')
    expect(alone).toMatchObject({ clusters: 6 })
    expect(standardErrorsOf(alone.covariance)[0]).toBeCloseTo(Math.sqrt(squares / 36), 12)
    const pairs = clusterRobust(constant, ['a', 'a', 'b', 'b', 'c', 'c'], 'CR1').covariance
    const r = constant.residuals
    const summed = (r[0]! + r[1]!) ** 2 + (r[2]! + r[3]!) ** 2 + (r[4]! + r[5]!) ** 2
    expect(pairs.get(0, 0)).toBeCloseTo((summed / 36) * (3 / 2), 12)
  })

  it('[STA-102] Newey–West with lag 0 is plain robust; with lag 1 neighbours count half, by hand', () => {
    const r = constant.residuals
    expect(neweyWest(constant, 0).get(0, 0)).toBeCloseTo(squares / 36, 12)
    const neighbours = [1, 2, 3, 4, 5].reduce((sum, t) => sum + r[t]! * r[t - 1]!, 0)
    expect(neweyWest(constant, 1).get(0, 0)).toBeCloseTo((squares + neighbours) / 36, 12)
  })
})

describe('generalisedLinearModel', () => {
  it('[STA-103] the Poisson model of Dobson (1990, p. 93) has the coefficients printed in R’s help of glm', () => {
    const counts = [18, 17, 15, 20, 10, 20, 25, 13, 12]
    const outcome = indicatorsOf('outcome', [1, 2, 3, 1, 2, 3, 1, 2, 3])
    const treatment = indicatorsOf('treatment', [1, 1, 1, 2, 2, 2, 3, 3, 3])
    const fit = fitted(
      generalisedLinearModel(counts, [interceptOf(9), ...outcome, ...treatment], { family: poissonFamily }),
    )
    const expected = [3.044522, -0.4542553, -0.2929871, 0, 0]
    expected.forEach((value, i) => {
      expect(fit.coefficients[i]).toBeCloseTo(value, 6)
    })
    expect(fit.standardErrors[0]).toBeCloseTo(0.1708987, 6)
    expect(fit.standardErrors[3]).toBeCloseTo(0.2, 6)
    expect(fit.dispersion * fit.degreesOfFreedom).toBeCloseTo(5.1732, 4)
  })

  const x = named('x', [0, 0, 0, 0, 0, 1, 1, 1, 1, 1])
  const y = [1, 0, 0, 0, 0, 1, 1, 1, 0, 0]

  it('[STA-103] a logistic 2×2 table gives the log odds ratio and its Woolf error, by hand', () => {
    const fit = fitted(generalisedLinearModel(y, [interceptOf(10), x], { family: logitFamily }))
    expect(fit.coefficients[1]).toBeCloseTo(Math.log((3 * 4) / (2 * 1)), 10)
    expect(fit.standardErrors[1]).toBeCloseTo(Math.sqrt(1 / 3 + 1 / 2 + 1 / 1 + 1 / 4), 10)
  })

  it('[STA-103] complementary log-log and probit reproduce the shares of the two groups, by hand', () => {
    for (const family of [cloglogFamily, probitFamily]) {
      const fit = fitted(generalisedLinearModel(y, [interceptOf(10), x], { family }))
      expect(fit.fitted[0]).toBeCloseTo(0.2, 9)
      expect(fit.fitted[9]).toBeCloseTo(0.6, 9)
    }
  })

  it('[STA-103] a weight of two is the answer given twice; an offset is subtracted from the constant', () => {
    const doubled = fitted(
      generalisedLinearModel(
        [...y, ...y],
        [interceptOf(20), named('x', [...Array.from(x.values), ...Array.from(x.values)])],
        { family: logitFamily },
      ),
    )
    const weighted = fitted(
      generalisedLinearModel(y, [interceptOf(10), x], { family: logitFamily, weights: y.map(() => 2) }),
    )
    const shifted = fitted(
      generalisedLinearModel(y, [interceptOf(10), x], { family: logitFamily, offset: y.map(() => 3) }),
    )
    expect(weighted.standardErrors[1]).toBeCloseTo(doubled.standardErrors[1]!, 9)
    expect(shifted.coefficients[0]).toBeCloseTo(weighted.coefficients[0]! - 3, 9)
  })

  it('[STA-104] a perfectly separated outcome is not reported; Firth’s penalty gives its closed form', () => {
    const treated = named('x', [1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    const left = [1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0]
    expect(generalisedLinearModel(left, [interceptOf(15), treated], { family: logitFamily })).toBe(
      'not-converged',
    )
    const firth = fitted(firthLogistic(left, [interceptOf(15), treated]))
    expect(firth.coefficients[1]).toBeCloseTo(Math.log((5.5 * 8.5) / (0.5 * 2.5)), 9)
  })

  it('[STA-104] combined predictors, missing values and too few observations are refused', () => {
    const family = logitFamily
    expect(
      generalisedLinearModel(y, [interceptOf(10), x, named('x again', Array.from(x.values))], { family }),
    ).toBe('collinear')
    expect(generalisedLinearModel([1, Number.NaN, 0], [interceptOf(3)], { family })).toBe('not-finite')
    expect(generalisedLinearModel([1], [interceptOf(1)], { family })).toBe('too-few')
    expect(firthLogistic(y, [interceptOf(10), x, x])).toBe('collinear')
  })
})

describe('cumulativeLogit', () => {
  it('[STA-105] without predictors the thresholds are the log odds of the cumulative shares, by hand', () => {
    const fit = fitted(cumulativeLogit([1, 1, 2, 2, 2, 3, 3, 3, 3, 3], []))
    expect(fit.thresholds[0]).toBeCloseTo(Math.log(0.2 / 0.8), 10)
    expect(fit.thresholds[1]).toBeCloseTo(0, 10)
  })

  it('[STA-105] with two levels it is the logistic regression with the constant negated', () => {
    const x = named('x', [0.3, 1.2, -0.4, 2.2, 0.9, -1.5, 0.1, 1.7])
    const y = [0, 1, 1, 1, 0, 0, 0, 1]
    const logistic = fitted(generalisedLinearModel(y, [interceptOf(8), x], { family: logitFamily }))
    const ordinal = fitted(cumulativeLogit(y, [x]))
    expect(ordinal.thresholds[0]).toBeCloseTo(-logistic.coefficients[0]!, 8)
    expect(ordinal.coefficients[0]).toBeCloseTo(logistic.coefficients[1]!, 8)
    expect(ordinal.standardErrors[0]).toBeCloseTo(logistic.standardErrors[1]!, 6)
    expect(ordinal.logLikelihood).toBeCloseTo(logistic.logLikelihood, 8)
  })

  it('[STA-105] one level only, or nothing, is refused', () => {
    expect(cumulativeLogit([3, 3], [])).toBe('constant')
    expect(cumulativeLogit([], [])).toBe('no-answers')
  })
})
