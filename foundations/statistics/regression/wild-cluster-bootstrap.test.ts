import { describe, expect, it } from 'vitest'
import { randomSource } from '../resampling/random-source.ts'
import { interceptOf } from './design-matrix.ts'
import { wildClusterBootstrap } from './wild-cluster-bootstrap.ts'

const z = [
  2.04, -2.56, 0.42, -0.57, -0.45, -0.22, -2.02, -0.23, -0.87, 3.32, 0.23, -0.35, -0.28, -0.67, -1.06, -0.39,
  0.48, -0.24, 0.96, -0.2, 0.02, 1.55, 0.55, -0.51, -0.18, 0.54, 1.94, -0.27, -0.24, 1.0, -0.89, -0.29, 0.88,
  0.58, 0.09, 0.67, -2.83, 1.02, -0.96, -1.67, 0.28, 0.7, -0.44, -1.08, 0.03,
]
const y = [
  2.55, -0.32, 2.19, -1.03, 2.21, 3.59, 0.56, 3.15, 1.81, 5.62, 0.63, 1.46, 3.12, 3.37, -0.14, 1.3, 2.56,
  1.26, 4.06, 0.7, 2.48, 1.84, 3.79, 1.83, 1.65, -0.65, 3.45, 1.41, 1.43, 2.43, -0.02, -0.71, -0.29, -0.44,
  1.49, 0.46, -0.43, 1.77, 1.33, 1.32, 0.47, 0.2, 1.36, 2.26, 2.35,
]
const clusters = y.map((_, i) => Math.floor(i / 5))
const changed = { name: 'changed', values: clusters.map((cluster) => (cluster < 4 ? 1 : 0)) }
const data = {
  y,
  clusters,
  tested: 'changed',
  predictors: [interceptOf(45), changed, { name: 'z', values: z }],
}

describe('wild cluster bootstrap', () => {
  it('[STA-117] nine clusters: t 1.6661, p 37/256 over all 512 sign patterns (NumPy, gone through one by one)', () => {
    const result = wildClusterBootstrap(data)
    if (typeof result === 'string') throw new Error(result)
    expect(result.coefficient).toBeCloseTo(0.7978132643942414, 10)
    expect(result.t).toBeCloseTo(1.6661470564851804, 10)
    expect(result.p).toBeCloseTo(0.14453125, 12)
    expect(result).toMatchObject({ clusters: 9, draws: 256, isExact: true })
  })

  it('[STA-117] without an effect, in 10 unequal clusters of which 3 are changed, it alarms in at most 8 % at 5 %', () => {
    const random = randomSource(4)
    const sizes = [2, 3, 4, 12, 5, 3, 9, 2, 6, 4]
    const groups = sizes.flatMap((size, g) => new Array<number>(size).fill(g))
    const treated = { name: 'changed', values: groups.map((g) => (g < 3 ? 1 : 0)) }
    let alarms = 0
    for (let sim = 0; sim < 200; sim++) {
      const shared = sizes.map(() => random.normal())
      const outcome = groups.map((g) => shared[g]! + random.normal())
      const result = wildClusterBootstrap({
        y: outcome,
        clusters: groups,
        tested: 'changed',
        predictors: [interceptOf(groups.length), treated],
      })
      if (typeof result !== 'string' && result.p <= 0.05) alarms += 1
    }
    expect(alarms / 200).toBeLessThanOrEqual(0.08)
  })

  it('[STA-117] above twelve clusters the draws follow from the seed; below eight, and without variation, there is no p value', () => {
    const many = { ...data, clusters: y.map((_, i) => Math.floor(i / 3)) }
    const [first, again] = [1, 1].map((seed) => wildClusterBootstrap(many, { draws: 199, seed }))
    expect(first).toEqual(again)
    expect(first).toMatchObject({ clusters: 15, draws: 199, isExact: false })
    expect(wildClusterBootstrap({ ...data, clusters: y.map((_, i) => i % 7) })).toBe('too-few')
    expect(wildClusterBootstrap({ ...data, y: y.map(() => 1) })).toBe('constant')
    expect(() => wildClusterBootstrap({ ...data, tested: 'other' })).toThrow('no predictor other')
  })
})
