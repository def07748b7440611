import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomSource } from '../resampling/random-source.ts'
import { attributableFraction, fractionFromRiskRatio } from './attributable-fraction.ts'
import { coxConcordance, proportionalHazardsTest, survivalOfProfile } from './cox-predictions.ts'
import { coxRegression } from './cox-regression.ts'
import { cumulativeIncidence, incidenceAt } from './cumulative-incidence.ts'
import { discreteHazard } from './discrete-hazard.ts'
import { logRank } from './log-rank.ts'
import {
  restrictedMean,
  survivalAt,
  survivalCurve,
  survivalCurveOfCounts,
  survivalCurves,
} from './survival-curve.ts'

function known<T>(result: T | string): T {
  if (typeof result === 'string') throw new Error(result)
  return result as T
}

/** Remission in weeks; negative times are still observed. */
const TREATED = [6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35]
const PLACEBO = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]
const both = [...TREATED, ...PLACEBO]
const times = both.map(Math.abs)
const events = both.map((time) => (time > 0 ? 1 : 0))
const placebo = { name: 'placebo', values: both.map((_, i) => (i < TREATED.length ? 0 : 1)) }
const rows = { stop: times, event: events }

describe('survivalCurve', () => {
  const curve = known(
    survivalCurve(
      TREATED.map(Math.abs),
      TREATED.map((time) => (time > 0 ? 1 : 0)),
    ),
  )

  it('[STA-170] the leukaemia data of Freireich et al. 1963: .857 .807 .753 .690 .627 .538 .448 (Kalbfleisch & Prentice)', () => {
    const rounded = curve.steps.map(({ survival }) => Number(survival.toFixed(3)))
    expect(rounded).toEqual([0.857, 0.807, 0.753, 0.69, 0.627, 0.538, 0.448])
    expect(curve.steps[0]!.standardError).toBeCloseTo(0.0764, 4)
    expect(curve).toMatchObject({ median: 23, n: 21, events: 9 })
    expect(survivalAt(curve, 12.9)).toBeCloseTo(0.753, 3)
  })

  it('[STA-170] limits surround the curve and stay within 0–1; nobody left yet is 1; everybody gone has no limits', () => {
    for (const { low, high, survival } of curve.steps) {
      expect(0 <= low! && low! <= survival && survival <= high! && high! <= 1).toBe(true)
    }
    expect(survivalAt(curve, 1)).toBe(1)
    expect(known(survivalCurve([1, 2], [1, 1])).steps.at(-1)).toMatchObject({ survival: 0, low: null })
    expect(known(survivalCurve([1, 2], [1, 1])).median).toBe(1.5)
    expect(survivalCurve([], [])).toBe('no-answers')
    expect(survivalCurve([-1], [1])).toBe('not-finite')
    expect(() => survivalCurve([1], [])).toThrow(RangeError)
  })

  it('[STA-170] without anybody still observed it is one minus the share that has left', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 20 }),
        (list, time) => {
          const kept = known(
            survivalCurve(
              list,
              list.map(() => 1),
            ),
          )
          expect(survivalAt(kept, time)).toBeCloseTo(
            list.filter((value) => value > time).length / list.length,
            10,
          )
        },
      ),
    )
  })

  it('[STA-171] the restricted mean is the area under the curve, by hand: 1, 2, 3 kept up to 2.5', () => {
    const { value } = restrictedMean(known(survivalCurve([1, 2, 3], [1, 1, 1])), 2.5)
    expect(value).toBeCloseTo(1 + 2 / 3 + 1 / 6, 12)
  })
})

describe('logRank and coxRegression', () => {
  it('[STA-172] the leukaemia data: log-rank 16.79 (Kalbfleisch & Prentice)', () => {
    const result = known(logRank({ times, events, groups: Array.from(placebo.values) }))
    expect(result.chiSquared).toBeCloseTo(16.79, 2)
    expect(result.degreesOfFreedom).toBe(1)
    expect(logRank({ times, events, groups: times.map(() => 'all') })).toBe('constant')
  })

  it('[STA-173] the leukaemia data: 1.572 (0.412) by Efron, 1.509 (0.410) by Breslow (R coxph, MASS gehan)', () => {
    const efron = known(coxRegression(rows, [placebo]))
    const breslow = known(coxRegression(rows, [placebo], 'breslow'))
    expect(efron.coefficients[0]).toBeCloseTo(1.572, 3)
    expect(efron.standardErrors[0]).toBeCloseTo(0.412, 3)
    expect(breslow.coefficients[0]).toBeCloseTo(1.509, 3)
    expect(breslow.standardErrors[0]).toBeCloseTo(0.41, 3)
    expect(efron.logLikelihoods[1]).toBeGreaterThan(efron.logLikelihoods[0])
  })

  it('[STA-173] rows split in time, with the covariate repeated, give the same fit', () => {
    const split = times.flatMap((time, i) =>
      time > 5
        ? [
            { start: 0, stop: 5, event: 0, x: placebo.values[i]! },
            { start: 5, stop: time, event: events[i]!, x: placebo.values[i]! },
          ]
        : [{ start: 0, stop: time, event: events[i]!, x: placebo.values[i]! }],
    )
    const pieces = {
      start: split.map(({ start }) => start),
      stop: split.map(({ stop }) => stop),
      event: split.map(({ event }) => event),
    }
    const fit = known(coxRegression(pieces, [{ name: 'placebo', values: split.map(({ x }) => x) }]))
    expect(fit.coefficients[0]).toBeCloseTo(known(coxRegression(rows, [placebo])).coefficients[0]!, 9)
  })

  it('[STA-174] a coefficient that runs to infinity, no events and combined covariates are refused', () => {
    const perfect = { name: 'x', values: [1, 1, 0, 0] }
    expect(coxRegression({ stop: [1, 2, 3, 4], event: [1, 1, 0, 0] }, [perfect])).toBe('not-converged')
    expect(coxRegression({ stop: [1, 2, 3, 4], event: [0, 0, 0, 0] }, [perfect])).toBe('too-few')
    expect(coxRegression(rows, [placebo, { name: 'again', values: placebo.values }])).toBe('collinear')
    expect(coxRegression({ stop: [], event: [] }, [])).toBe('no-answers')
  })

  it('[STA-175] without covariate effect the profile’s survival is close to Kaplan–Meier; concordance is a share', () => {
    const fit = known(coxRegression(rows, [placebo]))
    const kept = survivalOfProfile(fit, rows, { profile: [0], time: 20 })
    expect(Math.abs(kept - 0.627)).toBeLessThan(0.1)
    expect(survivalOfProfile(fit, rows, { profile: [1], time: 20 })).toBeLessThan(kept)
    expect(coxConcordance(fit, rows)).toBeCloseTo(0.69, 2)
  })

  it('[STA-175] the test of proportional hazards finds an effect that turns round, and none that stays (seed 9)', () => {
    const random = randomSource(9)
    const x = Array.from({ length: 400 }, (_, i) => i % 2)
    const steady = x.map((value) => -Math.log(1 - random.uniform()) / Math.exp(value))
    const turning = x.map((value) => {
      const early = -Math.log(1 - random.uniform()) / (value === 1 ? 3 : 1)
      return early < 0.4 ? early : 0.4 - Math.log(1 - random.uniform()) / (value === 1 ? 0.4 : 1)
    })
    const pOf = (stop: number[]) => {
      const at = { stop, event: stop.map(() => 1) }
      return known(proportionalHazardsTest(known(coxRegression(at, [{ name: 'x', values: x }])), at)).p
    }
    expect(pOf(steady)).toBeGreaterThan(0.01)
    expect(pOf(turning)).toBeLessThan(1e-4)
  })
})

describe('discreteHazard', () => {
  it('[STA-176] without covariates the cloglog constant is ln(−ln(1 − rate)); periods without event are left out', () => {
    const event = [1, 0, 0, 0, 0, 0, 0, 1]
    const fit = known(discreteHazard({ event, covariates: [] }, 'cloglog'))
    expect(fit.coefficients[0]).toBeCloseTo(Math.log(-Math.log(0.75)), 9)
    const byPeriod = known(discreteHazard({ event, covariates: [], periods: [1, 1, 1, 2, 2, 2, 3, 3] }))
    expect(byPeriod.n).toBe(5)
    expect(byPeriod.coefficients[0]).toBeCloseTo(Math.log(1 / 2), 9)
  })
})

describe('cumulativeIncidence', () => {
  const causes = both.map((time, i) => (time <= 0 ? 0 : 1 + (i % 2)))

  it('[STA-177] the incidences of all causes and the share still there add up to 1', () => {
    const kept = known(survivalCurve(times, events))
    const [one, two] = [
      known(cumulativeIncidence(times, causes, 1)),
      known(cumulativeIncidence(times, causes, 2)),
    ]
    for (const time of [3, 8, 15, 30]) {
      expect(
        incidenceAt(one, time).incidence + incidenceAt(two, time).incidence + survivalAt(kept, time),
      ).toBeCloseTo(1, 12)
    }
  })

  it('[STA-177] with a single cause it is one minus Kaplan–Meier, with Greenwood’s variance', () => {
    const curve = known(survivalCurve(times, events))
    const steps = known(cumulativeIncidence(times, events, 1))
    steps.forEach(({ incidence, variance }, i) => {
      const { survival, standardError, atRisk, events: left } = curve.steps[i]!
      expect(incidence).toBeCloseTo(1 - survival, 12)
      if (atRisk > left) expect(Math.sqrt(variance)).toBeCloseTo(standardError!, 10)
      else expect(standardError).toBeNull()
    })
  })

  it('[STA-177] fewer than five events of a cause are too few', () => {
    expect(cumulativeIncidence([1, 2, 3], [1, 1, 2], 1)).toBe('too-few')
    expect(incidenceAt(known(cumulativeIncidence(times, causes, 1)), 0.5).incidence).toBe(0)
  })
})

describe('attributableFraction', () => {
  const table = { exposedLeft: 102, exposedStayed: 398, otherLeft: 98, otherStayed: 1402 }

  it('[STA-178] 51 % of leavers had a bad experience, 34.7 % of the leaving goes with it, by both formulas', () => {
    const result = attributableFraction(table)
    expect(result.value).toBeCloseTo(0.3466666667, 9)
    expect(result.exposedAmongLeavers).toBe(0.51)
    expect(fractionFromRiskRatio(0.51, result.riskRatio!)).toBeCloseTo(result.value!, 12)
    expect(result.low! < result.value! && result.value! < result.high!).toBe(true)
  })

  it('[STA-178] its 95 % interval covers the truth in 93–97 % of 2,000 simulated tables (seed 6)', () => {
    const random = randomSource(6)
    const count = (n: number, rate: number) =>
      Array.from({ length: n }, () => random.uniform()).filter((u) => u < rate).length
    const truth = 1 - 0.07 / (0.25 * 0.2 + 0.75 * 0.07)
    let covered = 0
    for (let i = 0; i < 2000; i++) {
      const exposed = count(600, 0.25)
      const [a, c] = [count(exposed, 0.2), count(600 - exposed, 0.07)]
      const { low, high } = attributableFraction({
        exposedLeft: a,
        exposedStayed: exposed - a,
        otherLeft: c,
        otherStayed: 600 - exposed - c,
      })
      if (low! <= truth && truth <= high!) covered += 1
    }
    expect(covered / 2000).toBeGreaterThan(0.93)
    expect(covered / 2000).toBeLessThan(0.97)
  })

  it('[STA-178] nobody, nobody leaving, and no leaver to compare with are not computable', () => {
    const nobody = { exposedLeft: 0, exposedStayed: 0, otherLeft: 0, otherStayed: 0 }
    expect(attributableFraction(nobody)).toMatchObject({ value: null, why: 'no-answers' })
    expect(attributableFraction({ ...nobody, otherStayed: 5 })).toMatchObject({ value: null, why: 'too-few' })
    expect(attributableFraction({ ...table, otherLeft: 0 })).toMatchObject({
      value: null,
      why: 'zero-denominator',
    })
  })
})

describe('survival from groups and from counts', () => {
  const random = randomSource(9)
  const times = Float64Array.from({ length: 400 }, () => 1 + random.index(12))
  const events = Uint8Array.from({ length: 400 }, () => (random.uniform() < 0.6 ? 1 : 0))
  const groups = Array.from({ length: 400 }, () => 'abc'[random.index(3)]!)

  it('[STA-170] the curve of each group is the curve of its people', () => {
    const curves = known(survivalCurves({ times, events, groups }))
    const ofB = (values: ArrayLike<number>) => Array.from(values).filter((_, i) => groups[i] === 'b')
    expect(curves.get('b')).toEqual(known(survivalCurve(ofB(times), ofB(events))))
    expect(curves.size).toBe(3)
    expect(survivalCurves({ times: [], events: [], groups: [] })).toBe('no-answers')
  })

  it('[STA-95] counts per time give the curve of the people', () => {
    const at = Array.from({ length: 12 }, (_, i) => 12 - i)
    const count = (time: number, event: number) =>
      Array.from(times).filter((value, i) => value === time && events[i] === event).length
    const counts = {
      times: at,
      left: at.map((time) => count(time, 1)),
      lastSeen: at.map((time) => count(time, 0)),
    }
    expect(survivalCurveOfCounts(counts)).toEqual(survivalCurve(times, events))
  })
})
