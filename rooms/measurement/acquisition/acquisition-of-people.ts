import { workedOutFigure } from '../../../foundations/statistics/comparison/worked-out-figure.ts'
import {
  type Difference,
  type Estimate,
  noDifference,
  noEstimate,
} from '../../../foundations/statistics/estimate.ts'
import { meanDifference, meanOfBins } from '../../../foundations/statistics/means/mean-of-bins.ts'
import { boxShareOfBins, shareDifference } from '../../../foundations/statistics/proportions/box-share.ts'
import { binsOfScores } from '../../../foundations/statistics/score-bins.ts'
import {
  type ExperienceLevel,
  experienceLevels,
  type LevelEnds,
  levelOf,
} from '../fragility/experience-levels.ts'
import type { CustomerMarks, CustomerPurchases } from '../purchases/customer-purchases.ts'
import { type Dated, datedSums } from './dated-sums.ts'

/** Who came, in the order of their numbers: when, how, through whom (0 where nobody is named), at what cost (NaN where unknown). */
export interface Arrivals {
  readonly people: Float64Array
  readonly days: Uint16Array
  readonly ways: Uint32Array
  readonly wayNames: readonly string[]
  readonly by: Float64Array
  readonly costs: Float64Array
}

export interface AcquisitionInput {
  readonly arrivals: Arrivals
  readonly marks: CustomerMarks
  readonly purchases: CustomerPurchases
  /** What was spent on people, by person and day. */
  readonly spent: Dated
  readonly ends: LevelEnds
  /** Days after coming, or after an answer, in which something counts. */
  readonly days: number
}

export interface WayFound {
  readonly through: string
  readonly n: number
  readonly share: Estimate
  readonly cost: Estimate
  readonly value: Estimate
  readonly kept: Estimate
}

export interface LevelBrings {
  readonly level: ExperienceLevel
  readonly n: number
  readonly brings: Estimate
  readonly broughtWorth: Estimate
  readonly kept: Estimate
  readonly keepingCost: Estimate
  readonly value: Estimate
}

export interface AcquisitionFound {
  readonly why: 'no-arrivals' | 'too-few' | null
  readonly came: number
  readonly referred: number
  readonly ambassadors: number
  readonly ways: readonly WayFound[]
  readonly referredMore: Difference
  readonly levels: readonly LevelBrings[]
  readonly bringsMore: Difference
  readonly keptMore: Difference
}

const happened = { from: Number.MIN_VALUE, to: Number.MAX_VALUE }
const fewest = 30

/**
 * What it costs to acquire people and to keep them, what they bring, and how experience moves both.
 *
 * People who came are followed for so many days after; people who answered for as many after the last answer whose days are over. Only those who can be
 * followed to the end count. Means have t intervals over people, shares Wilson's; what was brought is worth people times value, limits recovered from both.
 */
export function acquisitionOfPeople(
  input: AcquisitionInput,
  onProgress: (share: number) => void = () => {},
): AcquisitionFound {
  const { arrivals, purchases } = input
  const end = lastDay(input)
  const bought = datedSums({ people: purchases.buyers, days: purchases.days, amounts: purchases.worth })
  const came = arrivals.people.length
  const referred = arrivals.by.filter((by) => by > 0)
  const whole = { came, referred: referred.length, ambassadors: new Set(referred).size }
  const followed = rowsWhere(came, (row) => arrivals.days[row]! + input.days <= end)
  onProgress(0.2)
  const worthAfter = (row: number) =>
    bought.within(arrivals.people[row]!, ...spanAfter(arrivals.days[row]!, input.days))
  const worth = new Map(followed.map((row) => [row, worthAfter(row)]))
  const split = (isReferred: boolean) =>
    followed.filter((row) => arrivals.by[row]! > 0 === isReferred).map((row) => worth.get(row)!)
  const broughtValue = meanOf(split(true))
  onProgress(0.4)
  const answered = lastAnswers(input, end)
  const groups = experienceLevels.map((level) => answered.filter((one) => one.level === level))
  const lived = livesOf(groups, { ...input, bought })
  onProgress(0.9)
  const [weak, , strong] = lived
  const why = came === 0 ? 'no-arrivals' : followed.length < fewest ? 'too-few' : null
  return {
    ...whole,
    why,
    ways: waysOf({ arrivals, followed, worth, bought, days: input.days }),
    referredMore: differenceOf(split(true), split(false)),
    levels: lived.map((level) => levelTold(level, broughtValue)),
    bringsMore: differenceOf(strong!.brings, weak!.brings),
    keptMore:
      strong!.kept.length > 0 && weak!.kept.length > 0
        ? shareDifference(binsOfScores(strong!.kept), binsOfScores(weak!.kept), happened)
        : noDifference('newcombe-difference', 'no-answers'),
  }
}

type Bought = ReturnType<typeof datedSums>

/** First and last day of what counts after a day: the day itself does not. */
const spanAfter = (day: number, days: number): [number, number] => [day + 1, day + days]

/** The last day that purchases tell of. */
function lastDay({ purchases, marks }: AcquisitionInput): number {
  const { days } = purchases.days.length > 0 ? purchases : marks
  return days.reduce((last, day) => Math.max(last, day), 0)
}

function rowsWhere(count: number, fits: (row: number) => boolean): number[] {
  return Array.from({ length: count }, (_, row) => row).filter(fits)
}

function meanOf(values: readonly number[]): Estimate {
  return values.length === 0 ? noEstimate('mean-t', 'no-answers') : meanOfBins(binsOfScores(values))
}

function shareOf(values: readonly number[]): Estimate {
  return boxShareOfBins(binsOfScores(values), happened)
}

function differenceOf(first: readonly number[], second: readonly number[]): Difference {
  return first.length === 0 || second.length === 0
    ? noDifference('mean-difference-welch', 'no-answers')
    : meanDifference(binsOfScores(first), binsOfScores(second))
}

interface WaysNeeds {
  readonly arrivals: Arrivals
  readonly followed: readonly number[]
  readonly worth: ReadonlyMap<number, number>
  readonly bought: Bought
  readonly days: number
}

function waysOf({ arrivals, followed, worth, bought, days }: WaysNeeds): WayFound[] {
  const half = Math.ceil(days / 2)
  const kept = (row: number) => {
    const day = arrivals.days[row]!
    return Number(bought.within(arrivals.people[row]!, day + half + 1, day + days) > 0)
  }
  return [...Map.groupBy(followed, (row) => arrivals.ways[row]!)]
    .map(([way, rows]) => ({
      through: arrivals.wayNames[way]!,
      n: rows.length,
      share: shareOf(followed.map((row) => Number(arrivals.ways[row] === way))),
      cost: meanOf(rows.map((row) => arrivals.costs[row]!).filter((cost) => !Number.isNaN(cost))),
      value: meanOf(rows.map((row) => worth.get(row)!)),
      kept: shareOf(rows.map(kept)),
    }))
    .sort((a, b) => b.n - a.n)
}

interface Answered {
  readonly person: number
  readonly day: number
  readonly level: ExperienceLevel
}

/** Of each person the last answer whose days are over; marks come sorted by person and day. */
function lastAnswers({ marks, ends, days }: AcquisitionInput, end: number): Answered[] {
  const last = new Map<number, Answered>()
  for (const [row, person] of marks.buyers.entries()) {
    const day = marks.days[row]!
    if (day + days <= end) last.set(person, { person, day, level: levelOf(marks.marks[row]!, ends) })
  }
  return [...last.values()]
}

interface Lives {
  readonly level: ExperienceLevel
  readonly brings: readonly number[]
  readonly kept: readonly number[]
  readonly cost: readonly number[]
  readonly value: readonly number[]
}

/** What people of each level did in the days after their answer. */
function livesOf(
  groups: readonly (readonly Answered[])[],
  { arrivals, spent, bought, days }: AcquisitionInput & { readonly bought: Bought },
): Lives[] {
  const order = rowsWhere(arrivals.by.length, (row) => arrivals.by[row]! > 0).sort(
    (a, b) => arrivals.by[a]! - arrivals.by[b]!,
  )
  const brought = datedSums({
    people: Float64Array.from(order, (row) => arrivals.by[row]!),
    days: Uint16Array.from(order, (row) => arrivals.days[row]!),
    amounts: new Float64Array(order.length).fill(1),
  })
  const costs = datedSums(spent)
  return groups.map((people, at) => {
    const each = (sums: Bought) =>
      people.map(({ person, day }) => sums.within(person, ...spanAfter(day, days)))
    const value = each(bought)
    return {
      level: experienceLevels[at]!,
      brings: each(brought),
      kept: value.map((amount) => Number(amount > 0)),
      cost: each(costs),
      value,
    }
  })
}

function levelTold({ level, brings, kept, cost, value }: Lives, broughtValue: Estimate): LevelBrings {
  const people = meanOf(brings)
  const [one, other] = [people.value ?? 0, broughtValue.value ?? 0]
  return {
    level,
    n: brings.length,
    brings: people,
    broughtWorth: workedOutFigure({
      value: one * other,
      gradient: [other, one],
      operands: [people, broughtValue],
    }),
    kept: shareOf(kept),
    keepingCost: meanOf(cost),
    value: meanOf(value),
  }
}
