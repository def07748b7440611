import { type Estimate, noEstimate } from '../../../foundations/statistics/estimate.ts'
import { linkedScore } from '../../../foundations/statistics/scales/linked-score.ts'
import { askedIn, completeRows, meanOf, scoresOn } from './items-in-use.ts'
import type { ResponseTimes, ScaleColumn, WeighedPart } from './scale-input.ts'

/** The score of one quarter, on the questions that were asked and on those in use now. */
export interface QuarterScore {
  readonly period: string
  readonly items: number
  readonly common: number
  readonly raw: Estimate
  readonly linked: Estimate
}

interface Linking extends ResponseTimes {
  readonly columns: readonly ScaleColumn[]
  readonly parts: readonly WeighedPart[]
}

/** A part with its questions in use, and how the people who answered all of those scored on them. */
interface AnchoredPart extends WeighedPart {
  readonly inUse: readonly ScaleColumn[]
  readonly whole: Float64Array
}

interface Anchored extends Linking {
  readonly anchors: readonly number[]
  readonly anchored: readonly AnchoredPart[]
}

/** Scores quarter by quarter, from the first to the last. */
export function linkedQuarters(linking: Linking): QuarterScore[] {
  const { columns, parts, quarters } = linking
  const used = columns.filter(({ isInUse }) => isInUse)
  const anchors = completeRows(used)
  const anchored = parts.map((part) => {
    const inUse = used.filter(({ kind }) => kind === part.kind)
    return { ...part, inUse, whole: scoresOn(inUse, anchors) }
  })
  return [...Map.groupBy(quarters.keys(), (row) => quarters[row]!)]
    .sort(([a], [b]) => a - b)
    .map(([quarter, rows]) => quarterScore({ ...linking, anchors, anchored }, { quarter, rows }))
}

interface Quarter {
  readonly quarter: number
  readonly rows: readonly number[]
}

function quarterScore(linking: Anchored, { quarter, rows }: Quarter): QuarterScore {
  const { columns, parts, weights, anchors, anchored } = linking
  const asked = askedIn(columns, rows)
  const own = completeRows(asked, rows)
  const weightsOf = (some: readonly number[]) => Float64Array.from(some, (row) => weights[row]!)
  const linked = anchored.map(({ weight, whole, inUse }) => {
    const both = inUse.filter((column) => asked.includes(column))
    return {
      ...{ weight, whole, isLinked: both.length > 0 },
      common: both.length === inUse.length ? whole : scoresOn(both, anchors),
      other: scoresOn(both, own),
    }
  })
  const people = { weights: weightsOf(anchors), otherWeights: weightsOf(own) }
  return {
    period: `${Math.floor(quarter / 4)}-q${(quarter % 4) + 1}`,
    items: asked.length,
    common: asked.filter(({ isInUse }) => isInUse).length,
    raw: meanOf(own, rawScore(asked, parts), weights),
    linked:
      linked.length > 0 && linked.every(({ isLinked }) => isLinked)
        ? linkedScore({ parts: linked, ...people })
        : noEstimate('chained-linear', 'nothing-in-common', { n: own.length }),
  }
}

/** The score of a row on the questions that were asked; parts without any of them are left out. */
function rawScore(asked: readonly ScaleColumn[], parts: readonly WeighedPart[]) {
  const weighed = parts
    .map(({ kind, weight }) => ({ weight, columns: asked.filter((column) => column.kind === kind) }))
    .filter(({ columns }) => columns.length > 0)
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0)
  return (row: number) =>
    weighed.reduce((sum, { weight, columns }) => sum + (weight / total) * scoresOn(columns, [row])[0]!, 0)
}
