import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { randomSource } from '../resampling/random-source.ts'
import { csvTable } from '../witness/csv-table.ts'
import { type MeasurementInvariance, measurementInvariance } from './measurement-invariance.ts'

function known(result: MeasurementInvariance | string): MeasurementInvariance {
  if (typeof result === 'string') throw new Error(result)
  return result
}

const published = new URL('../../../../shared/oracles/data/holzinger9.csv', import.meta.url)
const six = [0, 0, 0, 1, 1, 1]

interface Planted {
  readonly people: number
  readonly seed: number
  readonly mean?: number
  /** How much higher the second item is answered at the same level of what it measures. */
  readonly shift?: number
  readonly loading?: number
}

/** Six items of two factors that correlate by a half. */
function answersOf({ people, seed, mean = 0, shift = 0, loading = 0.8 }: Planted): number[][] {
  const random = randomSource(seed)
  const rows = Array.from({ length: people }, () => {
    const one = random.normal()
    const factors = [mean + one, mean + 0.5 * one + Math.sqrt(0.75) * random.normal()]
    return six.map((factor, item) => {
      const own = item === 1 ? loading : 0.8
      return 4 + own * factors[factor]! + (item === 1 ? shift : 0) + 0.6 * random.normal()
    })
  })
  return six.map((_, item) => rows.map((row) => row[item]!))
}

describe('measurementInvariance', () => {
  it.skipIf(!existsSync(published))(
    '[STA-319] Holzinger & Swineford by school (R lavaan, published): χ² 115.851, 124.044 and 164.103, CFI 0.923, 0.921 and 0.882',
    () => {
      const table = csvTable(readFileSync(published, 'utf8'))
      const columns = Array.from({ length: 9 }, (_, at) => [...table.numbers(`x${at + 1}`)])
      const schools = [0, 156].map((from, at) =>
        columns.map((column) => column.slice(from, at === 0 ? 156 : 301)),
      )
      const { n, steps, items } = known(measurementInvariance(schools, [0, 0, 0, 1, 1, 1, 2, 2, 2]))
      expect(n).toEqual([156, 145])
      const told = steps.map(({ fit }) => [fit.chiSquared, fit.degreesOfFreedom, fit.cfi, fit.rmsea!])
      for (const [step, expected] of [
        [115.851, 48, 0.923, 0.097],
        [124.044, 54, 0.921, 0.093],
        [164.103, 60, 0.882, 0.107],
      ].entries())
        for (const [at, value] of expected.entries())
          expect(told[step]![at]).toBeCloseTo(value, at === 1 ? 9 : 2.7)
      expect(steps.map(({ holds }) => holds)).toEqual([true, true, false])
      expect(
        [...items]
          .sort((a, b) => b.chiSquared - a.chiSquared)
          .map(({ item }) => item)
          .slice(0, 2),
      ).toEqual([2, 6])
    },
  )

  it('[STA-319] groups that differ in level only answer alike, and the difference of levels is found', () => {
    const result = known(
      measurementInvariance(
        [
          answersOf({ people: 600, seed: 1 }),
          answersOf({ people: 500, seed: 2, mean: 0.5 }),
          answersOf({ people: 400, seed: 3 }),
        ],
        six,
      ),
    )
    expect(result.steps.map(({ holds }) => holds)).toEqual([true, true, true])
    expect(result.steps.map(({ fit }) => fit.degreesOfFreedom)).toEqual([24, 32, 40])
    const [second, third] = result.factorMeans
    for (const { value } of second!) expect(Math.abs(value - 0.5)).toBeLessThan(0.2)
    expect(second![0]!.p).toBeLessThan(1e-6)
    for (const { p } of third!) expect(p).toBeGreaterThan(0.01)
    expect(Math.min(...result.items.map(({ p }) => p))).toBeGreaterThan(0.005)
  })

  it('[STA-319] an item that one group answers higher is named with how much, within two standard errors', () => {
    const { steps, items } = known(
      measurementInvariance(
        [answersOf({ people: 800, seed: 4 }), answersOf({ people: 800, seed: 5, shift: 0.7 })],
        six,
      ),
    )
    expect(steps.map(({ holds }) => holds)).toEqual([true, true, false])
    const worst = items.reduce((a, b) => (b.chiSquared > a.chiSquared ? b : a))
    expect(worst.item).toBe(1)
    const [{ value, standardError }] = worst.shifts as [{ value: number; standardError: number }]
    expect(Math.abs(value - 0.7)).toBeLessThan(2 * standardError)
  })

  it('[STA-319] an item that means less in one group costs the step of equal loadings', () => {
    const { steps } = known(
      measurementInvariance(
        [answersOf({ people: 800, seed: 6 }), answersOf({ people: 800, seed: 7, loading: 0.1 })],
        six,
      ),
    )
    expect(steps.map(({ holds }) => holds).slice(0, 2)).toEqual([true, false])
  })

  it('[STA-319] one group, and groups of fewer people than items, are refused', () => {
    const many = answersOf({ people: 300, seed: 8 })
    expect(measurementInvariance([many], six)).toBe('too-few')
    expect(measurementInvariance([many, many.map((column) => column.slice(0, 6))], six)).toBe('too-few')
    expect(measurementInvariance([many, many.map(() => Array(300).fill(3))], six)).toBe('constant')
  })
})
