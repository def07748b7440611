import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chiSquaredCdf, chiSquaredQuantile, chiSquaredUpper } from './chi-squared.ts'
import { digamma } from './digamma.ts'
import { fisherCdf, fisherQuantile, fisherUpper } from './fisher-f.ts'
import { hypergeometric2F1 } from './hypergeometric.ts'
import { betaQuantile, incompleteBeta } from './incomplete-beta.ts'
import { incompleteGamma } from './incomplete-gamma.ts'
import { criticalZ, normalCdf, normalQuantile } from './normal.ts'
import { logGamma } from './stirling.ts'
import { criticalT, studentCdf, studentQuantile } from './student-t.ts'

function expectClose(got: number, expected: number, relative = 1e-12) {
  expect(Math.abs(got / expected - 1), `${got} against ${expected}`).toBeLessThanOrEqual(relative)
}

describe('special functions', () => {
  it.each([
    ['normal, far lower tail at −9', normalCdf(-9), 1.1285884059538405e-19],
    ['normal, far lower tail at −20', normalCdf(-20), 2.7536241186062337e-89],
    ['normal, at −38', normalCdf(-38), 2.88542835e-316],
    ['normal at 1.2345', normalCdf(1.2345), 0.8914916766373299],
    ['Student, 7 degrees, at −2.5', studentCdf(-2.5, 7), 0.020496109292876447],
    ['Student, 30 degrees, at −8', studentCdf(-8, 30), 3.1329112378503795e-9],
    ['chi-squared, 4 degrees, upper tail at 60', chiSquaredUpper(60, 4), 2.900863120340454e-12],
    [
      'F, 3 and 11 degrees, upper tail at 6',
      fisherUpper(6, { numerator: 3, denominator: 11 }),
      0.011238427023644283,
    ],
    ['ln gamma of 1e-5', logGamma(1e-5), 11.512919692895826],
    ['ln gamma of ½ (half the logarithm of π)', logGamma(0.5), 0.5723649429247001],
    ['ln gamma of 1.00001, near its zero', logGamma(1.00001), -5.7720744027504825e-6],
    ['ln gamma of 1.9999, near its zero', logGamma(1.9999), -4.227520877215346e-5],
    ['ln gamma of 0.7', logGamma(0.7), 0.26086724653166654],
    ['ln gamma of 2.4', logGamma(2.4), 0.21685932244884157],
    ['ln gamma of 123.4', logGamma(123.4), 469.3360974421906],
    ['ln gamma of 1e10', logGamma(1e10), 220258509288.81058],
    ['incomplete beta (2.5, 4) at 0.3', incompleteBeta(0.3, { a: 2.5, b: 4 }).lower, 0.35219758590676725],
    ['incomplete beta (50, ½) at 0.99', incompleteBeta(0.99, { a: 50, b: 0.5 }).lower, 0.3173043978741974],
    ['upper gamma, shape 500, at 550', incompleteGamma(500, 550).upper, 0.014614408126295194],
    ['lower gamma, shape 0.01, at 0.001', incompleteGamma(0.01, 0.001).lower, 0.938570652526129],
    [
      '2F1(2.243, 4.426; 4.219; 0.474)',
      hypergeometric2F1({ a: 2.243, b: 4.426, c: 4.219, z: 0.474 }),
      4.574781444616264,
    ],
    ['2F1(2.5, 3.5; 4.1; −3.7)', hypergeometric2F1({ a: 2.5, b: 3.5, c: 4.1, z: -3.7 }), 0.03265539995246178],
    ['2F1(1.2, 0.7; 3.3; 0.95)', hypergeometric2F1({ a: 1.2, b: 0.7, c: 3.3, z: 0.95 }), 1.4972673829423575],
  ])('[STA-10] %s agrees with mpmath at 40 digits', (_, got, expected) => {
    expectClose(got, expected)
  })

  it('[STA-10] the tails of a large-sample beta keep 10 digits (mpmath)', () => {
    expectClose(incompleteBeta(0.99999, { a: 5e5, b: 0.5 }).lower, 0.0015653640065981889, 1e-10)
  })

  it('[STA-10] the F distribution agrees with SciPy 1.17.1 f.sf and f.cdf', () => {
    expectClose(fisherUpper(2.5, { numerator: 4, denominator: 200 }), 0.043816347130604255)
    expectClose(fisherCdf(0.3, { numerator: 5, denominator: 7 }), 0.1018442356721154)
  })

  it('[STA-10] arguments outside the domain give NaN, never a plausible number', () => {
    const outside = [
      logGamma(0),
      logGamma(-1),
      normalQuantile(1.5),
      studentQuantile(0.5, 0),
      studentCdf(1, -2),
    ]
    expect(outside.every(Number.isNaN)).toBe(true)
    expect(chiSquaredCdf(-1, 3)).toBe(0)
  })
})

describe('quantiles', () => {
  it.each([
    ['normal at 0.975', normalQuantile(0.975), 1.9599639845400543],
    ['normal at 1e-10', normalQuantile(1e-10), -6.361340902404057],
    ['Student, 7 degrees, at 0.975', studentQuantile(0.975, 7), 2.3646242515927853],
    ['Student, 1 degree, at 0.975 (tan of 0.475 π)', studentQuantile(0.975, 1), 12.706204736174694],
  ])('[STA-11] %s agrees with mpmath', (_, got, expected) => {
    expectClose(got, expected)
  })

  it('[STA-11] critical values are those of the printed tables', () => {
    expect(criticalZ(0.95)).toBeCloseTo(1.959964, 6)
    expect(criticalT(0.95, 19)).toBeCloseTo(2.093024, 6)
    expect(() => criticalZ(1)).toThrow(RangeError)
    expect(() => criticalT(0, 5)).toThrow(RangeError)
  })

  it('[STA-11] a quantile inverts its distribution function, for any p and any degrees of freedom', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }),
        fc.double({ min: 0.3, max: 1e6, noNaN: true }),
        (p, df) => {
          expect(Math.abs(normalCdf(normalQuantile(p)) / p - 1)).toBeLessThan(1e-11)
          expect(Math.abs(studentCdf(studentQuantile(p, df), df) / p - 1)).toBeLessThan(1e-8)
        },
      ),
    )
  })

  it('[STA-11] a quantile is odd around one half', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 511 }), fc.integer({ min: 1, max: 300 }), (k, df) => {
        const p = k / 1024
        expect(normalQuantile(1 - p)).toBe(-normalQuantile(p))
        expect(studentQuantile(1 - p, df)).toBe(-studentQuantile(p, df))
      }),
    )
  })
})

describe('digamma', () => {
  it('[STA-10] is −γ at 1, −γ − 2 ln 2 at ½, and grows by 1/x', () => {
    const euler = 0.5772156649015329
    expect(digamma(1)).toBeCloseTo(-euler, 14)
    expect(digamma(0.5)).toBeCloseTo(-euler - 2 * Math.LN2, 13)
    for (const x of [1e-3, 0.7, 14.9, 15.1, 1e4])
      expect(digamma(x + 1) - digamma(x) - 1 / x).toBeCloseTo(0, 11)
    expect(digamma(0)).toBeNaN()
  })
})

describe('quantiles of chi-squared, F and beta', () => {
  it.each([
    ['chi-squared, 3 degrees, at 0.95', chiSquaredQuantile(0.95, 3), 7.81472790325118],
    ['F, 2 and 7 degrees, at 0.99', fisherQuantile(0.99, { numerator: 2, denominator: 7 }), 9.54657802110229],
    ['beta 2.5, 4 at 0.3', betaQuantile(0.3, { a: 2.5, b: 4 }), 0.274034246901],
  ])('[STA-11] %s (R 4.2.2)', (_, got, expected) => {
    expect(Math.abs(got / expected - 1)).toBeLessThan(1e-9)
  })

  it('[STA-11] they invert their distribution functions, ends included; other probabilities are NaN', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }),
        fc.double({ min: 0.3, max: 60, noNaN: true }),
        (p, df) => {
          expect(chiSquaredCdf(chiSquaredQuantile(p, df), df)).toBeCloseTo(p, 9)
          expect(
            fisherCdf(fisherQuantile(p, { numerator: df, denominator: 5 }), {
              numerator: df,
              denominator: 5,
            }),
          ).toBeCloseTo(p, 9)
        },
      ),
      { numRuns: 30 },
    )
    expect([chiSquaredQuantile(0, 2), betaQuantile(1, { a: 1, b: 2 })]).toEqual([0, 1])
    expect(chiSquaredQuantile(1.2, 3)).toBeNaN()
  })
})
