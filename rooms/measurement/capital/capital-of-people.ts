import type { WhyNot } from '../../../foundations/statistics/estimate.ts'
import type { GlmFit } from '../../../foundations/statistics/regression/generalised-linear-model.ts'
import { parameterDraws } from '../../../foundations/statistics/resampling/parameter-draws.ts'
import { quantile } from '../../../foundations/statistics/resampling/quantile.ts'
import { affectiveRetention } from '../../../foundations/statistics/stocks/affective-retention.ts'
import { retentionOfHalfLife } from '../../../foundations/statistics/stocks/experience-stocks.ts'
import type { CustomerPurchases } from '../purchases/customer-purchases.ts'
import type { Limited } from '../purchases/limited.ts'
import type { Departures } from '../win-back/returns-of-leavers.ts'
import { type CapitalByTouchpoint, capitalByTouchpoint } from './capital-by-touchpoint.ts'
import { refitted } from './refitted-stocks.ts'
import { type Experiences, type RememberedPanel, rememberedPanel } from './remembered-panel.ts'
import { type FifthFound, stayingFifths } from './staying-fifths.ts'
import { type HalfLives, panelRows, type Stocks, stocksAt } from './stocks-of-people.ts'
import { type Keeping, type WorthTerms, worthOf } from './worth-of-stocks.ts'

export interface CapitalInput extends WorthTerms {
  readonly experiences: Experiences
  readonly purchases: CustomerPurchases
  readonly departures: Departures | null
  readonly draws: number
  readonly seed: number
}

/** Money: what past experiences are worth, what unrepaired bad ones cost, and what they cost in the next month. */
export interface CapitalSums {
  readonly capital: number
  readonly debt: number
  readonly interest: number
}

export interface CapitalFound {
  readonly people: number
  readonly exits: number
  readonly leaving: RememberedPanel['leaving']
  /** Last month, counted from year 0. */
  readonly end: number
  readonly halfLives: HalfLives & { readonly areFound: boolean }
  readonly negativity: Limited | null
  readonly isShown: boolean
  readonly why: WhyNot | null
  readonly totals: Readonly<Record<keyof CapitalSums, Limited>> | null
  readonly byTouchpoint: readonly CapitalByTouchpoint[]
  readonly months: readonly {
    readonly month: number
    readonly people: number
    readonly good: number
    readonly bad: number
  }[]
  readonly fifths: readonly FifthFound[]
  readonly sensitivity: readonly {
    readonly what: SensitivityKey
    readonly capital: number
    readonly debt: number
  }[]
}

export const sensitivityKeys = ['half', 'double', 'negativity-1', 'negativity-3'] as const
export type SensitivityKey = (typeof sensitivityKeys)[number]

/** Assumed where the facts do not tell: months after which half of a good and of a bad experience is left. */
const assumed = { good: 6, bad: 12 } as const
const halfLivesTried = [1, 3, 6, 12, 24]
/** Months of people from which half-lives and their effects are estimated, and from which other ones are, about at most. */
const searchedRows = 100_000
const refittedRows = 30_000
/** People on whom draws are worked out, at most. */
const drawnOn = 1000

/**
 * What people remember, and what it is worth. Each answer is an experience with a valence from −1 to 1; good and bad stocks fade by half-lives of their own, which are those
 * that explain best who stayed (`affectiveRetention`). Capital is what people are worth with their stocks minus what they would be worth without any history;
 * debt is what they would be worth without their bad stock minus what they are. Definition after Nerlove & Arrow (1962) and Bolton (1998); an association.
 */
export function capitalOfPeople(
  input: CapitalInput,
  onProgress: (share: number) => void = () => {},
): CapitalFound {
  const { experiences, purchases, departures } = input
  const panel = rememberedPanel(experiences, purchases, departures)
  const rows = panelRows(experiences, panel, { step: stepOf(panel, searchedRows), offset: 0 })
  const found = affectiveRetention(rows, {
    halfLives: halfLivesTried,
    onProgress: (share) => onProgress(0.8 * share),
  })
  const isKnown = typeof found !== 'string'
  const halfLives = isKnown ? { good: found.goodHalfLife, bad: found.badHalfLife } : assumed
  const keeping = isKnown && found.isShown ? keepingOf(found.fit) : null
  const stocks = panel.people.map((person) =>
    stocksAt(experiences, person, { ...halfLives, month: panel.end }),
  )
  const valued = keeping && { input, panel, stocks, keeping }
  onProgress(0.9)
  return {
    people: panel.people.filter(({ hasLeft }) => !hasLeft).length,
    exits: panel.people.filter(({ hasLeft }) => hasLeft).length,
    ...{ leaving: panel.leaving, end: panel.end },
    halfLives: { ...halfLives, areFound: isKnown && found.isShown },
    negativity: isKnown && found.isShown ? found.negativity : null,
    isShown: keeping !== null,
    why: isKnown ? null : found,
    totals: valued && totalsOf(valued, isKnown ? found.fit : null),
    byTouchpoint: keeping
      ? capitalByTouchpoint({ experiences, panel, halfLives, keeping, terms: input })
      : [],
    months: monthsOfStocks(experiences, panel, halfLives),
    fifths: keeping ? stayingFifths(experiences, panel, halfLives) : [],
    sensitivity: valued ? sensitivityOf(valued, halfLives) : [],
  }
}

function stepOf({ people }: RememberedPanel, most: number): number {
  const rows = people.reduce((sum, { first, last }) => sum + last - first + 1, 0)
  return Math.max(1, Math.ceil(rows / most))
}

const keepingOf = ({ coefficients }: GlmFit): Keeping => ({
  constant: coefficients[0]!,
  good: coefficients[1]!,
  bad: coefficients[2]!,
})

interface Valued {
  readonly input: CapitalInput
  readonly panel: RememberedPanel
  readonly stocks: readonly Stocks[]
  readonly keeping: Keeping
}

/** Sums over every so many-th person who is still there. */
function sumsOf({ input, panel, stocks, keeping }: Valued, step = 1): CapitalSums {
  const nothing = worthOf({ good: 0, bad: 0 }, keeping, input)
  const next = { ...input, horizon: 1 }
  let [capital, debt, interest] = [0, 0, 0]
  for (let at = 0; at < stocks.length; at += step) {
    const { hasLeft, monthly } = panel.people[at]!
    if (hasLeft || monthly === 0) continue
    const { good, bad } = stocks[at]!
    const worth = worthOf({ good, bad }, keeping, input)
    capital += monthly * (worth - nothing)
    if (bad === 0) continue
    const repaired = { good, bad: 0 }
    debt += monthly * (worthOf(repaired, keeping, input) - worth)
    interest += monthly * (worthOf(repaired, keeping, next) - worthOf({ good, bad }, keeping, next))
  }
  return { capital, debt, interest }
}

function totalsOf(valued: Valued, fit: GlmFit | null): CapitalFound['totals'] {
  const { draws, seed } = valued.input
  const whole = sumsOf(valued)
  const step = Math.max(1, Math.ceil(valued.stocks.length / drawnOn))
  const centre = sumsOf(valued, step)
  const covariance = fit?.covariance.to2DArray()
  const drawn =
    covariance &&
    parameterDraws({ centre: Object.values(valued.keeping), covariance }, { draws, seed })?.map(
      ([constant = 0, good = 0, bad = 0]) => sumsOf({ ...valued, keeping: { constant, good, bad } }, step),
    )
  const limited = (name: keyof CapitalSums): Limited => {
    const scaled = (drawn ?? [centre]).map((one) =>
      centre[name] === 0 ? whole[name] : (whole[name] * one[name]) / centre[name],
    )
    return { value: whole[name], low: quantile(scaled, 0.025), high: quantile(scaled, 0.975) }
  }
  return { capital: limited('capital'), debt: limited('debt'), interest: limited('interest') }
}

/** Mean stocks of those who were there, month by month. */
function monthsOfStocks(
  experiences: Experiences,
  panel: RememberedPanel,
  halfLives: HalfLives,
): CapitalFound['months'] {
  const { people, end } = panel
  const first = people.reduce((least, person) => Math.min(least, person.first), end)
  const months = Array.from({ length: Math.max(0, end - first + 1) }, (_, at) => ({
    ...{ month: first + at, people: 0, good: 0, bad: 0 },
  }))
  const [goodRetention, badRetention] = [
    retentionOfHalfLife(halfLives.good),
    retentionOfHalfLife(halfLives.bad),
  ]
  for (const person of people) {
    let [good, bad, entry] = [0, 0, person.from]
    for (let month = person.first; month <= Math.min(person.last, end); month++) {
      good *= goodRetention
      bad *= badRetention
      for (; entry < person.to && experiences.months[entry] === month; entry++) {
        good += experiences.good[entry]!
        bad += experiences.bad[entry]!
      }
      const one = months[month - first]!
      one.people++
      one.good += good
      one.bad += bad
    }
  }
  return months
    .filter((one) => one.people > 0)
    .map(({ month, people: n, good, bad }) => ({ month, people: n, good: good / n, bad: bad / n }))
}

/** Capital and debt if experiences faded twice as fast or half as fast, refitted; and if a bad one counted as one or three good ones. */
function sensitivityOf(valued: Valued, halfLives: HalfLives): CapitalFound['sensitivity'] {
  const { input, panel, keeping } = valued
  const rows = panelRows(input.experiences, panel, { step: stepOf(panel, refittedRows), offset: 0 })
  const other = (factor: number) => {
    const lives = { good: halfLives.good * factor, bad: halfLives.bad * factor }
    const fit = refitted(rows, lives)
    if (typeof fit === 'string') return null
    const stocks = panel.people.map((person) =>
      stocksAt(input.experiences, person, { ...lives, month: panel.end }),
    )
    return sumsOf({ ...valued, stocks, keeping: keepingOf(fit) })
  }
  const negative = (times: number) =>
    sumsOf({ ...valued, keeping: { ...keeping, bad: -times * keeping.good } })
  const all = {
    half: other(0.5),
    double: other(2),
    'negativity-1': negative(1),
    'negativity-3': negative(3),
  }
  return sensitivityKeys.flatMap((what) => {
    const sums = all[what]
    return sums ? [{ what, capital: sums.capital, debt: sums.debt }] : []
  })
}
