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

/** Scores quarter by quarter, from the first to the last. */
export function linkedQuarters(linking: Linking): QuarterScore[] {
  const { columns, quarters } = linking
  const anchors = completeRows(columns.filter(({ isInUse }) => isInUse))
  const rows = new Map<number, number[]>()
  for (const [row, quarter] of quarters.entries()) {
    const own = rows.get(quarter)
    if (own) own.push(row)
    else rows.set(quarter, [row])
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([quarter, own]) => quarterScore({ ...linking, anchors }, { quarter, rows: own }))
}

interface Quarter {
  readonly quarter: number
  readonly rows: readonly number[]
}

function quarterScore(
  linking: Linking & { readonly anchors: readonly number[] },
  { quarter, rows }: Quarter,
): QuarterScore {
  const { columns, parts, weights, anchors } = linking
  const asked = askedIn(columns, rows)
  const common = asked.filter(({ isInUse }) => isInUse)
  const own = completeRows(asked, rows)
  const weightsOf = (some: readonly number[]) => Float64Array.from(some, (row) => weights[row]!)
  const linked = parts.map(({ kind, weight }) => {
    const of = (some: readonly ScaleColumn[]) => some.filter((column) => column.kind === kind)
    const [inUse, both] = [of(columns.filter(({ isInUse }) => isInUse)), of(common)]
    const whole = scoresOn(inUse, anchors)
    return {
      weight,
      whole,
      common: both.length === inUse.length ? whole : scoresOn(both, anchors),
      other: scoresOn(both, own),
      isLinked: both.length > 0,
    }
  })
  const people = { weights: weightsOf(anchors), otherWeights: weightsOf(own) }
  return {
    period: `${Math.floor(quarter / 4)}-q${(quarter % 4) + 1}`,
    items: asked.length,
    common: common.length,
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
