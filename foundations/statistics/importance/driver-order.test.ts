import { describe, expect, it } from 'vitest'
import { randomSource } from '../resampling/random-source.ts'
import { driverOrder } from './driver-order.ts'
import { resampledShares } from './key-drivers.ts'

function known<T extends object>(result: T | string): T {
  if (typeof result === 'string') throw new Error(result)
  return result
}

describe('driverOrder', () => {
  it('[STA-313] ahead in 70 resamples, level in 20, behind in 10: probability 0.8, by hand', () => {
    const drawn = Array.from({ length: 100 }, (_, i) =>
      i < 70 ? [0.3, 0.1] : i < 90 ? [0.2, 0.2] : [0.1, 0.3],
    )
    const [wait] = known(driverOrder(['wait', 'price'], drawn))
    expect(wait).toMatchObject({ first: 'wait', second: 'price', probability: 0.8, isTold: false })
    expect(wait!.low).toBeCloseTo(-0.2, 12)
    expect(wait!.high).toBeCloseTo(0.2, 12)
    const [turned] = known(
      driverOrder(
        ['price', 'wait'],
        drawn.map(([a, b]) => [b!, a!]),
      ),
    )
    expect(turned).toMatchObject({ first: 'wait', second: 'price', probability: 0.8 })
  })

  it('[STA-313] a driver that is always ahead is told; drivers alike are not, 200 respondents (seed 6)', () => {
    const random = randomSource(6)
    const columns = [0, 1, 2].map(() => Float64Array.from({ length: 200 }, random.normal))
    const y = columns[0]!.map(
      (value, i) => 2 * value + 0.4 * columns[1]![i]! + 0.4 * columns[2]![i]! + random.normal(),
    )
    const drawn = resampledShares({ y, columns }, { from: 0, to: 400, seed: 1 })
    const pairs = known(driverOrder(['wait', 'price', 'site'], drawn))
    const pair = (a: string, b: string) =>
      pairs.find(({ first, second }) => [first, second].every((name) => [a, b].includes(name)))!
    expect(pair('wait', 'price')).toMatchObject({ first: 'wait', isTold: true })
    expect(pair('wait', 'site')).toMatchObject({ first: 'wait', isTold: true })
    expect(pair('price', 'site').isTold).toBe(false)
  })

  it('[STA-313] fewer than a hundred resamples, and shares that are no numbers, are refused', () => {
    expect(driverOrder(['a', 'b'], [[1, 0]])).toBe('too-few')
    expect(
      driverOrder(
        ['a', 'b'],
        Array.from({ length: 100 }, () => [1, Number.NaN]),
      ),
    ).toBe('not-finite')
    expect(() =>
      driverOrder(
        ['a', 'b'],
        Array.from({ length: 100 }, () => [1]),
      ),
    ).toThrow('1 shares for 2')
  })
})
