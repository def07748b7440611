import type { Estimate, WhyNot } from '../../../foundations/statistics/estimate.ts'
import { percentileLimits } from '../../../foundations/statistics/resampling/bootstrap.ts'
import { randomSource } from '../../../foundations/statistics/resampling/random-source.ts'
import {
  confirmatoryFactorAnalysis,
  type FactorAnalysis,
  type FactorFit,
  factorAnalysisOfCovariance,
} from '../../../foundations/statistics/scales/confirmatory-factor-analysis.ts'
import { type FactorParameters, pairIndex } from '../../../foundations/statistics/scales/factor-model.ts'
import {
  alphaOfCovariances,
  omegaOfLoadings,
  reliability,
} from '../../../foundations/statistics/scales/reliability.ts'
import { bucketsOf } from '../drivers/response-table.ts'
import type { ScaleData } from './scale-input.ts'

/** What a factor model says of questions and of the parts they belong to. */
export interface FactorsFound {
  readonly fit: FactorFit
  /** Of each question: its loading, how it goes with the rest of its part, and alpha without it. */
  readonly items: readonly {
    readonly loading: Estimate
    readonly rest: number | null
    readonly alphaWithout: number | null
  }[]
  readonly parts: readonly { readonly alpha: Estimate; readonly omega: Estimate; readonly variance: number }[]
  /** Of the parts, pair by pair. */
  readonly correlations: readonly (readonly number[])[]
}

/** Figures whose limits come from drawing people again. */
interface Drawn {
  readonly loadings: readonly number[]
  readonly alphas: readonly number[]
  readonly omegas: readonly number[]
}

/** A factor for each part, free to correlate; limits by drawing people again. */
export function factorsOfItems(data: ScaleData, onProgress: (share: number) => void): FactorsFound | WhyNot {
  const { columns, rows, factorOf } = data
  const scores = columnsAt(columns, rows)
  const model = confirmatoryFactorAnalysis(scores, factorOf)
  if (typeof model === 'string') return model
  const places = partsOf(factorOf)
  const sums = productSums(
    scores,
    Uint32Array.from(rows, (row) => data.input.people[row]!),
  )
  const point = figuresOf(model, covarianceOfSums(sums, factorOf.length), places)
  if (!point) return 'constant'
  const draws = drawnFigures({ ...data, sums, places, from: model.parameters }, onProgress)
  const limited = (name: keyof Drawn, at: number): Estimate => {
    const limits = percentileLimits(Float64Array.from(draws, (one) => one[name][at]!).sort())
    const { low = null, high = null } = limits ?? {}
    return { value: point[name][at]!, n: rows.length, low, high, level: 0.95, method: 'bootstrap-percentile' }
  }
  const consistent = places.map((some) => reliability(some.map((at) => scores[at]!)))
  return {
    fit: model.fit,
    items: factorOf.map((factor, at) => {
      const part = consistent[factor]!
      const place = places[factor]!.indexOf(at)
      const [rest, alphaWithout] =
        typeof part === 'string'
          ? [null, null]
          : [part.correctedItemTotal[place]!, part.alphaIfDropped[place]!]
      return { loading: limited('loadings', at), rest, alphaWithout }
    }),
    parts: places.map((some, at) => ({
      alpha: limited('alphas', at),
      omega: limited('omegas', at),
      variance: some.reduce((sum, place) => sum + point.loadings[place]! ** 2, 0) / some.length,
    })),
    correlations: correlationsOf(model.factorCorrelations, places.length),
  }
}

function columnsAt(columns: ScaleData['columns'], rows: readonly number[]): Float64Array[] {
  return columns.map(({ scores }) => Float64Array.from(rows, (row) => scores[row]!))
}

/** Places of the questions of each part. */
function partsOf(factorOf: readonly number[]): number[][] {
  const parts = Array.from({ length: Math.max(...factorOf) + 1 }, (): number[] => [])
  for (const [at, factor] of factorOf.entries()) parts[factor]!.push(at)
  return parts
}

function figuresOf(
  { standardisedLoadings }: FactorAnalysis,
  covariance: readonly (readonly number[])[],
  parts: readonly (readonly number[])[],
): Drawn | null {
  const [alphas, omegas]: [number[], number[]] = [[], []]
  for (const places of parts) {
    const omega = omegaOfLoadings(places.map((at) => standardisedLoadings[at]!))
    if (typeof omega === 'string') return null
    omegas.push(omega.omega)
    alphas.push(alphaOfCovariances(places.map((i) => places.map((j) => covariance[i]![j]!))))
  }
  return { loadings: standardisedLoadings, alphas, omegas }
}

interface Drawing extends ScaleData {
  readonly sums: readonly Float64Array[]
  readonly places: readonly (readonly number[])[]
  readonly from: FactorParameters
}

/**
 * How far a resample is fitted: until no parameter moves by a tenth in the unit of answers from 0 to 100, whose variances are in the hundreds. Few people
 * sometimes allow no solution, and then the resample is left out.
 */
const resampleFit = { settled: 0.1, mostIterations: 40 }

/** The figures of resamples of people, each with all of their responses; where there are many, random groups of people are drawn. */
function drawnFigures(drawing: Drawing, onProgress: (share: number) => void): Drawn[] {
  const { rows, factorOf, places, sums, from, input } = drawing
  const random = randomSource(input.seed)
  return Array.from({ length: input.draws }, (_, draw) => {
    const drawn = sums.map(() => sums[random.index(sums.length)]!)
    onProgress((draw + 1) / input.draws)
    const covariance = covarianceOfSums(drawn, factorOf.length)
    const moments = { covariance, n: rows.length }
    const model = factorAnalysisOfCovariance(moments, factorOf, { from, ...resampleFit })
    return typeof model === 'string' ? null : figuresOf(model, covariance, places)
  }).filter((one) => one !== null)
}

/** Of each person, or bucket of people: how many responses, the sums of their answers, and those of their products. */
function productSums(scores: readonly Float64Array[], people: Uint32Array): Float64Array[] {
  const { bucketOf, buckets } = bucketsOf(people)
  const p = scores.length
  const sums = Array.from({ length: buckets }, () => new Float64Array(1 + p + p * p))
  const middle = scores.map((column) => column.reduce((sum, value) => sum + value, 0) / column.length)
  for (const [at, bucket] of bucketOf.entries()) {
    const into = sums[bucket]!
    into[0]! += 1
    for (let i = 0; i < p; i++) {
      const one = scores[i]![at]! - middle[i]!
      into[1 + i]! += one
      for (let j = 0; j <= i; j++) into[1 + p + i * p + j]! += one * (scores[j]![at]! - middle[j]!)
    }
  }
  return sums
}

/** Covariances over n from such sums. */
function covarianceOfSums(sums: readonly Float64Array[], p: number): number[][] {
  const total = new Float64Array(1 + p + p * p)
  for (const one of sums) for (let at = 0; at < total.length; at++) total[at]! += one[at]!
  const n = total[0]!
  const mean = (i: number) => total[1 + i]! / n
  return Array.from({ length: p }, (_, i) =>
    Array.from({ length: p }, (_, j) => {
      const [high, low] = [Math.max(i, j), Math.min(i, j)]
      return total[1 + p + high * p + low]! / n - mean(i) * mean(j)
    }),
  )
}

function correlationsOf(pairs: readonly number[], parts: number): number[][] {
  return Array.from({ length: parts }, (_, i) =>
    Array.from({ length: parts }, (_, j) => (i === j ? 1 : pairs[pairIndex(i, j, parts)]!)),
  )
}
