import { changePoints, noiseFromDifferences } from '../../../foundations/statistics/change/change-points.ts'
import { individualsChart, SIGMA_PER_RANGE } from '../../../foundations/statistics/change/control-charts.ts'
import { seasonalDecomposition } from '../../../foundations/statistics/change/seasonal-decomposition.ts'
import { benjaminiHochbergAdjusted } from '../../../foundations/statistics/comparison/adjusted-p-values.ts'
import { criticalT, studentTwoSidedP } from '../../../foundations/statistics/distributions/student-t.ts'
import type { Estimate } from '../../../foundations/statistics/estimate.ts'

/** A measure month by month. */
export interface MonthSeries {
  readonly measure: string
  readonly group: string | null
  readonly better: 'higher' | 'lower'
  /** Names of months with a figure, in their order. */
  readonly months: readonly string[]
  readonly values: readonly number[]
  /** True while its last month is not over: it may still change a level, and is not judged by itself. */
  readonly isOpen?: boolean
}

export interface FoundChange {
  readonly month: string
  readonly earliest: string
  readonly latest: string
  readonly before: number
  readonly after: number
  readonly shift: Estimate
  readonly p: number
  readonly isWorse: boolean
}

export interface FoundSeries {
  readonly measure: string
  readonly group: string | null
  readonly months: number
  readonly isSeasonal: boolean
  readonly changes: readonly FoundChange[]
  readonly beyond: readonly string[]
  /** The last month that is over, where the series goes beyond what it does by itself. */
  readonly latest: { readonly month: string; readonly isWorse: boolean; readonly p: number } | null
  /** The last month that is over. */
  readonly until: string
}

export interface ChangesFound {
  readonly looked: number
  readonly tooFew: number
  /** Series with a change or a month beyond the limits. */
  readonly series: readonly FoundSeries[]
}

const fewestMonths = 12
const shortestLevel = 3
const yearly = 12
/** Share of the variation that a season has to make before it is taken out. */
const strongSeason = 0.6
const level = 0.95
const falseDiscoveries = 0.05
/** What a sum of squares may grow by at 95 %, in residual variances (χ², one degree of freedom). */
const likelihoodDrop = 3.841

/**
 * Where series changed their level, and which months lie beyond what a series does by itself.
 *
 * Levels by the segmentation with the smallest sum of squares (Killick, Fearnhead & Eckley 2012), at least three months each. A level that was looked for is
 * found too easily, so the p of its step (Student) is multiplied by the number of months in which it could have begun, and steps of all series
 * are tested together (Benjamini & Hochberg 1995). Months beyond: XmR limits around the levels (Wheeler 1993). The last month that is
 * over is judged by the same spread, and those of all series together. Assumes months that do not hang together beyond level and season.
 */
export function changesOfSeries(
  series: readonly MonthSeries[],
  onProgress: (share: number) => void = () => {},
): ChangesFound {
  const long = series.filter(({ months }) => months.length >= fewestMonths)
  const looked = long.map((one, at) => {
    if (at % 20 === 0) onProgress(at / long.length)
    return lookedAt(one)
  })
  const steps = looked.flatMap(({ changes }) => changes)
  const adjusted = benjaminiHochbergAdjusted(steps.map(({ p }) => p))
  const pOf = new Map(steps.map((step, at) => [step, adjusted[at]!]))
  const latest = looked.flatMap((one) => (one.latest ? [one.latest] : []))
  const adjustedLatest = benjaminiHochbergAdjusted(latest.map(({ p }) => p))
  const pOfLatest = new Map(latest.map((month, at) => [month, adjustedLatest[at]!]))
  const told = looked.map((one) => ({
    ...one,
    latest: latestTold(one.latest, pOfLatest),
    changes: one.changes
      .map((change) => ({ ...change, p: pOf.get(change)! }))
      .filter(({ p }) => p < falseDiscoveries),
  }))
  return {
    looked: long.length,
    tooFew: series.length - long.length,
    series: told.filter(
      ({ changes, beyond, latest: last }) => changes.length > 0 || beyond.length > 0 || last !== null,
    ),
  }
}

function lookedAt(series: MonthSeries): FoundSeries {
  const { values, isSeasonal } = withoutSeason(series.values)
  const found = changePoints(values, { shortest: shortestLevel })
  const after = typeof found === 'string' ? [] : found.after
  const ends = [0, ...after, values.length]
  const { measure, group, months } = series
  const rest = restOf(values, ends)
  const over = months.length - (series.isOpen ? 2 : 1)
  return {
    ...{ measure, group, isSeasonal },
    months: months.length,
    changes: after.map((_, at) => stepAt(series, values, { ends, at: at + 1 })),
    beyond: beyondLimits(rest).map((month) => months[month]!),
    until: months[over] ?? '',
    latest: latestOf(series, rest, over),
  }
}

function withoutSeason(values: readonly number[]): { values: Float64Array; isSeasonal: boolean } {
  const plain = Float64Array.from(values)
  const parts = seasonalDecomposition(plain, yearly)
  if (typeof parts === 'string' || parts.seasonalStrength < strongSeason || values.length < 3 * yearly)
    return { values: plain, isSeasonal: false }
  return { values: plain.map((value, at) => value - parts.seasonal[at]!), isSeasonal: true }
}

interface Levels {
  readonly ends: readonly number[]
  /** Number of the step, counted from 1. */
  readonly at: number
}

function stepAt(series: MonthSeries, values: Float64Array, { ends, at }: Levels): FoundChange {
  const [from, step, to] = [ends[at - 1]!, ends[at]!, ends[at + 1]!]
  const [before, after] = [meanOf(values, from, step), meanOf(values, step, to)]
  const df = Math.max(1, values.length - (ends.length - 1))
  // The segmentation makes the rest around its levels as small as it can; steps from month to month know nothing of it.
  const variance = Math.max(squaresAround(values, ends) / df, noiseFromDifferences(values) ** 2)
  const error = Math.sqrt(variance * (1 / (step - from) + 1 / (to - step)))
  const shift = after - before
  const half = criticalT(level, df) * error
  const places = Math.max(1, values.length - 2 * shortestLevel + 1)
  const p = error === 0 ? 0 : Math.min(1, studentTwoSidedP(shift / error, df) * places)
  const possible = possibleSteps(values, { from, to, variance })
  return {
    month: series.months[step]!,
    earliest: series.months[Math.min(step, ...possible)]!,
    latest: series.months[Math.max(step, ...possible)]!,
    ...{ before, after, p },
    shift: {
      ...{ value: shift, n: to - from, low: shift - half, high: shift + half, level },
      method: 'level-step-t',
    },
    isWorse: series.better === 'higher' ? shift < 0 : shift > 0,
  }
}

function meanOf(values: Float64Array, from: number, to: number): number {
  let sum = 0
  for (let at = from; at < to; at++) sum += values[at]!
  return sum / (to - from)
}

function squaresFrom(values: Float64Array, from: number, to: number): number {
  const mean = meanOf(values, from, to)
  let sum = 0
  for (let at = from; at < to; at++) sum += (values[at]! - mean) ** 2
  return sum
}

function squaresAround(values: Float64Array, ends: readonly number[]): number {
  return ends.slice(1).reduce((sum, to, at) => sum + squaresFrom(values, ends[at]!, to), 0)
}

/** Months in which the step may have begun: those that explain the two levels nearly as well as the best one. */
function possibleSteps(
  values: Float64Array,
  { from, to, variance }: { from: number; to: number; variance: number },
): number[] {
  const places = Array.from({ length: Math.max(0, to - from - 1) }, (_, at) => from + at + 1)
  const costs = places.map((place) => squaresFrom(values, from, place) + squaresFrom(values, place, to))
  const best = Math.min(...costs)
  return places.filter((_, at) => costs[at]! - best <= likelihoodDrop * variance)
}

/** What is left of the months when their level is taken out. */
function restOf(values: Float64Array, ends: readonly number[]): Float64Array {
  const rest = new Float64Array(values.length)
  for (let at = 1; at < ends.length; at++) {
    const mean = meanOf(values, ends[at - 1]!, ends[at]!)
    for (let month = ends[at - 1]!; month < ends[at]!; month++) rest[month] = values[month]! - mean
  }
  return rest
}

/** Months beyond the limits around their level. */
function beyondLimits(rest: Float64Array): number[] {
  const chart = individualsChart(rest)
  return typeof chart === 'string' ? [] : [...chart.beyond]
}

/** Degrees of freedom of a spread from moving ranges, for each month (Wheeler 1995, Advanced Topics in SPC). */
const freedomPerMonth = 0.62

/** How far the last month that is over lies from what the months before it do by themselves. */
function latestOf(series: MonthSeries, rest: Float64Array, over: number): FoundSeries['latest'] {
  const before = rest.subarray(0, over)
  const chart = individualsChart(before)
  if (over < fewestMonths || typeof chart === 'string') return null
  const sigma = chart.meanMovingRange / SIGMA_PER_RANGE
  const distance = rest[over]! - chart.mean
  const error = sigma * Math.sqrt(1 + 1 / before.length)
  const isWorse = series.better === 'higher' ? distance < 0 : distance > 0
  const p = studentTwoSidedP(distance / error, freedomPerMonth * (before.length - 1))
  return { month: series.months[over]!, isWorse, p }
}

function latestTold(
  latest: FoundSeries['latest'],
  adjusted: ReadonlyMap<unknown, number>,
): FoundSeries['latest'] {
  const p = adjusted.get(latest) ?? 1
  return latest && p < falseDiscoveries ? { ...latest, p } : null
}
