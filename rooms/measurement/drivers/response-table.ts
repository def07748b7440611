import { type CountedFigure, countedAs } from '../measures/counted-figure.ts'
import { meanByRow, rowsOfMessages } from './response-rows.ts'

interface Scores {
  readonly messages: BigUint64Array
  readonly scores: Float64Array
}

/** Answers that came together: the score asked for and those beside it. */
export interface AnswersTogether {
  readonly asked: Scores & {
    readonly people: Uint32Array
    readonly groups: Uint16Array
    readonly weights: Float64Array
  }
  readonly beside: readonly (Scores & { readonly kind: string; readonly touchpoint: string })[]
  readonly figure: CountedFigure
}

/** A table of responses: a row for each message, NaN where something was not answered. */
export interface ResponseTable {
  readonly columns: readonly Float64Array[]
  readonly people: Uint32Array
  readonly groups: Uint16Array
  readonly weights: Float64Array
}

export function tableOf({ asked, beside, figure }: AnswersTogether): ResponseTable {
  const places = rowsOfMessages(asked.messages)
  const first = <Values extends Uint32Array | Uint16Array | Float64Array>(values: Values, into: Values) => {
    for (let entry = values.length - 1; entry >= 0; entry--) into[places.rowOfEntry[entry]!] = values[entry]!
    return into
  }
  const score = meanByRow(asked, places)
  return {
    columns: [
      ...beside.map((column) => meanByRow(column, places)),
      score,
      ...(figure === null ? [] : [score.map((value) => countedAs(figure, value))]),
    ],
    people: first(asked.people, new Uint32Array(places.rows)),
    groups: first(asked.groups, new Uint16Array(places.rows)),
    weights: withMeanOne(first(asked.weights, new Float64Array(places.rows))),
  }
}

/** Weights that add up to the number of responses, so that sums of weights still tell how many there are. */
function withMeanOne(weights: Float64Array): Float64Array {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return sum > 0 ? weights.map((weight) => (weight * weights.length) / sum) : weights
}

/** Random groups of people that are drawn again, where there are more people. */
const mostBuckets = 256

/** A bucket for each person where they are few; else people fall into buckets by their number. */
export function bucketsOf(people: Uint32Array): { bucketOf: Uint16Array; buckets: number } {
  const known = new Map<number, number>()
  const bucketOf = new Uint16Array(people.length)
  for (let row = 0; row < people.length && known.size <= 4 * mostBuckets; row++) {
    const person = people[row]!
    if (!known.has(person)) known.set(person, known.size)
    bucketOf[row] = known.get(person)!
  }
  if (known.size <= 4 * mostBuckets) return { bucketOf, buckets: known.size }
  return { bucketOf: Uint16Array.from(people, (person) => person % mostBuckets), buckets: mostBuckets }
}

export function completeRows({ columns }: ResponseTable): number[] {
  const rows: number[] = []
  for (let row = 0; row < columns[0]!.length; row++)
    if (columns.every((column) => !Number.isNaN(column[row]))) rows.push(row)
  return rows
}

export function rowsOf(table: ResponseTable, rows: readonly number[]): ResponseTable {
  return {
    columns: table.columns.map((column) => Float64Array.from(rows, (row) => column[row]!)),
    people: Uint32Array.from(rows, (row) => table.people[row]!),
    groups: Uint16Array.from(rows, (row) => table.groups[row]!),
    weights: Float64Array.from(rows, (row) => table.weights[row]!),
  }
}
