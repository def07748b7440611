import {
  driverShares,
  type KeyDrivers,
  keyDrivers,
  predictorCorrelations,
} from '../foundations/statistics/importance/key-drivers.ts'
import { meanAndSd } from '../foundations/statistics/means/mean-and-sd.ts'
import { meanDifference } from '../foundations/statistics/means/mean-of-bins.ts'
import { npsOfBins } from '../foundations/statistics/nps/net-promoter-score.ts'
import { departureHazard } from '../foundations/statistics/pressure/departure-hazard.ts'
import { interceptOf } from '../foundations/statistics/regression/design-matrix.ts'
import {
  type GlmFit,
  generalisedLinearModel,
} from '../foundations/statistics/regression/generalised-linear-model.ts'
import { logitFamily } from '../foundations/statistics/regression/likelihood-families.ts'
import { bootstrapValues, percentileLimits } from '../foundations/statistics/resampling/bootstrap.ts'
import { binsOfScores } from '../foundations/statistics/score-bins.ts'
import type { PlantedTruths } from './planted-truths.ts'
import { rememberedTouchpoints } from './sample-questions.ts'
import type { PurchaseSurvey, SampleFacts } from './test-sample-facts.ts'
import type { Slope } from './test-unit-months.ts'

/** A result, or an error that says why there is none. */
export function known<Result>(result: Result | string): Result {
  if (typeof result === 'string') throw new Error(result)
  return result as Result
}

/** Coefficient number `at` of a fit with its 95 % limits. */
export function coefficientAt({ coefficients, standardErrors }: GlmFit, at: number, inflation = 1): Slope {
  const value = coefficients[at]!
  const half = 1.96 * standardErrors[at]! * inflation
  return { value, low: value - half, high: value + half }
}

export interface DriversFound {
  readonly found: KeyDrivers
  /** Share of the variance of recommendation that each touchpoint should explain, by the weights planted. */
  readonly planted: readonly number[]
}

/** Drivers of recommendation found, and the shares that the planted weights give with the marks as people gave them. */
export function recommendationDrivers({ yearly }: SampleFacts, { drivers }: PlantedTruths): DriversFound {
  const columns = rememberedTouchpoints.map((_, slot) => yearly.map(({ marks }) => marks[slot]!))
  const weights = rememberedTouchpoints.map((touchpoint) => drivers.weights[touchpoint]!)
  const explained = yearly.map(({ marks }) =>
    marks.reduce((sum, mark, slot) => sum + mark * weights[slot]!, 0),
  )
  const variance = meanAndSd(explained).sd! ** 2
  const r2 = variance / (variance + drivers.personal ** 2 + 1 / 12)
  const exact = known(driverShares(known(predictorCorrelations(explained, columns)), 'lmg'))
  const predictors = rememberedTouchpoints.map((name, slot) => ({ name, values: columns[slot]! }))
  const found = known(
    keyDrivers(
      yearly.map(({ recommend }) => recommend),
      predictors,
      { draws: 300, seed: 3 },
    ),
  )
  return { found, planted: Array.from(exact, (share) => share * r2) }
}

/** Marks lost at first use for each mark lost at delivery when it comes late: one difference over the other. */
export function carriedOver({ purchaseSurveys }: SampleFacts): Slope {
  const online = purchaseSurveys.filter(({ channel }) => channel === 'web')
  const ratio = (rows: ArrayLike<number>) => {
    const sums = { late: [0, 0, 0], onTime: [0, 0, 0] } as Record<string, number[]>
    for (let i = 0; i < rows.length; i++) {
      const { isLate, marks } = online[rows[i]!]!
      const group = sums[isLate ? 'late' : 'onTime']!
      group[0]! += 1
      group[1]! += marks['mark-delivery']!
      group[2]! += marks['mark-first-use']!
    }
    const lost = (at: number) => sums.late![at]! / sums.late![0]! - sums.onTime![at]! / sums.onTime![0]!
    return lost(2) / lost(1)
  }
  const limits = percentileLimits(bootstrapValues(online.length, ratio, { draws: 500, seed: 2 }))!
  return { value: ratio(Array.from(online, (_, row) => row)), low: limits.low, high: limits.high }
}

/** Points of ease lost in a store when the purchase began online. */
export function easeOfSwitch({ purchaseSurveys }: SampleFacts) {
  const inStore = purchaseSurveys.filter((one) => one.channel === 'store' && one.isKnownOnline)
  const eases = (isSwitch: boolean) =>
    inStore.filter((one) => one.isSwitch === isSwitch).map(({ ease }: PurchaseSurvey) => ease)
  return meanDifference(binsOfScores(eases(true)), binsOfScores(eases(false)))
}

export interface NonResponse {
  /** Log odds of answering for each point of recommendation. */
  readonly perPoint: Slope
  readonly npsOfAnswers: number
  /** NPS of all who were asked: those who answered, and the called for all who did not (Hansen & Hurwitz 1946). */
  readonly npsOfAll: number
}

/**
 * Who answers. The called are a sample of those who did not answer, so the slope of a logistic regression over both groups is that of
 * the people asked; only its constant is not.
 */
export function nonResponse({ yearly, calls, invited }: SampleFacts): NonResponse {
  const recommend = [...yearly, ...calls].map((one) => one.recommend)
  const responded = recommend.map((_, row) => (row < yearly.length ? 1 : 0))
  const predictors = [interceptOf(recommend.length), { name: 'recommend', values: recommend }]
  const fit = known(generalisedLinearModel(responded, predictors, { family: logitFamily }))
  const nps = (scores: readonly number[]) => npsOfBins(binsOfScores(scores)).value!
  const share = yearly.length / invited.size
  const npsOfAnswers = nps(yearly.map((one) => one.recommend))
  const npsOfCalls = nps(calls.map((one) => one.recommend))
  return {
    perPoint: coefficientAt(fit, 1),
    npsOfAnswers,
    npsOfAll: share * npsOfAnswers + (1 - share) * npsOfCalls,
  }
}

/** Leaving all lists by messages of the week, over weeks with at least one message of every second person. */
export function fatigue({ weeks, unsubscribed }: SampleFacts): { constant: Slope; slope: Slope } {
  const contacts: number[] = []
  const left: number[] = []
  for (const [week, senders] of weeks) {
    if (week.charCodeAt(8) % 2 === 0) continue
    const written = [...senders].reduce((sum, [, messages]) => sum + messages, 0)
    contacts.push(written)
    left.push(unsubscribed.has(week) ? 1 : 0)
  }
  const { fit } = known(departureHazard({ contacts, left }))
  return { constant: coefficientAt(fit, 0), slope: coefficientAt(fit, 1) }
}

/** Person-weeks in which a team wrote more often than it may, by team. */
export function weeksBeyondCap({ weeks }: SampleFacts, cap: number): Map<string, number> {
  const beyond = new Map<string, number>()
  for (const senders of weeks.values())
    for (const [sender, messages] of senders)
      beyond.set(sender, (beyond.get(sender) ?? 0) + (messages > cap ? 1 : 0))
  return beyond
}
