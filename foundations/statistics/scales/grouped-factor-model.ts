import { Matrix } from 'ml-matrix'
import { positiveDefinite, traceOfProduct } from '../regression/positive-definite.ts'
import type { FactorOfItem } from './factor-model.ts'

/** Answers of one group as the model needs them: covariances over n, and means. */
export interface GroupMoments {
  readonly n: number
  readonly covariance: Matrix
  readonly means: readonly number[]
}

/** What is free to differ between groups, besides variances, uniquenesses and means of factors. */
export interface GroupedFreedom {
  /** Whether intercepts are the same in all groups; else each group has its own means. */
  readonly hasEqualIntercepts: boolean
  /** Items whose intercepts each group has for itself. */
  readonly freeIntercepts: readonly number[]
}

/** Where the parts of each group stand among all parameters; an intercept is the sum of those it names. */
export interface GroupLayout {
  readonly loadings: readonly number[]
  /** Covariances of factors, row by row up to the diagonal; fixed where null: variances of 1 in the first group. */
  readonly factors: readonly (number | null)[]
  readonly uniquenesses: readonly number[]
  readonly intercepts: readonly (readonly number[])[]
  /** Means of factors; null in the first group, where they are 0. */
  readonly factorMeans: readonly number[] | null
}

export interface GroupedLayout {
  readonly groups: readonly GroupLayout[]
  readonly parameters: number
}

/** Lays the parameters of a model with equal loadings out, one group after the other. */
export function layoutOf(factorOf: FactorOfItem, groups: number, freedom: GroupedFreedom): GroupedLayout {
  const items = factorOf.map((_, item) => item)
  const factors = Math.max(...factorOf) + 1
  let next = 0
  const take = () => next++
  const loadings = items.map(take)
  const intercepts = freedom.hasEqualIntercepts ? items.map(take) : []
  const layouts = Array.from({ length: groups }, (_, group): GroupLayout => {
    const own = (shared: number, item: number) =>
      group > 0 && freedom.freeIntercepts.includes(item) ? [shared, take()] : [shared]
    return {
      loadings,
      factors: trianglePlaces(factors).map(([a, b]) => (group === 0 && a === b ? null : take())),
      uniquenesses: items.map(take),
      intercepts: intercepts.map(own),
      factorMeans: group === 0 || !freedom.hasEqualIntercepts ? null : Array.from({ length: factors }, take),
    }
  })
  return { groups: layouts, parameters: next }
}

/** Places of a lower triangle with its diagonal, row by row. */
export function trianglePlaces(size: number): [number, number][] {
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: row + 1 }, (_, column): [number, number] => [row, column]),
  ).flat()
}

/** Parameters of one group. */
interface GroupParameters {
  readonly loadings: readonly number[]
  readonly factors: Matrix
  readonly uniquenesses: readonly number[]
  readonly intercepts: readonly number[]
  readonly factorMeans: readonly number[]
}

function parametersOf(packed: readonly number[], layout: GroupLayout, size: number): GroupParameters {
  const valueAt = (place: number) => packed[place]!
  const factors = Matrix.zeros(size, size)
  for (const [at, [a, b]] of trianglePlaces(size).entries()) {
    const place = layout.factors[at] ?? null
    const value = place === null ? 1 : packed[place]!
    factors.set(a, b, value)
    factors.set(b, a, value)
  }
  return {
    loadings: layout.loadings.map(valueAt),
    factors,
    uniquenesses: layout.uniquenesses.map(valueAt),
    intercepts: layout.intercepts.map((places) => places.map(valueAt).reduce((sum, value) => sum + value, 0)),
    factorMeans: layout.factorMeans?.map(valueAt) ?? Array(size).fill(0),
  }
}

/** How far one group is from what the model implies, and what each parameter would change. */
interface GroupScore {
  /** n × (ln|Σ| + tr(TΣ⁻¹)), with T the covariances about the implied means. */
  readonly value: number
  readonly inverse: Matrix
  readonly residual: Matrix
  readonly apart: Matrix
  readonly parameters: GroupParameters
}

function scored(
  packed: readonly number[],
  moments: GroupMoments,
  { layout, factorOf }: { readonly layout: GroupLayout; readonly factorOf: FactorOfItem },
): GroupScore | null {
  const parameters = parametersOf(packed, layout, Math.max(...factorOf) + 1)
  if (parameters.uniquenesses.some((value) => value <= 0)) return null
  const { loadings, factors, uniquenesses, intercepts, factorMeans } = parameters
  const implied = new Matrix(
    loadings.map((a, i) =>
      loadings.map(
        (b, j) => a * b * factors.get(factorOf[i]!, factorOf[j]!) + (i === j ? uniquenesses[i]! : 0),
      ),
    ),
  )
  const factored = positiveDefinite(implied)
  if (!factored || !positiveDefinite(factors)) return null
  const apart = Matrix.columnVector(
    moments.means.map((mean, i) =>
      intercepts.length === 0 ? 0 : mean - intercepts[i]! - loadings[i]! * factorMeans[factorOf[i]!]!,
    ),
  )
  const about = Matrix.add(moments.covariance, apart.mmul(apart.transpose()))
  const inverse = factored.inverse()
  const value = moments.n * (factored.logDeterminant + traceOfProduct(about, inverse))
  return { value, inverse, residual: Matrix.sub(about, implied), apart, parameters }
}

/** What one parameter of a group does to its implied covariances and means. */
interface Derivative {
  readonly places: readonly number[]
  readonly covariance: Matrix | null
  readonly means: readonly number[] | null
}

function derivativesOf(
  { loadings, factors, factorMeans }: GroupParameters,
  layout: GroupLayout,
  factorOf: FactorOfItem,
): Derivative[] {
  const p = factorOf.length
  const unit = (item: number, value = 1) => factorOf.map((_, i) => (i === item ? value : 0))
  const ofLoading = factorOf.map((factor, item): Derivative => {
    const covariance = Matrix.zeros(p, p)
    for (let j = 0; j < p; j++) {
      const value = loadings[j]! * factors.get(factor, factorOf[j]!)
      covariance.set(item, j, covariance.get(item, j) + value)
      covariance.set(j, item, covariance.get(j, item) + value)
    }
    return { places: [layout.loadings[item]!], covariance, means: unit(item, factorMeans[factor]!) }
  })
  const ofFactors = trianglePlaces(factors.rows).flatMap(([a, b], at): Derivative[] => {
    const place = layout.factors[at] ?? null
    if (place === null) return []
    const joined = (i: number, j: number) =>
      (factorOf[i] === a && factorOf[j] === b) || (factorOf[i] === b && factorOf[j] === a)
    const rows = loadings.map((x, i) => loadings.map((y, j) => (joined(i, j) ? x * y : 0)))
    return [{ places: [place], covariance: new Matrix(rows), means: null }]
  })
  const ofUniqueness = factorOf.map((_, item): Derivative => {
    const covariance = Matrix.zeros(p, p)
    covariance.set(item, item, 1)
    return { places: [layout.uniquenesses[item]!], covariance, means: null }
  })
  const ofIntercept = layout.intercepts.map((places, item): Derivative => {
    return { places, covariance: null, means: unit(item) }
  })
  const ofMean = (layout.factorMeans ?? []).map((place, factor): Derivative => {
    const means = loadings.map((loading, i) => (factorOf[i] === factor ? loading : 0))
    return { places: [place], covariance: null, means }
  })
  return [...ofLoading, ...ofFactors, ...ofUniqueness, ...ofIntercept, ...ofMean]
}

/** The model at some parameters: how far it is from the groups, its gradient and its expected information. */
export interface GroupedPoint {
  readonly value: number
  readonly slope: () => { readonly gradient: number[]; readonly information: Matrix }
}

export interface GroupedModel {
  readonly moments: readonly GroupMoments[]
  readonly layout: GroupedLayout
  readonly factorOf: FactorOfItem
}

/** The model at a point; null where it implies no covariances. */
export function groupedPoint(packed: readonly number[], model: GroupedModel): GroupedPoint | null {
  const { moments, layout, factorOf } = model
  const scores: GroupScore[] = []
  for (const [group, one] of moments.entries()) {
    const score = scored(packed, one, { layout: layout.groups[group]!, factorOf })
    if (!score) return null
    scores.push(score)
  }
  return {
    value: scores.reduce((sum, { value }) => sum + value, 0),
    slope: () => slopeOf(scores, model),
  }
}

function slopeOf(scores: readonly GroupScore[], { moments, layout, factorOf }: GroupedModel) {
  const gradient = new Array<number>(layout.parameters).fill(0)
  const information = Matrix.zeros(layout.parameters, layout.parameters)
  for (const [group, { inverse, residual, apart, parameters }] of scores.entries()) {
    const { n } = moments[group]!
    const derivatives = derivativesOf(parameters, layout.groups[group]!, factorOf)
    const weighted = derivatives.map(({ covariance }) => covariance && inverse.mmul(covariance))
    const leaned = derivatives.map(({ means }) => means && inverse.mmul(Matrix.columnVector([...means])))
    const pulled = inverse.mmul(residual)
    const far = inverse.mmul(apart).to1DArray()
    for (const [a, { places, means }] of derivatives.entries()) {
      const along = weighted[a] ? traceOfProduct(pulled, weighted[a]) / 2 : 0
      const score = n * (along + (means ? product(means, far) : 0))
      for (const place of places) gradient[place]! += score
      for (let b = 0; b <= a; b++) {
        const [one, two] = [weighted[a], weighted[b]]
        const both = one && two ? traceOfProduct(one, two) / 2 : 0
        const other = leaned[b]?.to1DArray()
        const value = n * (both + (means && other ? product(means, other) : 0))
        addTo(information, [places, derivatives[b]!.places], { value, isTwice: a !== b })
      }
    }
  }
  return { gradient, information }
}

function product(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0)
}

function addTo(
  information: Matrix,
  [rows, columns]: readonly [readonly number[], readonly number[]],
  { value, isTwice }: { readonly value: number; readonly isTwice: boolean },
): void {
  for (const row of rows)
    for (const column of columns) {
      information.set(row, column, information.get(row, column) + value)
      if (isTwice) information.set(column, row, information.get(column, row) + value)
    }
}
