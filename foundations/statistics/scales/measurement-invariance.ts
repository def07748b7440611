import { covarianceMatrix } from '../association/correlation-matrix.ts'
import { chiSquaredUpper } from '../distributions/chi-squared.ts'
import { normalTwoSidedP } from '../distributions/normal.ts'
import type { WhyNot } from '../estimate.ts'
import type { IterationLimit } from '../optimisation/iteration-limit.ts'
import { positiveDefinite } from '../regression/positive-definite.ts'
import { confirmatoryFactorAnalysis, type FactorAnalysis } from './confirmatory-factor-analysis.ts'
import { type FactorOfItem, pairIndex } from './factor-model.ts'
import {
  type GroupedFreedom,
  type GroupedLayout,
  type GroupMoments,
  groupedPoint,
  layoutOf,
  trianglePlaces,
} from './grouped-factor-model.ts'

/** What is held equal in all groups: the structure, the loadings too, the intercepts too. */
export const invarianceLevels = ['configural', 'metric', 'scalar'] as const
export type InvarianceLevel = (typeof invarianceLevels)[number]

/** How well a model fits all groups together. */
export interface GroupedFit {
  readonly chiSquared: number
  readonly degreesOfFreedom: number
  readonly p: number | null
  readonly cfi: number
  readonly rmsea: number | null
}

export interface InvarianceStep {
  readonly level: InvarianceLevel
  readonly fit: GroupedFit
  /** What holding more equal costs; null for the first step. */
  readonly cost: {
    readonly chiSquared: number
    readonly degreesOfFreedom: number
    readonly p: number
    /** Change of the comparative fit index; below −0.01 the groups do not answer alike. */
    readonly cfi: number
    readonly rmsea: number | null
  } | null
  readonly holds: boolean
}

/** An item of which the groups differ by more than what it measures. */
export interface ItemBias {
  readonly item: number
  /** For each group but the first: how much higher the item is answered at the same level of the factor, and its standard error. */
  readonly shifts: readonly { readonly value: number; readonly standardError: number }[]
  readonly chiSquared: number
  readonly degreesOfFreedom: number
  /** Of "no difference", not adjusted for the number of items. */
  readonly p: number
}

export interface MeasurementInvariance {
  /** People of each group. */
  readonly n: readonly number[]
  readonly steps: readonly InvarianceStep[]
  /** Intercepts, item by item, each freed alone beside the others held equal. */
  readonly items: readonly ItemBias[]
  /** Means of the factors in each group but the first, in standard deviations of the first, with all intercepts equal. */
  readonly factorMeans: readonly (readonly { readonly value: number; readonly p: number }[])[]
}

const mostIterations = 200
const settled = 1e-8
/** Loss of comparative fit from which on groups are taken to answer otherwise (Cheung & Rensvold 2002). */
export const mostLossOfFit = 0.01

const equalLoadings: GroupedFreedom = { hasEqualIntercepts: false, freeIntercepts: [] }
const equalIntercepts: GroupedFreedom = { ...equalLoadings, hasEqualIntercepts: true }

/**
 * Whether a scale measures the same in several groups: factor models of all groups at once, with more and more held equal.
 *
 * `groups[g][i]` are the answers of group g to item i; `factorOf[i]` is the factor of item i, with simple structure and factors free to correlate. Only
 * with equal loadings do relations compare between groups, only with equal intercepts do means. A step holds where it costs no more than 0.01 of the
 * comparative fit index (Cheung & Rensvold 2002, Structural Equation Modeling 9:233); its chi-squared is told beside. Which item is answered otherwise is
 * told by freeing the intercepts of each alone. Maximum likelihood with covariances over n, as R `lavaan`; RMSEA times the root of the number of
 * groups (Steiger 1998). 'too-few' below two groups or where one has no more people than items; 'not-converged', 'collinear', 'constant',
 * 'not-finite'. Source: Jöreskog (1971), Psychometrika 36:409; Meredith (1993), Psychometrika 58:525.
 */
export function measurementInvariance(
  groups: readonly (readonly ArrayLike<number>[])[],
  factorOf: FactorOfItem,
  limit: IterationLimit = {},
): MeasurementInvariance | WhyNot {
  if (groups.length < 2) return 'too-few'
  const alone: FactorAnalysis[] = []
  for (const items of groups) {
    const found = confirmatoryFactorAnalysis(items, factorOf, limit)
    if (typeof found === 'string') return found
    alone.push(found)
  }
  const data = { moments: groups.map(momentsOf), factorOf, alone, ...limit }
  const metric = fitted(data, equalLoadings)
  if (typeof metric === 'string') return metric
  const scalar = fitted(data, equalIntercepts)
  if (typeof scalar === 'string') return scalar
  const items: ItemBias[] = []
  for (const [item] of factorOf.entries()) {
    const bias = biasOf(data, item, scalar)
    if (typeof bias === 'string') return bias
    items.push(bias)
  }
  return {
    n: data.moments.map(({ n }) => n),
    steps: stepsOf(data, [metric, scalar]),
    items,
    factorMeans: factorMeansOf(scalar),
  }
}

interface GroupedData extends IterationLimit {
  readonly moments: readonly GroupMoments[]
  readonly factorOf: FactorOfItem
  readonly alone: readonly FactorAnalysis[]
}

/** A model that was fitted: its chi-squared, and its parameters with their standard errors. */
interface Fitted {
  readonly chiSquared: number
  readonly degreesOfFreedom: number
  readonly layout: GroupedLayout
  readonly packed: readonly number[]
  readonly standardErrors: readonly number[]
}

function momentsOf(items: readonly ArrayLike<number>[]): GroupMoments {
  const n = items[0]!.length
  const means = items.map((item) => Array.from(item).reduce((sum, value) => sum + value, 0) / n)
  return { n, covariance: covarianceMatrix(items).mul((n - 1) / n), means }
}

function fitted(data: GroupedData, freedom: GroupedFreedom, from?: Fitted): Fitted | WhyNot {
  const { moments, factorOf } = data
  const layout = layoutOf(factorOf, moments.length, freedom)
  const model = { moments, layout, factorOf }
  let packed = from ? movedTo(from, layout) : startOf(data, layout)
  let point = groupedPoint(packed, model)
  for (let iteration = 0; point && iteration < (data.mostIterations ?? mostIterations); iteration++) {
    const { gradient, information } = point.slope()
    const factored = positiveDefinite(information)
    if (!factored) return 'collinear'
    const step = factored.solve(gradient)
    if (Math.max(...step.map(Math.abs)) < settled) {
      const chiSquared = Math.max(0, point.value - saturated(moments))
      const errors = factored.inverse().diagonal().map(Math.sqrt)
      return { chiSquared, ...degreesOf(model), layout, packed, standardErrors: errors }
    }
    const next = movedAlong({ packed, step, value: point.value }, model)
    if (!next) return 'not-converged'
    packed = next.packed
    point = next.point
  }
  return 'not-converged'
}

/** Half the step as often as needed, so that the discrepancy does not grow. */
function movedAlong(
  { packed, step, value }: { packed: readonly number[]; step: readonly number[]; value: number },
  model: Parameters<typeof groupedPoint>[1],
) {
  for (let scale = 1; scale > 1e-8; scale /= 2) {
    const candidate = packed.map((one, i) => one + scale * step[i]!)
    const point = groupedPoint(candidate, model)
    if (point && point.value <= value + 1e-12 * Math.abs(value)) return { packed: candidate, point }
  }
  return null
}

/** What a model that reproduces every covariance and mean would reach. */
function saturated(moments: readonly GroupMoments[]): number {
  return moments.reduce(
    (sum, { n, covariance }) => sum + n * (positiveDefinite(covariance)!.logDeterminant + covariance.rows),
    0,
  )
}

function degreesOf({ moments, layout, factorOf }: Parameters<typeof groupedPoint>[1]) {
  const p = factorOf.length
  const hasMeans = layout.groups[0]!.intercepts.length > 0
  const told = moments.length * ((p * (p + 1)) / 2 + (hasMeans ? p : 0))
  return { degreesOfFreedom: told - layout.parameters }
}

/** Where to begin: what each group gives alone, its factors put on the loadings of the first. */
function startOf({ moments, factorOf, alone }: GroupedData, layout: GroupedLayout): number[] {
  const packed = new Array<number>(layout.parameters).fill(0)
  const first = alone[0]!.parameters.loadings
  const factors = Math.max(...factorOf) + 1
  for (const [group, places] of layout.groups.entries()) {
    const { parameters, factorCorrelations } = alone[group]!
    const stretch = Array.from({ length: factors }, (_, factor) =>
      ratioOf(factorOf, factor, [parameters.loadings, first]),
    )
    for (const [item, place] of places.loadings.entries()) packed[place] = first[item]!
    for (const [at, [a, b]] of trianglePlaces(factors).entries()) {
      const place = places.factors[at] ?? null
      const correlation = a === b ? 1 : factorCorrelations[pairIndex(a, b, factors)]!
      if (place !== null) packed[place] = stretch[a]! * stretch[b]! * correlation
    }
    for (const [item, place] of places.uniquenesses.entries()) packed[place] = parameters.uniquenesses[item]!
    for (const [item, own] of places.intercepts.entries()) packed[own[0]!] = moments[0]!.means[item]!
    for (const [factor, place] of (places.factorMeans ?? []).entries()) {
      const apart = moments[group]!.means.map((mean, item) => mean - moments[0]!.means[item]!)
      packed[place] = ratioOf(factorOf, factor, [apart, first])
    }
  }
  return packed
}

/** How many times the second list the first is, over the items of a factor, by least squares. */
function ratioOf(
  factorOf: FactorOfItem,
  factor: number,
  [above, below]: readonly [readonly number[], readonly number[]],
): number {
  let [products, squares] = [0, 0]
  for (const [item, of] of factorOf.entries()) {
    if (of !== factor) continue
    products += above[item]! * below[item]!
    squares += below[item]! ** 2
  }
  return products / squares
}

/** The parameters of a model in the layout of one that frees more; what is new begins at 0. */
function movedTo({ layout: old, packed: from }: Fitted, layout: GroupedLayout): number[] {
  const packed = new Array<number>(layout.parameters).fill(0)
  for (const [group, to] of layout.groups.entries()) {
    const was = old.groups[group]!
    const move = (places: readonly (number | null)[], olds: readonly (number | null)[]) =>
      places.forEach((place, at) => {
        if (place !== null) packed[place] = from[olds[at]!]!
      })
    move(to.factors, was.factors)
    move(to.uniquenesses, was.uniquenesses)
    move(to.factorMeans ?? [], was.factorMeans ?? [])
    move(to.loadings, was.loadings)
    move(
      to.intercepts.map(([first]) => first!),
      was.intercepts.map(([first]) => first!),
    )
  }
  return packed
}

function stepsOf({ moments, alone }: GroupedData, models: readonly Fitted[]): InvarianceStep[] {
  const separate = {
    chiSquared: alone.reduce((sum, { fit }) => sum + fit.chiSquared, 0),
    degreesOfFreedom: alone.reduce((sum, { fit }) => sum + fit.degreesOfFreedom, 0),
  }
  const independence = independenceExcess(moments)
  const fits = [separate, ...models].map((one) => fitOf(one, moments, independence))
  return fits.map((fit, at): InvarianceStep => {
    const level = invarianceLevels[at]!
    const before = fits[at - 1]
    if (!before) return { level, fit, cost: null, holds: true }
    const chiSquared = Math.max(0, fit.chiSquared - before.chiSquared)
    const degreesOfFreedom = fit.degreesOfFreedom - before.degreesOfFreedom
    const cost = {
      ...{ chiSquared, degreesOfFreedom, p: chiSquaredUpper(chiSquared, degreesOfFreedom) },
      cfi: fit.cfi - before.cfi,
      rmsea: fit.rmsea === null || before.rmsea === null ? null : fit.rmsea - before.rmsea,
    }
    return { level, fit, cost, holds: cost.cfi >= -mostLossOfFit }
  })
}

function fitOf(
  { chiSquared, degreesOfFreedom }: Pick<Fitted, 'chiSquared' | 'degreesOfFreedom'>,
  moments: readonly GroupMoments[],
  independence: number,
): GroupedFit {
  const n = moments.reduce((sum, one) => sum + one.n, 0)
  const excess = Math.max(0, chiSquared - degreesOfFreedom)
  const apart = Math.max(excess, independence)
  return {
    ...{ chiSquared, degreesOfFreedom },
    p: degreesOfFreedom > 0 ? chiSquaredUpper(chiSquared, degreesOfFreedom) : null,
    cfi: apart === 0 ? 1 : 1 - excess / apart,
    rmsea: degreesOfFreedom > 0 ? Math.sqrt((moments.length * excess) / (degreesOfFreedom * n)) : null,
  }
}

/** Chi-squared less degrees of freedom of a model in which no two items go together. */
function independenceExcess(moments: readonly GroupMoments[]): number {
  return moments.reduce((sum, { n, covariance }) => {
    const logs = covariance.diagonal().reduce((total, variance) => total + Math.log(variance), 0)
    const p = covariance.rows
    return sum + n * (logs - positiveDefinite(covariance)!.logDeterminant) - (p * (p - 1)) / 2
  }, 0)
}

function biasOf(data: GroupedData, item: number, scalar: Fitted): ItemBias | WhyNot {
  const free = fitted(data, { ...equalIntercepts, freeIntercepts: [item] }, scalar)
  if (typeof free === 'string') return free
  const chiSquared = Math.max(0, scalar.chiSquared - free.chiSquared)
  const degreesOfFreedom = data.moments.length - 1
  const shifts = free.layout.groups.slice(1).map(({ intercepts }) => {
    const place = intercepts[item]![1]!
    return { value: free.packed[place]!, standardError: free.standardErrors[place]! }
  })
  return { item, shifts, chiSquared, degreesOfFreedom, p: chiSquaredUpper(chiSquared, degreesOfFreedom) }
}

function factorMeansOf({ layout, packed, standardErrors }: Fitted) {
  return layout.groups.slice(1).map(({ factorMeans }) =>
    factorMeans!.map((place) => {
      const value = packed[place]!
      return { value, p: normalTwoSidedP(value / standardErrors[place]!) }
    }),
  )
}
