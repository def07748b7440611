import { describe, expect, it } from 'vitest'
import { randomSource } from '../resampling/random-source.ts'
import { type FollowedColumns, fitFollowed } from './fit-followed.ts'
import { betaGeometricCovariance, fitBetaGeometric } from './fit-repurchase.ts'
import {
  expectedStay,
  type FollowedCustomer,
  followedAlive,
  followedExpected,
  followedLogLikelihood,
} from './followed-customer.ts'

function known<T>(result: T | string): T {
  if (typeof result === 'string') throw new Error(result)
  return result as T
}

const followedFor = (
  ...[before, known, after, recency, followed]: [number, number, number, number, number]
) => ({ before, known, after, recency, followed }) satisfies FollowedCustomer

/** Customers with a buying rate gamma(2, 40) a week, known for 0 to 100 weeks when they answer, and a lifetime from there on (seeded). */
function simulated(count: number, { leaving, seed }: { leaving: number; seed: number }): FollowedColumns {
  const random = randomSource(seed)
  const exponential = () => -Math.log(1 - random.uniform())
  const purchasesIn = (rate: number, time: number) => {
    const times: number[] = []
    for (let at = exponential() / rate; at < time; at += exponential() / rate) times.push(at)
    return times
  }
  const customers = Array.from({ length: count }, () => {
    const rate = (exponential() + exponential()) / 40
    const seen = 100 * random.uniform()
    const before = purchasesIn(rate, seen).length
    const since = purchasesIn(rate, Math.min(52, exponential() / leaving))
    return followedFor(before, seen, since.length, since.at(-1) ?? 0, 52)
  })
  const column = (name: keyof FollowedCustomer) => customers.map((customer) => customer[name])
  return {
    ...{ before: column('before'), known: column('known'), after: column('after') },
    ...{ recency: column('recency'), followed: column('followed') },
  }
}

describe('customers followed from a landmark on', () => {
  it.each([
    [followedFor(3, 80, 2, 30.5, 52), [-22.21402758819843, 0.8507030084610778, 0.743123754576363]],
    [followedFor(0, 0, 0, 0, 40), [-0.8249500391604654, 0.7377322967899852, 0.3218652508452318]],
    [followedFor(10, 150, 0, 0, 52), [-40.59507792643903, 0.4035786798831054, 0.447951435962136]],
    [followedFor(1, 20, 40, 51, 52), [-83.54448582792723, 0.9940735115188927, 8.148780788107542]],
    [followedFor(5, 60, 3, 2, 104), [-29.916370212786582, 0.021530887576695162, 0.02325088734955998]],
  ])(
    '[STA-187] %o: likelihood, P(alive) and purchases over 26 weeks (SciPy, quad)',
    (customer, [logLikelihood = 0, alive = 0, expected = 0]) => {
      const parameters = { r: 1.7, alpha: 55, leaving: 0.005 }
      expect(followedLogLikelihood(parameters, customer)).toBeCloseTo(logLikelihood, 10)
      expect(followedAlive(parameters, customer)).toBeCloseTo(alive, 12)
      expect(followedExpected(parameters, customer, 26)).toBeCloseTo(expected, 11)
    },
  )

  it('[STA-187] nobody leaves at rate 0 in thought, and what cannot be is refused by name', () => {
    expect(expectedStay(0, 26)).toBe(26)
    expect(expectedStay(1e-9, 26)).toBeCloseTo(26, 6)
    const parameters = { r: 1, alpha: 1, leaving: 0.1 }
    expect(() => followedAlive(parameters, followedFor(0, 1, 0, 3, 5))).toThrow('the last after 3 of 5')
    expect(() => followedAlive({ ...parameters, leaving: 0 }, followedFor(0, 1, 1, 3, 5))).toThrow(
      'leaving is 0',
    )
  })

  it('[STA-188] rates are found again within their intervals, nineteen times in twenty', () => {
    const leaving = 0.012
    const errors = Array.from({ length: 40 }, (_, seed) => {
      const fit = known(fitFollowed(simulated(1500, { leaving, seed })))
      return (Math.log(fit.parameters.leaving) - Math.log(leaving)) / Math.sqrt(fit.covariance![2]![2]!)
    })
    expect(errors.filter((error) => Math.abs(error) < 1.96).length).toBeGreaterThanOrEqual(34)
    expect(Math.abs(errors.reduce((sum, error) => sum + error, 0) / 40)).toBeLessThan(0.6)
    const { parameters } = known(fitFollowed(simulated(20_000, { leaving, seed: 99 })))
    expect(parameters.r).toBeCloseTo(2, 0)
    expect(parameters.alpha / 40).toBeCloseTo(1, 1)
  })

  it('[STA-188] too few customers, or one that cannot be, give no fit', () => {
    expect(fitFollowed(simulated(200, { leaving: 0.01, seed: 1 }))).toBe('too-few')
    const columns = simulated(400, { leaving: 0.01, seed: 1 })
    expect(fitFollowed({ ...columns, recency: Array.from(columns.followed, () => 60) })).toBe('not-finite')
  })
})

it('[STA-189] the covariance of a beta-geometric fit is that of fits to samples drawn anew', () => {
  const random = randomSource(5)
  const exponential = () => -Math.log(1 - random.uniform())
  const sampleOf = (count: number) =>
    Array.from({ length: count }, () => {
      const rate = (exponential() + exponential()) / 12
      const leaves = 1 - random.uniform() ** (1 / 3)
      let [time, repeats, recency] = [0, 0, 0]
      let isAlive = random.uniform() >= leaves
      while (isAlive) {
        time += exponential() / rate
        if (time > 60) break
        ;[repeats, recency] = [repeats + 1, time]
        isAlive = random.uniform() >= leaves
      }
      return { repeats, recency, observed: 60 }
    })
  const fits = Array.from({ length: 40 }, () => {
    const sample = sampleOf(1500)
    const { parameters } = known(fitBetaGeometric(sample))
    return { parameters, covariance: betaGeometricCovariance(sample, parameters)! }
  })
  const spreadOf = (values: readonly number[]) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
  }
  const told = (i: number) =>
    fits.reduce((sum, { covariance }) => sum + Math.sqrt(covariance[i]![i]!), 0) / 40
  expect(told(0) / spreadOf(fits.map(({ parameters }) => Math.log(parameters.r)))).toBeCloseTo(1, 0)
  expect(told(1) / spreadOf(fits.map(({ parameters }) => Math.log(parameters.alpha)))).toBeCloseTo(1, 0)
})
