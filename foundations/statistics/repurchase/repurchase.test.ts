import { describe, expect, it } from 'vitest'
import { minimise, minimiseBetween, minimiseFromStarts } from '../optimisation/minimise.ts'
import { randomSource } from '../resampling/random-source.ts'
import {
  type BetaGeometricParameters,
  betaGeometricAlive,
  betaGeometricExpected,
  betaGeometricLogLikelihood,
  unaidedReturn,
} from './beta-geometric.ts'
import { betaGeometricLikelihood, customersByRepeats } from './beta-geometric-likelihood.ts'
import { fitBetaGeometric, fitPareto } from './fit-repurchase.ts'
import { fragilityOf, totalFragility } from './fragility.ts'
import { expectedSpend, fitGammaGamma } from './gamma-gamma.ts'
import { groupedHistories, historyColumns } from './purchase-history.ts'

function known<T>(result: T | string): T {
  if (typeof result === 'string') throw new Error(result)
  return result as T
}

const PUBLISHED: BetaGeometricParameters = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }
const customer = (
  ...[repeats, recency, observed, kind = 'bg']: [number, number, number, ('bg' | 'mbg')?]
) => ({
  history: { repeats, recency, observed },
  parameters: PUBLISHED,
  kind,
})

/** Customers bought with gamma rate 0.8/7 and left after each purchase with chance beta(1, 3) (seeded). */
function simulated(count: number, kind: 'bg' | 'mbg') {
  const random = randomSource(12)
  const exponential = () => -Math.log(1 - random.uniform())
  const gammaWhole = (shape: number) => Array.from({ length: shape }, exponential).reduce((a, b) => a + b, 0)
  return Array.from({ length: count }, () => {
    const rate = gammaWhole(1) / 8
    const leaves = 1 - random.uniform() ** (1 / 3)
    let [time, repeats, recency] = [0, 0, 0]
    let isAlive = kind === 'bg' || random.uniform() >= leaves
    while (isAlive) {
      time += exponential() / rate
      if (time > 60) break
      ;[repeats, recency] = [repeats + 1, time]
      isAlive = random.uniform() >= leaves
    }
    return { repeats, recency, observed: 60 }
  })
}

describe('minimise', () => {
  it('[STA-180] finds the minimum of Rosenbrock’s valley at 1, 1', () => {
    const valley = ([x = 0, y = 0]: readonly number[]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2
    const { point, converged } = minimise(valley, [-1.2, 1])
    expect(converged).toBe(true)
    expect(point[0]).toBeCloseTo(1, 5)
    expect(point[1]).toBeCloseTo(1, 5)
    expect(minimiseBetween((x) => (x - 2) ** 2, 0, 5)).toBeCloseTo(2, 6)
  })

  it('[STA-180] a function without minimum has not converged', () => {
    expect(minimise(([x = 0]) => -x, [0]).converged).toBe(false)
    expect(minimiseFromStarts(([x = 0]) => -x, [[0], [1]])).toBeNull()
  })
})

describe('beta-geometric models', () => {
  it('[STA-181] E[Y(39) | 2, 30.43, 38.86] is 1.226 as printed by Fader, Hardie & Lee (2005)', () => {
    expect(betaGeometricExpected(customer(2, 30.43, 38.86), 39)).toBeCloseTo(1.226, 3)
    expect(betaGeometricLogLikelihood(customer(2, 30.43, 38.86))).toBeCloseTo(-9.4586063, 6)
  })

  it('[STA-181] BG counts a customer seen once as alive; MBG does not', () => {
    expect(betaGeometricAlive(customer(0, 0, 38.86))).toBe(1)
    expect(betaGeometricAlive(customer(0, 0, 38.86, 'mbg'))).toBeLessThan(1)
  })

  it('[STA-182] the unaided return is 1 minus the gamma mixture of silence, checked by integration', () => {
    const { r, alpha } = PUBLISHED
    const shape = r + 2
    const rate = alpha + 38.86
    let [silence, mass] = [0, 0]
    for (let lambda = 5e-6; lambda < 2; lambda += 1e-5) {
      const weight = lambda ** (shape - 1) * Math.exp(-rate * lambda)
      silence += weight * Math.exp(-26 * lambda)
      mass += weight
    }
    const alive = betaGeometricAlive(customer(2, 30.43, 38.86))
    expect(unaidedReturn(customer(2, 30.43, 38.86), 26)).toBeCloseTo(alive * (1 - silence / mass), 6)
  })

  it('[STA-182] a longer window never lowers the chance to return, nor the expected purchases', () => {
    const at = [1, 10, 50, 200].map((weeks) => unaidedReturn(customer(3, 20, 40), weeks))
    const expected = [1, 10, 50, 200].map((weeks) => betaGeometricExpected(customer(3, 20, 40), weeks))
    expect(at).toEqual([...at].sort((a, b) => a - b))
    expect(expected).toEqual([...expected].sort((a, b) => a - b))
    expect(
      betaGeometricExpected({ ...customer(3, 20, 40), parameters: { ...PUBLISHED, a: 1 } }, 10),
    ).toBeGreaterThan(0)
  })

  it('[STA-183] parameters planted in 1,500 simulated customers are recovered: r 1, alpha 8, a 1, b 3', () => {
    for (const kind of ['bg', 'mbg'] as const) {
      const { parameters, repeaters } = known(fitBetaGeometric(simulated(1500, kind), kind))
      expect(Math.abs(parameters.r - 1)).toBeLessThan(0.3)
      expect(Math.abs(parameters.alpha - 8)).toBeLessThan(3)
      expect(Math.abs(parameters.a / (parameters.a + parameters.b) - 0.25)).toBeLessThan(0.05)
      expect(repeaters).toBeGreaterThan(500)
    }
  })

  it('[STA-183] too few customers, too few repeaters and impossible histories are refused', () => {
    const many = simulated(400, 'mbg')
    expect(fitBetaGeometric(many.slice(0, 299))).toBe('too-few')
    expect(fitBetaGeometric(many.map(({ observed }) => ({ repeats: 0, recency: 0, observed })))).toBe(
      'too-few',
    )
    expect(fitPareto([...many, { repeats: 1, recency: 70, observed: 60 }])).toBe('not-finite')
    expect(groupedHistories(historyColumns([many[0]!, many[0]!]))).toMatchObject([{ customers: 2 }])
  })

  it('[STA-95] histories counted by a store give the fit of the customers themselves', () => {
    const many = simulated(600, 'mbg').map((history) => ({
      ...history,
      recency: Math.round(history.recency),
    }))
    const columns = {
      repeats: [] as number[],
      recency: [] as number[],
      observed: [] as number[],
      customers: [] as number[],
    }
    for (const { repeats, recency, observed, customers } of groupedHistories(historyColumns(many))) {
      columns.repeats.push(repeats)
      columns.recency.push(recency)
      columns.observed.push(observed)
      columns.customers.push(customers)
    }
    expect(columns.customers.length).toBeLessThan(600)
    const [one, other] = [known(fitBetaGeometric(many)), known(fitBetaGeometric(columns))]
    expect(other.customers).toBe(600)
    expect(other.parameters.alpha).toBeCloseTo(one.parameters.alpha, 4)
    expect(other.logLikelihood).toBeCloseTo(one.logLikelihood, 6)
  })

  it('[STA-183] the likelihood of all is the sum over the customers, and its derivatives are its slopes', () => {
    const many = simulated(50, 'mbg')
    const columns = historyColumns(many)
    for (const kind of ['bg', 'mbg'] as const) {
      const at = (parameters: BetaGeometricParameters) =>
        betaGeometricLikelihood(columns, customersByRepeats(columns), { parameters, kind })
      const each = many.map((history) => betaGeometricLogLikelihood({ history, parameters: PUBLISHED, kind }))
      expect(at(PUBLISHED).logLikelihood).toBeCloseTo(
        each.reduce((sum, value) => sum + value, 0),
        8,
      )
      for (const [i, name] of (['r', 'alpha', 'a', 'b'] as const).entries()) {
        const beside = (step: number) => at({ ...PUBLISHED, [name]: PUBLISHED[name] + step }).logLikelihood
        expect(at(PUBLISHED).gradient[i]).toBeCloseTo((beside(1e-5) - beside(-1e-5)) / 2e-5, 4)
      }
    }
  })

  it('[STA-183] the search of many customers ends where the search of all would: 50,000 with planted r 1, alpha 8', () => {
    const { parameters } = known(fitBetaGeometric(simulated(50_000, 'bg'), 'bg'))
    expect(Math.abs(parameters.r - 1)).toBeLessThan(0.05)
    expect(Math.abs(parameters.alpha - 8)).toBeLessThan(0.5)
  })
})

describe('gamma–gamma spend', () => {
  it('[STA-184] at the parameters published for CDNOW (6.25, 3.74, 15.44), 2 purchases of 22.35 promise 24.66', () => {
    const parameters = { p: 6.25, q: 3.74, v: 15.44 }
    expect(expectedSpend(parameters, { repeats: 2, meanValue: 22.35 })).toBeCloseTo(24.663714, 6)
  })

  it('[STA-184] too few customers and values that are not positive are refused; the expectation lies between own and common mean', () => {
    const random = randomSource(1)
    const spends = Array.from({ length: 400 }, () => ({
      repeats: 1 + random.index(5),
      meanValue: 20 * Math.exp(0.5 * random.normal()),
    }))
    const { parameters, frequencyCorrelation } = known(fitGammaGamma(spends))
    const common = (parameters.p * parameters.v) / (parameters.q - 1)
    const own = 60
    const expected = expectedSpend(parameters, { repeats: 3, meanValue: own })
    expect(expected).toBeGreaterThan(common)
    expect(expected).toBeLessThan(own)
    expect(Math.abs(frequencyCorrelation!)).toBeLessThan(0.15)
    expect(fitGammaGamma(spends.slice(0, 29))).toBe('too-few')
    expect(fitGammaGamma([...spends, { repeats: 1, meanValue: 0 }])).toBe('not-finite')
  })
})

describe('fragility', () => {
  const base = {
    margin: 100,
    hazard: 0.1,
    referenceHazard: 0.05,
    unaidedReturn: 0.2,
    winBackRate: 0.3,
    contactCost: 5,
    offer: 20,
    secondValue: 200,
  }
  const terms = { horizon: 2, discount: 0, acquisitionCost: 80 }

  it('[STA-185] two periods at hazard 0.1: full 200, secured 171, at risk 29, from experience 14.25, by hand', () => {
    const result = fragilityOf(base, terms)
    expect(result.full).toBeCloseTo(200, 10)
    expect(result.secured).toBeCloseTo(171, 10)
    expect(result.atRisk).toBeCloseTo(29, 10)
    expect(result.atRiskFromExperience).toBeCloseTo(14.25, 10)
    expect(result).toMatchObject({ worthWinningBack: true, recoveryClass: 'to win back' })
    expect(result.unitRecoveryCost).toBeCloseTo(0.8 * (5 + 6 + 56), 10)
    expect(result.budget).toBeCloseTo(0.19 * 53.6, 10)
  })

  it('[STA-185] who returns by himself, and who is not worth an offer, is said; the index is at risk over full', () => {
    expect(fragilityOf({ ...base, unaidedReturn: 0.5 }, terms).recoveryClass).toBe('returns by himself')
    const cheap = fragilityOf({ ...base, secondValue: 30 }, terms)
    expect(cheap).toMatchObject({ recoveryClass: 'from zero', worthWinningBack: false })
    expect(cheap.unitRecoveryCost).toBeCloseTo(64, 10)
    expect(fragilityOf({ ...base, hazard: 0.02 }, terms).atRiskFromExperience).toBeLessThan(0)
    expect(totalFragility([fragilityOf(base, terms)]).index).toBeCloseTo(0.145, 10)
    expect(totalFragility([]).index).toBeNull()
  })
})
