import { holm } from '../../../foundations/statistics/comparison/adjusted-p-values.ts'
import type { Estimate, WhyNot } from '../../../foundations/statistics/estimate.ts'
import {
  type InvarianceStep,
  type ItemBias,
  measurementInvariance,
} from '../../../foundations/statistics/scales/measurement-invariance.ts'
import { type FactorsFound, factorsOfItems } from './factors-of-items.ts'
import { completeRows, itemsInUse, meanOf, scoresOn } from './items-in-use.ts'
import { linkedQuarters, type QuarterScore } from './linked-quarters.ts'
import type { ScaleColumn, ScaleData, ScaleInput, WeighedPart } from './scale-input.ts'

export interface ComparedGroups {
  readonly groups: readonly { readonly name: string; readonly n: number }[]
  readonly steps: readonly InvarianceStep[]
  readonly items: readonly (ItemBias & { readonly adjusted: number })[]
  readonly factorMeans: readonly (readonly { readonly value: number; readonly p: number }[])[]
}

type Why = WhyNot | 'one-question' | 'one-group'

export interface ScaleFound {
  readonly n: number
  readonly complete: number
  readonly drawn: number
  readonly statement: ScaleInput['statement']
  readonly items: readonly { readonly kind: string; readonly question: string; readonly mean: Estimate }[]
  readonly dropped: readonly string[]
  /** Parts that have questions in use, in their order. */
  readonly parts: readonly (WeighedPart & { readonly mean: Estimate; readonly items: number })[]
  readonly factors: FactorsFound | Why
  /** Kinds of the parts that the model has, which are those with several questions. */
  readonly kinds: readonly string[]
  readonly compared: ComparedGroups | Why
  readonly series: readonly QuarterScore[]
}

/** Groups compared at most, those with most responses; and responses that models read at most. */
const mostGroups = 6
const mostRows = 20_000

/**
 * How well the questions of a scale measure what they are to: whether they go together, whether groups answer them alike, and what the score was in
 * each quarter on the questions that are in use now.
 *
 * Questions in use are those that half of the responses of the latest quarter answered; models are fitted to responses that answered all of them.
 */
export function qualityOfItems(
  input: ScaleInput,
  onProgress: (share: number) => void = () => {},
): ScaleFound {
  const { parts: asked, drawn, statement, hidden, weights } = input
  const columns = itemsInUse(input)
  const used = columns.filter(({ isInUse }) => isInUse)
  const parts = asked.filter(({ kind }) => used.some((column) => column.kind === kind))
  const rows = completeRows(used)
  const modelled = used.filter(({ kind }) => questionsOf(kind, used).length > 1)
  const few = hidden ? 'group-too-small' : whyNoModel(modelled, rows, input)
  const kinds = parts
    .map(({ kind }) => kind)
    .filter((kind) => modelled.some((column) => column.kind === kind))
  const factorOf = modelled.map(({ kind }) => kinds.indexOf(kind))
  const data = { columns: modelled, rows: sampled(rows, input), factorOf, input }
  const factors = few ?? factorsOfItems(data, (share) => onProgress(0.7 * share))
  const compared = typeof factors === 'string' ? factors : comparedGroups(data)
  onProgress(1)
  return {
    ...{ drawn, statement, factors, compared, kinds },
    n: input.people.length,
    complete: rows.length,
    items: used.map(({ kind, question, mean }) => ({ kind, question, mean })),
    dropped: columns.filter(({ isInUse }) => !isInUse).map(({ question }) => question),
    parts: parts.map((part) => {
      const own = questionsOf(part.kind, used)
      const scores = scoresOn(own, rows)
      const weighed = Float64Array.from(rows, (row) => weights[row]!)
      const places = rows.map((_, at) => at)
      return { ...part, mean: meanOf(places, (at) => scores[at]!, weighed), items: own.length }
    }),
    series: linkedQuarters({ ...input, columns, parts }),
  }
}

function questionsOf(kind: string, columns: readonly ScaleColumn[]): ScaleColumn[] {
  return columns.filter((column) => column.kind === kind)
}

/** Three questions, two of them of one part, are the least of which a model says anything. */
function whyNoModel(
  modelled: readonly ScaleColumn[],
  rows: readonly number[],
  { leastResponses }: ScaleInput,
): Why | null {
  if (modelled.length < 3) return 'one-question'
  return rows.length < leastResponses ? 'too-few' : null
}

/** Rows of people drawn by lot, where there are more than a model needs. */
function sampled(rows: readonly number[], { people }: ScaleInput): readonly number[] {
  if (rows.length <= mostRows) return rows
  const limit = (mostRows / rows.length) * 2 ** 32
  return rows.filter((row) => people[row]! < limit)
}

function comparedGroups({ columns, rows, factorOf, input }: ScaleData): ComparedGroups | Why {
  const { groups, groupNames, leastResponses } = input
  const each = groupNames
    .map((name, at) => ({ name, rows: rows.filter((row) => groups[row] === at + 1) }))
    .filter((one) => one.rows.length >= leastResponses)
    .sort((a, b) => b.rows.length - a.rows.length)
    .slice(0, mostGroups)
  if (each.length < 2) return 'one-group'
  const found = measurementInvariance(
    each.map((group) => columns.map(({ scores }) => Float64Array.from(group.rows, (row) => scores[row]!))),
    factorOf,
  )
  if (typeof found === 'string') return found
  const adjusted = holm(found.items.map(({ p }) => p))
  return {
    groups: each.map(({ name, rows: of }) => ({ name, n: of.length })),
    steps: found.steps,
    factorMeans: withAdjusted(found.factorMeans),
    items: found.items.map((item, at) => ({ ...item, adjusted: adjusted[at]! })),
  }
}

/** Means of factors with p adjusted for all of them. */
function withAdjusted(means: ComparedGroups['factorMeans']): ComparedGroups['factorMeans'] {
  const adjusted = holm(means.flat().map(({ p }) => p))
  const width = means[0]?.length ?? 0
  return means.map((group, at) => group.map((one, factor) => ({ ...one, p: adjusted[at * width + factor]! })))
}
