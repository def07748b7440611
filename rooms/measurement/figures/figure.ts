import { benjaminiHochbergAdjusted } from '../../../foundations/statistics/comparison/adjusted-p-values.ts'
import { verdict } from '../../../foundations/statistics/comparison/verdict.ts'
import { type Difference, type Estimate, noEstimate } from '../../../foundations/statistics/estimate.ts'
import { gapToTarget } from '../../../foundations/statistics/gap-to-target.ts'
import type { ScoreBin } from '../../../foundations/statistics/score-bins.ts'
import type { Touchpoint } from '../../design/contract.ts'
import type { Standard } from '../../strategy/contract.ts'
import type { Figure, Measure } from '../contract.ts'
import { countedKind, kindBelow } from '../measures/counted-kind.ts'
import type { Answered, Operand, TouchpointGap } from '../measures/measure-method.ts'
import { measuresBehind, operandsOf } from '../measures/measures-behind.ts'
import { measureMethods } from '../measures/methods.ts'

/** Values of the groupings that tell a group apart, e.g. `{ touchpoint: 'wifi', month: '2026-05' }`. */
export type Group = Record<string, string>

/** Facts of one kind (`nps`, `interactions:order-delivered`) in one group, or the fact that they must stay hidden. */
export interface GroupAnswers {
  readonly kind: string
  readonly group: Group
  readonly bins: readonly ScoreBin[]
  readonly hidden: boolean
}

/** Answers of one period: by the groups asked for, and by these and touchpoint, for figures that ask promises. */
export interface PeriodAnswers {
  readonly byGroup: readonly GroupAnswers[]
  readonly byTouchpoint: readonly GroupAnswers[]
}

export interface FigureMaterial {
  /** Measures whose figures are wanted. */
  readonly measures: readonly Measure[]
  /** All measures of the workspace. */
  readonly known: readonly Measure[]
  readonly touchpoints: readonly Touchpoint[]
  readonly standards: readonly Standard[]
  readonly now: PeriodAnswers
  /** Null where no comparison is wanted. */
  readonly before: PeriodAnswers | null
  /** False where the whole is asked for, not groups of it. */
  readonly grouped: boolean
  /** The touchpoint that all answers were filtered by. */
  readonly touchpoint?: string | undefined
}

/** Material with its answers found by kind and group at once, however many groups there are. */
interface Indexed extends FigureMaterial {
  readonly find: (period: PeriodAnswers, kind: string, group: Group) => GroupAnswers | undefined
  /** Answers of a kind at each touchpoint within a group. */
  readonly within: (period: PeriodAnswers, kind: string, group: Group) => readonly GroupAnswers[]
}

interface Draft {
  readonly figure: Figure
  readonly change: Difference | null
  readonly exact: boolean
}

/**
 * Figures of every measure in every group that has answers now or had some before.
 *
 * Changes are tested together: false discoveries are held at 5 % over all of them (Benjamini & Hochberg 1995).
 */
export function figuresOf(material: FigureMaterial): { figures: Figure[]; comparisons: number } {
  const indexed = { ...material, find: finder(material), within: finderWithin(material) }
  const drafts = material.measures.flatMap((measure) =>
    groupsOf(material, measure).map((group) => draftOf(indexed, measure, group)),
  )
  const tested = drafts.filter(({ change }) => typeof change?.p === 'number')
  const adjusted = benjaminiHochbergAdjusted(tested.map(({ change }) => change!.p!))
  const pAdjusted = new Map(tested.map((draft, index) => [draft, adjusted[index]!]))
  const figures = drafts.map((draft) => ({
    ...draft.figure,
    verdict: verdictOf(draft, pAdjusted.get(draft) ?? null),
  }))
  return { figures, comparisons: tested.length }
}

function verdictOf({ figure, change, exact }: Draft, pAdjusted: number | null): Figure['verdict'] {
  if (change === null || exact) return null
  return verdict({ change: change.value, pAdjusted, n: [figure.estimate.n, figure.before?.n ?? 0] })
}

function finder({ now, before }: FigureMaterial): Indexed['find'] {
  const index = (period: PeriodAnswers) =>
    new Map(period.byGroup.map((answers) => [`${answers.kind} ${groupKey(answers.group)}`, answers]))
  const indexes = new Map([now, ...(before ? [before] : [])].map((period) => [period, index(period)]))
  return (period, kind, group) => indexes.get(period)?.get(`${kind} ${groupKey(group)}`)
}

function finderWithin({ now, before }: FigureMaterial): Indexed['within'] {
  const indexes = new Map<string, ReadonlyMap<string, readonly GroupAnswers[]>>()
  return (period, kind, group) => {
    const names = Object.keys(group)
    const name = `${period === now ? 'now' : 'before'} ${names.join()}`
    const index = indexes.get(name) ?? indexWithin(period === now ? now : (before ?? now), names)
    indexes.set(name, index)
    return index.get(`${kind} ${groupKey(group)}`) ?? []
  }
}

/** Answers at touchpoints by the part of their group that has these names. */
function indexWithin({ byTouchpoint }: PeriodAnswers, names: readonly string[]) {
  const partOf = (group: Group) => Object.fromEntries(names.map((name) => [name, group[name] ?? '']))
  return Map.groupBy(byTouchpoint, ({ kind, group }) => `${kind} ${groupKey(partOf(group))}`)
}

function draftOf(material: Indexed, measure: Measure, group: Group): Draft {
  const method = measureMethods[measure.method]
  const now = answeredIn(material, material.now, { measure, group })
  const before = material.before && answeredIn(material, material.before, { measure, group })
  const estimate = now === 'hidden' ? hiddenEstimate(measure) : method.estimate(now)
  const change = now !== 'hidden' && isComparable(now, before) ? method.change(now, before) : null
  const touchpoint = group.touchpoint ?? material.touchpoint
  const promise = promiseAt(material.touchpoints, touchpoint, measure)
  const figure: Figure = {
    measure: measure.key,
    group,
    estimate,
    before: before === null ? null : before === 'hidden' ? hiddenEstimate(measure) : method.estimate(before),
    change,
    verdict: null,
    promise,
    gap: promise === null ? null : gapToTarget(estimate, promise),
    standards: standardsAt(material.standards, { touchpoint, measure, estimate }),
  }
  return { figure, change, exact: estimate.why === 'exact' }
}

/** There is a change only where there are answers on both sides: from nothing to something is no change. */
function isComparable(now: Answered | 'hidden', before: Answered | 'hidden' | null): before is Answered {
  if (before === null || before === 'hidden' || now === 'hidden') return false
  return hasAnswers(before) && hasAnswers(now)
}

function hasAnswers({ bins, operands }: Answered): boolean {
  return operands ? operands.every(({ answered }) => hasAnswers(answered)) : bins.length > 0
}

function hiddenEstimate(measure: Measure): Estimate {
  const { method } = measureMethods[measure.method].estimate({ measure, bins: [], gaps: [] })
  return noEstimate(method, 'group-too-small')
}

/** Groups with answers of the measure's kind, in the order they were counted; the whole is always one. */
function groupsOf({ now, before, grouped, known }: FigureMaterial, measure: Measure): Group[] {
  if (!grouped) return [{}]
  const kinds = new Set(measuresBehind(measure, known).map(countedKind))
  const found = new Map<string, Group>()
  for (const { kind, group } of [...now.byGroup, ...(before?.byGroup ?? [])]) {
    if (kinds.has(kind)) found.set(groupKey(group), group)
  }
  return [...found.values()]
}

function groupKey(group: Group): string {
  return JSON.stringify(Object.entries(group).sort())
}

interface Wanted {
  readonly measure: Measure
  readonly group: Group
}

function answeredIn(material: Indexed, period: PeriodAnswers, wanted: Wanted): Answered | 'hidden' {
  const { measure, group } = wanted
  if (measure.method === 'formula') return workedOutIn(material, period, wanted)
  const found = material.find(period, countedKind(measure), group)
  if (found?.hidden) return 'hidden'
  const gaps = measureMethods[measure.method].asksPromises ? gapsIn(material, period, wanted) : []
  const below = kindBelow(measure)
  if (below === null) return { measure, bins: found?.bins ?? [], gaps }
  const per = material.find(period, below, group)
  return per?.hidden ? 'hidden' : { measure, bins: found?.bins ?? [], per: per?.bins ?? [], gaps }
}

/** Figures that a formula is worked out from; one that must stay hidden hides it too. */
function workedOutIn(
  material: Indexed,
  period: PeriodAnswers,
  { measure, group }: Wanted,
): Answered | 'hidden' {
  const operands: Operand[] = []
  for (const { name, measure: one } of operandsOf(measure, material.known)) {
    const answered = answeredIn(material, period, { measure: one, group })
    if (answered === 'hidden') return 'hidden'
    operands.push({ name, measure: one, answered, estimate: measureMethods[one.method].estimate(answered) })
  }
  return { measure, bins: [], gaps: [], operands }
}

function gapsIn(material: Indexed, period: PeriodAnswers, { measure, group }: Wanted): TouchpointGap[] {
  const compared = material.known.find(({ key }) => key === measure.of)
  if (!compared) return []
  return material.within(period, countedKind(compared), group).flatMap((answers) => {
    if (answers.hidden) return []
    const touchpoint = answers.group.touchpoint ?? ''
    const target = promiseAt(material.touchpoints, touchpoint, compared)
    if (target === null) return []
    const lived = measureMethods[compared.method].estimate({
      measure: compared,
      bins: answers.bins,
      gaps: [],
    })
    return [{ touchpoint, gap: gapToTarget(lived, target) }]
  })
}

function promiseAt(
  touchpoints: readonly Touchpoint[],
  key: string | undefined,
  measure: Measure,
): number | null {
  const promise = touchpoints.find((touchpoint) => touchpoint.key === key)?.promise
  return promise?.measure === measure.key ? promise.target : null
}

function standardsAt(
  standards: readonly Standard[],
  { touchpoint, measure, estimate }: { touchpoint: string | undefined; measure: Measure; estimate: Estimate },
): Figure['standards'] {
  return standards
    .filter((standard) => standard.touchpoint === touchpoint && standard.measure === measure.key)
    .map(({ key, name, threshold }) => ({
      key,
      name,
      threshold,
      state: standardState(estimate, threshold, measure.better),
    }))
}

/**
 * The state of a standard is the side of the threshold on which the interval lies. A figure without interval shows no
 * side, unless it is exact.
 */
function standardState(
  { value, low, high, why }: Estimate,
  threshold: number,
  better: Measure['better'],
): Figure['standards'][number]['state'] {
  if (value === null) return 'unmeasured'
  if (low === null && why !== 'exact') return 'at-risk'
  const sign = better === 'higher' ? 1 : -1
  const distances = [low ?? value, high ?? value].map((end) => sign * (end - threshold))
  if (Math.min(...distances) >= 0) return 'met'
  return Math.max(...distances) < 0 ? 'missed' : 'at-risk'
}
