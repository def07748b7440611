import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Estimate } from '../estimate.ts'
import { boxShareOfBins, shareDifference } from '../proportions/box-share.ts'
import { workedOutDifference, workedOutFigure } from './worked-out-figure.ts'

const top = { from: 1, to: 1 }
const shareBins = (yes: number, no: number) => [
  { score: 0, n: no, weight: no, weightSquared: no },
  { score: 1, n: yes, weight: yes, weightSquared: yes },
]

function figure(value: number, half: number, n = 100): Estimate {
  return { value, n, low: value - half, high: value + half, level: 0.95, method: 'mean-t' }
}

test('[STA-317] a difference of two shares has the limits of Newcombe 1998, method 10: 56/70 and 48/80', () => {
  const first = boxShareOfBins(shareBins(56, 14), top)
  const second = boxShareOfBins(shareBins(48, 32), top)
  const difference = workedOutDifference(first, second)
  expect(difference.low).toBeCloseTo(0.0524, 4)
  expect(difference.high).toBeCloseTo(0.3339, 4)
  const own = shareDifference(shareBins(56, 14), shareBins(48, 32), top)
  expect(difference.low).toBeCloseTo(own.low!, 12)
  expect(difference.high).toBeCloseTo(own.high!, 12)
})

test('[STA-317] a sum of figures has the interval of the sum of their variances, correlated ones with their covariance', () => {
  const limits = fc.double({ min: 0.1, max: 5, noNaN: true })
  const slope = fc.double({ min: -3, max: 3, noNaN: true })
  fc.assert(
    fc.property(
      limits,
      limits,
      slope,
      slope,
      fc.double({ min: -1, max: 1, noNaN: true }),
      (a, b, c, d, r) => {
        const found = workedOutFigure({
          value: c * 2 + d * 3,
          gradient: [c, d],
          operands: [figure(2, a), figure(3, b)],
          correlation: () => r,
        })
        const half = Math.sqrt(Math.max(0, c * c * a * a + d * d * b * b + 2 * r * c * d * a * b))
        expect(found.high! - found.value!).toBeCloseTo(half, 9)
        expect(found.value! - found.low!).toBeCloseTo(half, 9)
      },
    ),
  )
})

test('[STA-317] two figures of the same answers that move as one leave nothing of their difference', () => {
  const found = workedOutFigure({
    value: 0,
    gradient: [1, -1],
    operands: [figure(5, 1), figure(5, 1)],
    correlation: () => 1,
  })
  expect([found.low, found.high]).toEqual([0, 0])
})

test('[STA-317] a missing operand, one without limits and exact ones are told', () => {
  const missing: Estimate = { ...figure(1, 1, 3), value: null, low: null, high: null, why: 'group-too-small' }
  const bare: Estimate = { ...figure(1, 1, 1), low: null, high: null, why: 'one-answer' }
  const exact: Estimate = { ...figure(40, 0, 40), low: null, high: null, why: 'exact' }
  const of = (...operands: Estimate[]) =>
    workedOutFigure({ value: 7, gradient: operands.map(() => 1), operands })
  expect(of(figure(1, 1), missing)).toMatchObject({ value: null, why: 'group-too-small', n: 3 })
  expect(of(figure(1, 1), bare)).toMatchObject({ value: 7, low: null, why: 'one-answer', n: 1 })
  expect(of(exact, exact)).toMatchObject({ value: 7, low: null, why: 'exact' })
  expect(of(figure(1, 1), exact)).toMatchObject({ low: 6, high: 8, n: 40 })
})

test('[STA-317] the p value of a difference is that of its interval', () => {
  const difference = workedOutDifference(figure(10, 1), figure(8, 1))
  expect(difference.p).toBeCloseTo(2 * 0.00278, 4)
  expect(workedOutDifference(figure(10, 1), { ...figure(0, 1), value: null, why: 'no-answers' }).p).toBeNull()
})
