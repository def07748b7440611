import { benjaminiHochbergAdjusted } from '../../../foundations/statistics/comparison/adjusted-p-values.ts'
import { verdict } from '../../../foundations/statistics/comparison/verdict.ts'
import type { Difference, Estimate } from '../../../foundations/statistics/estimate.ts'
import { type ComposedPart, meanComposition } from '../../../foundations/statistics/means/mean-composition.ts'
import { meanDifference, meanOfBins } from '../../../foundations/statistics/means/mean-of-bins.ts'
import type { ScoreBin } from '../../../foundations/statistics/score-bins.ts'
import type { Measure, Verdict } from '../contract.ts'
import { countedAs } from '../measures/counted-figure.ts'
import { mappedEstimate } from '../measures/mapped-estimate.ts'
import { mergedBins } from '../measures/merged-bins.ts'
import { measureMethods } from '../measures/methods.ts'
import type { ChangedQuestions, CompositionInput, GroupOfPeriods } from './composed-answers.ts'
import { composedFigure } from './composed-figure.ts'
import type { CompositionRow } from './composition.contract.ts'

type RowFound = Omit<CompositionRow, 'name'>

export interface CompositionFound {
  readonly whole: Estimate
  readonly wholeBefore: Estimate
  readonly change: Estimate
  readonly level: number | null
  readonly mix: number | null
  readonly rows: readonly RowFound[]
  readonly questions: ChangedQuestions
}

/** Rows told at most; the smaller groups are put together. */
const mostRows = 40

/** Takes a figure apart into what its groups, or its parts, bring to it and did to its change. */
export function compositionOfAnswers(input: CompositionInput): CompositionFound {
  const { measure, by } = input.asked
  const all = wholeOf(input)
  const estimate = (bins: readonly ScoreBin[]) => estimateOf(measure, bins)
  const shared = {
    whole: estimate(all.now),
    wholeBefore: estimate(all.before),
    change: measureMethods[measure.method].change(answered(measure, all.now), answered(measure, all.before)),
  }
  const rows = by === 'part' ? partRows(input) : groupRows(measure, groupsShown(input, all))
  const sum = (of: 'levelEffect' | 'mixEffect') => {
    const values = rows.map((row) => row[of]?.estimate.value ?? null)
    if (shared.change.value === null) return null
    return values.reduce<number>((total, value) => total + (value ?? 0), 0)
  }
  return {
    ...shared,
    questions: input.questions,
    level: sum('levelEffect'),
    mix: by === 'part' ? null : sum('mixEffect'),
    rows: rows.toSorted((one, other) => movedBy(other) - movedBy(one) || other.share - one.share),
  }
}

const answered = (measure: Measure, bins: readonly ScoreBin[]) => ({ measure, bins, gaps: [] })
const estimateOf = (measure: Measure, bins: readonly ScoreBin[]) =>
  measureMethods[measure.method].estimate(answered(measure, bins))

function movedBy({ levelEffect, mixEffect, pull }: RowFound): number {
  const moved = Math.abs(levelEffect?.estimate.value ?? 0) + Math.abs(mixEffect?.estimate.value ?? 0)
  return levelEffect?.estimate.value == null ? Math.abs(pull?.value ?? 0) : moved
}

function wholeOf({ whole, groups }: CompositionInput): Omit<GroupOfPeriods, 'key'> {
  return (
    whole ?? {
      now: mergedBins(groups.flatMap(({ now }) => now)),
      before: mergedBins(groups.flatMap(({ before }) => before)),
    }
  )
}

const weightOf = (bins: readonly ScoreBin[]) => bins.reduce((sum, { weight }) => sum + weight, 0)

/** The largest groups, and all that is in none of them. */
function groupsShown({ groups }: CompositionInput, all: Omit<GroupOfPeriods, 'key'>): GroupOfPeriods[] {
  const named = groups.filter(({ key }) => key !== '')
  const weights = new Map(named.map((one) => [one, weightOf(one.now) + weightOf(one.before)]))
  const shown = named.toSorted((one, other) => weights.get(other)! - weights.get(one)!).slice(0, mostRows)
  const rest = {
    key: '',
    now: without(
      all.now,
      shown.flatMap(({ now }) => now),
    ),
    before: without(
      all.before,
      shown.flatMap(({ before }) => before),
    ),
  }
  return rest.now.length + rest.before.length > 0 ? [...shown, rest] : shown
}

/** What is left of answers when others among them are taken out. */
function without(all: readonly ScoreBin[], taken: readonly ScoreBin[]): ScoreBin[] {
  const out = new Map(mergedBins(taken).map((bin) => [bin.score, bin]))
  return mergedBins(all).flatMap((bin) => {
    const gone = out.get(bin.score)
    const n = bin.n - (gone?.n ?? 0)
    if (n < 1) return []
    const weight = bin.weight - (gone?.weight ?? 0)
    return [{ ...bin, n, weight, weightSquared: bin.weightSquared * (weight / bin.weight) }]
  })
}

function groupRows(measure: Measure, groups: readonly GroupOfPeriods[]): RowFound[] {
  const figure = composedFigure(measure)!
  const counted = (bins: readonly ScoreBin[]) =>
    mergedBins(bins, figure.counts === null ? undefined : (score) => countedAs(figure.counts!, score))
  const { parts } = meanComposition(
    groups.map(({ now, before }) => ({ now: counted(now), before: counted(before) })),
  )
  const verdicts = verdictsOf(parts)
  return groups.map(({ key, now, before }, at) => {
    const { share, shareBefore, pull, levelEffect, mixEffect } = parts[at]!
    const level = estimateOf(measure, mergedBins(now))
    return {
      key,
      share,
      shareBefore: before.length + shareBefore > 0 ? shareBefore : null,
      level,
      levelBefore: before.length > 0 ? estimateOf(measure, mergedBins(before)) : null,
      brings: share * (level.value ?? 0),
      pull,
      levelEffect: { estimate: levelEffect, verdict: verdicts[at]!.level },
      mixEffect: { estimate: mixEffect, verdict: verdicts[at]!.mix },
    }
  })
}

/** Which effects are told from chance, all of them tested together. */
function verdictsOf(parts: readonly ComposedPart[]): { level: Verdict | null; mix: Verdict | null }[] {
  const effects = parts.flatMap(({ levelEffect, mixEffect }) => [levelEffect, mixEffect])
  const judged = judgedTogether(effects)
  return parts.map((_, at) => ({ level: judged[2 * at]!, mix: judged[2 * at + 1]! }))
}

function judgedTogether(effects: readonly Difference[]): (Verdict | null)[] {
  const tested = effects.filter(({ p }) => p !== null)
  const adjusted = benjaminiHochbergAdjusted(tested.map(({ p }) => p!))
  const pOf = new Map(tested.map((effect, at) => [effect, adjusted[at]!]))
  return effects.map((effect) =>
    effect.value === null
      ? null
      : verdict({ change: effect.value, pAdjusted: pOf.get(effect) ?? null, n: [effect.n, effect.n] }),
  )
}

/** Parts of a composite over the responses that answered all of them; what each brings is its weight times its level. */
function partRows({ asked: { measure }, groups }: CompositionInput): RowFound[] {
  const weights = (measure.parts ?? []).map(({ weight = 1 }) => weight)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const shares = weights.map((weight) => weight / sum)
  const effects = groups.map(({ now, before }, at) =>
    mappedEstimate(meanDifference(now, before), (value) => value * shares[at]!),
  )
  const judged = judgedTogether(effects)
  return groups.map(({ key, now, before }, at) => {
    const level = meanOfBins(now)
    return {
      key,
      share: shares[at]!,
      shareBefore: shares[at]!,
      level,
      levelBefore: before.length > 0 ? meanOfBins(before) : null,
      brings: shares[at]! * (level.value ?? 0),
      pull: null,
      levelEffect: { estimate: effects[at]!, verdict: judged[at]! },
      mixEffect: null,
    }
  })
}
