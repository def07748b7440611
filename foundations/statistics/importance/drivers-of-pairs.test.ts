import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { correlation } from '../association/correlation.ts'
import { randomSource } from '../resampling/random-source.ts'
import { type DriversOfPairs, driversOfPairs } from './drivers-of-pairs.ts'
import { keyDrivers } from './key-drivers.ts'
import { momentsOf, pairCorrelation, pairCount, pairSums, summedPairs } from './pair-sums.ts'

function known<T>(result: T | string): T {
  if (typeof result === 'string') throw new Error(result)
  return result as T
}

/** Two drivers that overlap, one that does nothing, and an outcome; a share of the values missing. */
function survey(n: number, seed: number, missing = 0) {
  const random = randomSource(seed)
  const columns = Array.from({ length: 4 }, () => new Float64Array(n))
  for (let row = 0; row < n; row++) {
    const [a, b] = [random.normal(), random.normal()]
    columns[0]![row] = 3 + a
    columns[1]![row] = 4 + 0.5 * a + b
    columns[2]![row] = 2 + random.normal()
    columns[3]![row] = 7 + a + 0.4 * b + random.normal()
  }
  for (const column of columns.slice(0, 3))
    for (let row = 0; row < n; row++) if (random.uniform() < missing) column[row] = Number.NaN
  return columns
}

const each = (n: number) => Array.from({ length: n }, (_, row) => row)
const names = ['a', 'b', 'c']

function found(columns: Float64Array[], options: { buckets?: number; draws?: number } = {}): DriversOfPairs {
  const n = columns[0]!.length
  const { buckets = n, draws = 400 } = options
  const bucketOf = each(n).map((row) => row % buckets)
  return known(driversOfPairs(pairSums({ columns, bucketOf, buckets }), { names, draws, seed: 7 }))
}

describe('sums of pairs', () => {
  it('[STA-300] correlations are those of the rows where both columns have a value', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 9 }), (seed, buckets) => {
        const columns = survey(60, seed, 0.3)
        const bucketOf = each(60).map((row) => (row * 7) % buckets)
        const sums = summedPairs(pairSums({ columns, bucketOf, buckets }))
        const both = each(60).filter(
          (row) => !Number.isNaN(columns[0]![row]!) && !Number.isNaN(columns[1]![row]!),
        )
        const of = (column: Float64Array) => both.map((row) => column[row]!)
        expect(pairCount(sums, 1, 0)).toBe(both.length)
        const { r } = known(correlation(of(columns[0]!), of(columns[1]!)))
        expect(pairCorrelation(sums, 0, 1)).toBeCloseTo(r, 10)
        expect(momentsOf(sums, 3).n).toBe(60)
      }),
      { numRuns: 30 },
    )
  })

  it('[STA-300] a weight of two counts as a row that stands there twice', () => {
    const columns = survey(80, 3)
    const twice = columns.map((column) => Float64Array.from([...column, ...column.subarray(0, 20)]))
    const weights = each(80).map((row) => (row < 20 ? 2 : 1))
    const weighted = summedPairs(pairSums({ columns, weights, bucketOf: new Uint8Array(80), buckets: 1 }))
    const repeated = summedPairs(pairSums({ columns: twice, bucketOf: new Uint8Array(100), buckets: 1 }))
    expect(pairCorrelation(weighted, 0, 3)).toBeCloseTo(pairCorrelation(repeated, 0, 3), 12)
  })
})

describe('drivers from sums of pairs', () => {
  it('[STA-301] without missing values they are the key drivers, with a bucket each also their limits', () => {
    const columns = survey(300, 5)
    const predictors = names.map((name, i) => ({ name, values: columns[i]! }))
    const usual = known(keyDrivers(columns[3]!, predictors, { draws: 400, seed: 7 }))
    const ours = found(columns)
    ours.drivers.forEach((driver, i) => {
      const other = usual.drivers[i]!
      expect(driver.share.value).toBeCloseTo(other.share, 10)
      expect(driver.share.low).toBeCloseTo(other.low!, 10)
      expect(driver.share.high).toBeCloseTo(other.high!, 10)
      expect(driver.effect.value).toBeCloseTo(other.coefficient, 10)
    })
    expect(ours.r2.value).toBeCloseTo(usual.r2, 10)
  })

  it('[STA-302] limits from random groups are as wide as those from respondents', () => {
    const columns = survey(20_000, 9)
    const [each, groups] = [found(columns, { draws: 600 }), found(columns, { buckets: 400, draws: 600 })]
    const width = ({ share }: { share: { low: number | null; high: number | null } }) =>
      share.high! - share.low!
    groups.drivers.slice(0, 2).forEach((driver, i) => {
      expect(width(driver) / width(each.drivers[i]!)).toBeGreaterThan(0.85)
      expect(width(driver) / width(each.drivers[i]!)).toBeLessThan(1.15)
    })
  })

  it('[STA-303] effects are those planted, what does nothing is not told apart from nothing, ranks follow the shares', () => {
    const missing = found(survey(4000, 11, 0.25))
    const [a, b, c] = missing.drivers
    expect(missing.fewest).toBeLessThan(2500)
    expect(a!.effect.low).toBeLessThan(0.8)
    expect(a!.effect.high).toBeGreaterThan(0.8)
    expect(b!.effect.low).toBeLessThan(0.4)
    expect(b!.effect.high).toBeGreaterThan(0.4)
    expect([a!.p < 0.001, c!.p > 0.05]).toEqual([true, true])
    expect(missing.drivers.map(({ ranks }) => ranks)).toEqual([
      { best: 1, worst: 1 },
      { best: 2, worst: 2 },
      { best: 3, worst: 3 },
    ])
    expect(a!.mean.low! < 3 && a!.mean.high! > 3).toBe(true)
  })

  it('[STA-321] a driver that only some were asked about has the effect it has among them, however the others answered', () => {
    const columns = survey(600, 4).slice(2).toReversed()
    const [outcome, driver] = columns as [Float64Array, Float64Array]
    for (let row = 0; row < 600; row++) {
      outcome[row]! += driver[row]!
      if (row >= 400) {
        driver[row] = Number.NaN
        outcome[row] = row % 2 === 0 ? -40 : 60
      }
    }
    const asked = each(400)
    const mean = (of: Float64Array) => asked.reduce((sum, row) => sum + of[row]!, 0) / 400
    const sum = (of: (row: number) => number) => asked.reduce((total, row) => total + of(row), 0)
    const [x, y] = [mean(driver), mean(outcome)]
    const slope =
      sum((row) => (driver[row]! - x) * (outcome[row]! - y)) / sum((row) => (driver[row]! - x) ** 2)
    const bucketOf = each(600)
    const pairs = pairSums({ columns: [driver, outcome], bucketOf, buckets: 600 })
    const { drivers } = known(driversOfPairs(pairs, { names: ['asked of some'], draws: 200, seed: 7 }))
    expect(drivers[0]!.effect.value).toBeCloseTo(slope, 9)
  })

  it('[STA-303] too few respondents, equal values and combined drivers have no drivers', () => {
    const of = (columns: Float64Array[]) =>
      driversOfPairs(pairSums({ columns, bucketOf: each(columns[0]!.length), buckets: columns[0]!.length }), {
        names,
        draws: 10,
      })
    expect(of(survey(49, 1))).toBe('too-few')
    const [a, b, , y] = survey(100, 1)
    expect(of([a!, b!, new Float64Array(100).fill(3), y!])).toBe('constant')
    expect(of([a!, b!, a!.map((value) => 2 * value), y!])).toBe('collinear')
    expect(of([a!, b!, new Float64Array(100).fill(Number.NaN), y!])).toBe('too-few')
  })
})
