import type { WhyNot } from '../../../foundations/statistics/estimate.ts'
import {
  type BetaGeometricParameters,
  betaGeometricExpected,
} from '../../../foundations/statistics/repurchase/beta-geometric.ts'
import { type FollowedFit, fitFollowed } from '../../../foundations/statistics/repurchase/fit-followed.ts'
import {
  betaGeometricCovariance,
  fitBetaGeometric,
} from '../../../foundations/statistics/repurchase/fit-repurchase.ts'
import {
  expectedStay,
  type FollowedCustomer,
  type FollowedParameters,
  followedAlive,
  followedRate,
} from '../../../foundations/statistics/repurchase/followed-customer.ts'
import type { PurchaseHistory } from '../../../foundations/statistics/repurchase/purchase-history.ts'
import { followedOf, historyOf } from '../purchases/customer-history.ts'
import { type Customers, lastAnswerIn, type Span } from '../purchases/customer-purchases.ts'
import { type ExperienceLevel, experienceLevels, type LevelEnds, levelOf } from './experience-levels.ts'

/** Levels of those who answered, and those of whom nothing is heard. */
export const customerLevels = [...experienceLevels, 'unheard'] as const
export type CustomerLevel = (typeof customerLevels)[number]

/** A customer on a day: followed from their last answer of the time before, or seen through what they bought alone. */
export type SeenCustomer =
  | { readonly level: ExperienceLevel; readonly followed: FollowedCustomer }
  | { readonly level: 'unheard'; readonly history: PurchaseHistory }

/** When answers tell a level, and until when people are followed. */
export interface SeenAt {
  readonly heard: Span
  readonly until: number
  readonly ends: LevelEnds
}

/** A customer as seen on a day; null before the first purchase. */
export function seenCustomer(customers: Customers, customer: number, at: SeenAt): SeenCustomer | null {
  const answer = lastAnswerIn(customers, customer, at.heard)
  const followed = answer && followedOf(customers, customer, { answer: answer.day, until: at.until })
  if (followed) return { level: levelOf(answer.mark, at.ends), followed }
  const history = historyOf(customers, customer, at.until)
  return history && { level: 'unheard', history }
}

/** How people who answered buy and leave, as estimated. */
export interface FollowedModel {
  readonly kind: 'followed'
  readonly fit: FollowedFit
  /** Fitted on all who answered, because the level alone has too few. */
  readonly isPooled: boolean
}

/** How people not heard of buy and leave, as estimated. */
export interface RepurchaseModel {
  readonly kind: 'repurchase'
  readonly customers: number
  readonly parameters: BetaGeometricParameters
  readonly covariance: readonly (readonly number[])[] | null
}
export type LeavingModel = FollowedModel | RepurchaseModel

export type LeavingModels = Readonly<Record<ExperienceLevel, FollowedModel | WhyNot>> & {
  readonly unheard: RepurchaseModel | WhyNot
}

/** Columns that grow as customers are seen. */
class FollowedList {
  readonly before: number[] = []
  readonly known: number[] = []
  readonly after: number[] = []
  readonly recency: number[] = []
  readonly followed: number[] = []

  add(customer: FollowedCustomer): void {
    for (const name of ['before', 'known', 'after', 'recency', 'followed'] as const)
      this[name].push(customer[name])
  }
}

class HistoryList {
  readonly repeats: number[] = []
  readonly recency: number[] = []
  readonly observed: number[] = []

  add(history: PurchaseHistory): void {
    for (const name of ['repeats', 'recency', 'observed'] as const) this[name].push(history[name])
  }
}

interface ModelQuestion {
  readonly customers: Customers
  /** Those who answered are followed from one window to its end; the others are seen on the day of the forecast. */
  readonly answered: SeenAt
  readonly unheard: SeenAt
}

/** Customers from whom rates are estimated, at most: more of them would tell nothing new. */
const estimatedFrom = 200_000

/**
 * How customers of each level buy and leave: those who answered from their answer on, the others by MBG/NBD over their whole history.
 * A level with too few people takes the rates of all who answered.
 */
export function leavingModels({ customers, answered, unheard }: ModelQuestion): LeavingModels {
  const lists = { weak: new FollowedList(), middle: new FollowedList(), strong: new FollowedList() }
  const all = new FollowedList()
  const silent = new HistoryList()
  const step = Math.ceil(customers.count / estimatedFrom)
  for (let customer = 0; customer < customers.count; customer += step) {
    const seen = seenCustomer(customers, customer, answered)
    if (seen && seen.level !== 'unheard') {
      lists[seen.level].add(seen.followed)
      all.add(seen.followed)
    }
    const now = seenCustomer(customers, customer, unheard)
    if (now?.level === 'unheard') silent.add(now.history)
  }
  let pooled: FollowedFit | WhyNot | undefined
  const modelOf = (level: ExperienceLevel): FollowedModel | WhyNot => {
    const own = fitFollowed(lists[level])
    if (typeof own !== 'string') return { kind: 'followed', fit: own, isPooled: false }
    pooled ??= fitFollowed(all)
    return typeof pooled === 'string' ? pooled : { kind: 'followed', fit: pooled, isPooled: true }
  }
  return {
    ...{ weak: modelOf('weak'), middle: modelOf('middle'), strong: modelOf('strong') },
    unheard: silentModel(silent),
  }
}

function silentModel(histories: HistoryList): RepurchaseModel | WhyNot {
  const fit = fitBetaGeometric(histories)
  if (typeof fit === 'string') return fit
  const { parameters, customers } = fit
  return {
    kind: 'repurchase',
    customers,
    parameters,
    covariance: betaGeometricCovariance(histories, parameters),
  }
}

/** Purchases over a horizon: if the customer never left, as expected, and as expected if leaving from now on like the reference. */
export interface Expected {
  readonly kept: number
  readonly expected: number
  readonly likeReference: number
}

/** Parameters of a level, as estimated or as one draw of them. */
export type Rates = FollowedParameters | BetaGeometricParameters

/** What is expected of one customer. */
export function expectedOf(
  seen: SeenCustomer,
  rates: Rates,
  { horizon, reference }: { readonly horizon: number; readonly reference: number | null },
): Expected {
  if (seen.level === 'unheard') {
    const parameters = rates as BetaGeometricParameters
    const { repeats, observed } = seen.history
    const kept = ((parameters.r + repeats) / (parameters.alpha + observed)) * horizon
    const expected = betaGeometricExpected({ history: seen.history, parameters, kind: 'mbg' }, horizon)
    return { kept, expected, likeReference: expected }
  }
  const parameters = rates as FollowedParameters
  const rate = followedRate(parameters, seen.followed)
  const living = followedAlive(parameters, seen.followed) * rate
  const expected = living * expectedStay(parameters.leaving, horizon)
  const likeReference = reference === null ? expected : living * expectedStay(reference, horizon)
  return { kept: rate * horizon, expected, likeReference }
}
