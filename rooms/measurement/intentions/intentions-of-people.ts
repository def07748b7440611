import {
  calibratedShare,
  isotonicCalibration,
} from '../../../foundations/statistics/prediction/isotonic-calibration.ts'
import {
  areaUnderCurveError,
  type PredictionQuality,
  predictionQuality,
} from '../../../foundations/statistics/prediction/prediction-quality.ts'
import { wilsonInterval } from '../../../foundations/statistics/proportions/wilson-interval.ts'
import type { CustomerMarks, CustomerPurchases } from '../purchases/customer-purchases.ts'
import { type Limited, limitedBy } from '../purchases/limited.ts'
import type { Departures } from '../win-back/returns-of-leavers.ts'

export interface IntentionsInput {
  readonly marks: CustomerMarks
  readonly purchases: CustomerPurchases
  /** Who left and came back; read where staying is asked for. */
  readonly departures: Departures | null
  readonly behaviour: 'buy' | 'stay'
  readonly days: number
  readonly scale: { readonly low: number; readonly high: number }
}

export interface IntentionGroup {
  readonly low: number
  readonly high: number
  readonly said: number
  readonly did: Limited
  readonly n: number
  readonly means: number | null
}

export interface IntentionsFound {
  readonly why: 'too-few' | 'constant' | 'no-departures' | null
  readonly n: number
  readonly people: number
  readonly said: number | null
  readonly did: Limited | null
  readonly overstatement: Limited | null
  readonly auc: Limited | null
  readonly quality: Pick<PredictionQuality, 'calibrationSlope' | 'isCalibrated'> | null
  readonly groups: readonly IntentionGroup[]
  readonly check: {
    readonly n: number
    /** Counted from 1970. */
    readonly fromDay: number
    readonly asStated: number
    readonly recalibrated: number
    readonly expected: number
    readonly came: number
  } | null
}

/** An answer with what was stated in it and whether it was done in the days after. */
interface Stated {
  readonly person: number
  readonly day: number
  readonly score: number
  readonly chance: number
  readonly did: 0 | 1
}

/** Fewest answers of which anything is told, and fewest in each half of a check. */
const fewest = 100

/** How well stated intentions came true: how much they overstate, whom they tell apart, and what a score means. */
export function intentionsOfPeople(
  input: IntentionsInput,
  onProgress: (share: number) => void = () => {},
): IntentionsFound {
  const stated = statedOf(input)
  const people = new Set(stated.map(({ person }) => person)).size
  const none = {
    ...{ n: stated.length, people, said: null, did: null, overstatement: null, auc: null, quality: null },
    ...{ groups: [], check: null },
  }
  if (input.behaviour === 'stay' && input.departures === null) return { ...none, why: 'no-departures' }
  if (stated.length < fewest) return { ...none, why: 'too-few' }
  onProgress(0.3)
  const chances = stated.map(({ chance }) => chance)
  const done = stated.map(({ did }) => did)
  const quality = predictionQuality(chances, done)
  if (typeof quality === 'string') return { ...none, why: 'constant' }
  onProgress(0.7)
  const events = quality.events
  const limits = wilsonInterval(events, stated.length)
  return {
    ...{ why: null, n: stated.length, people },
    said: chances.reduce((sum, one) => sum + one, 0) / stated.length,
    did: { value: events / stated.length, ...limits },
    overstatement: overstatementOf(stated),
    auc: aucOf(quality, stated.length - events),
    quality,
    groups: groupsOf(stated, input.scale),
    check: checkOf(stated),
  }
}

function statedOf({ marks, purchases, departures, behaviour, days, scale }: IntentionsInput): Stated[] {
  const done = behaviour === 'buy' ? daysByPerson(purchases.buyers, purchases.days, () => true) : null
  const left =
    departures && daysByPerson(departures.people, departures.days, (row) => departures.events[row] === 0)
  const back =
    departures && daysByPerson(departures.people, departures.days, (row) => departures.events[row] === 1)
  const latest = (some: Uint16Array) => some.reduce((last, day) => Math.max(last, day), 0)
  const known = Math.max(latest(purchases.days), departures ? latest(departures.days) : 0)
  const edge = 0.5 / (scale.high - scale.low + 1)
  const found: Stated[] = []
  for (let row = 0; row < marks.buyers.length; row++) {
    const [person, day, score] = [marks.buyers[row]!, marks.days[row]!, marks.marks[row]!]
    if (day + days > known) continue
    const within = (some: readonly number[] | undefined) =>
      (some ?? []).some((one) => one > day && one <= day + days)
    if (behaviour === 'stay' && hasLeft(left?.get(person), back?.get(person), day)) continue
    const did = behaviour === 'buy' ? within(done!.get(person)) : !within(left?.get(person))
    const share = (score - scale.low) / (scale.high - scale.low)
    found.push({ person, day, score, chance: Math.min(1 - edge, Math.max(edge, share)), did: did ? 1 : 0 })
  }
  return found
}

function daysByPerson(
  people: Float64Array,
  days: Uint16Array,
  counts: (row: number) => boolean,
): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>()
  for (let row = 0; row < people.length; row++) {
    if (!counts(row)) continue
    const some = found.get(people[row]!)
    if (some) some.push(days[row]!)
    else found.set(people[row]!, [days[row]!])
  }
  return found
}

/** Who left before the answer and had not come back has nothing to stay for. */
function hasLeft(left: readonly number[] = [], back: readonly number[] = [], day: number): boolean {
  const last = (some: readonly number[]) =>
    some.reduce((latest, one) => (one <= day ? Math.max(latest, one) : latest), -1)
  return last(left) > last(back)
}

/** Mean of stated less done; answers of one person depend on one another. */
function overstatementOf(stated: readonly Stated[]): Limited {
  const value = stated.reduce((sum, { chance, did }) => sum + chance - did, 0) / stated.length
  const byPerson = new Map<number, number>()
  for (const { person, chance, did } of stated)
    byPerson.set(person, (byPerson.get(person) ?? 0) + chance - did - value)
  const squares = [...byPerson.values()].reduce((sum, one) => sum + one * one, 0)
  const people = byPerson.size
  return limitedBy(value, Math.sqrt((squares * people) / Math.max(1, people - 1)) / stated.length)
}

function aucOf({ auc, events }: PredictionQuality, others: number): Limited | null {
  const error = areaUnderCurveError(auc, events, others)
  if (error === null) return null
  const { value, low, high } = limitedBy(auc, error)
  return { value, low: Math.max(0, low), high: Math.min(1, high) }
}

/** Groups told apart at most; of scales with more points, neighbours are put together. */
const mostGroups = 11

/** Answers by score, with what each score means: the share that rises with the score and lies nearest to what was done. */
function groupsOf(stated: readonly Stated[], { low, high }: IntentionsInput['scale']): IntentionGroup[] {
  const width = Math.max(1, (high - low + 1) / mostGroups)
  const meaning = isotonicCalibration(
    stated.map(({ chance }) => chance),
    stated.map(({ did }) => did),
  )
  const groups = Map.groupBy(stated, ({ score }) => Math.floor((score - low + 0.5) / width))
  return [...groups.entries()]
    .sort(([one], [other]) => one - other)
    .map(([, some]) => {
      const events = some.reduce((sum, { did }) => sum + did, 0)
      const said = some.reduce((sum, { chance }) => sum + chance, 0) / some.length
      const scores = some.map(({ score }) => score)
      return {
        ...{ said, n: some.length },
        low: scores.reduce((least, one) => Math.min(least, one), high),
        high: scores.reduce((most, one) => Math.max(most, one), low),
        did: { value: events / some.length, ...wilsonInterval(events, some.length) },
        means: typeof meaning === 'string' ? null : calibratedShare(meaning, said),
      }
    })
}

/** What scores meant in the first half of the time, held against the second half. */
function checkOf(stated: readonly Stated[]): IntentionsFound['check'] {
  const days = stated.map(({ day }) => day).sort((one, other) => one - other)
  const fromDay = days[Math.floor(days.length / 2)]!
  const [before, after] = [
    stated.filter(({ day }) => day < fromDay),
    stated.filter(({ day }) => day >= fromDay),
  ]
  if (Math.min(before.length, after.length) < fewest) return null
  const meaning = isotonicCalibration(
    before.map(({ chance }) => chance),
    before.map(({ did }) => did),
  )
  if (typeof meaning === 'string') return null
  const expected = after.map(({ chance }) => calibratedShare(meaning, chance))
  const mean = (of: (one: Stated, at: number) => number) =>
    after.reduce((sum, one, at) => sum + of(one, at), 0) / after.length
  return {
    ...{ n: after.length, fromDay },
    asStated: mean(({ chance, did }) => (chance - did) ** 2),
    recalibrated: mean(({ did }, at) => (expected[at]! - did) ** 2),
    expected: mean((_, at) => expected[at]!),
    came: mean(({ did }) => did),
  }
}
