import type { Estimate } from '../../../foundations/statistics/estimate.ts'

/** Answers to one question, from 0 to 100 along its scale, a value for each response; NaN where it was not answered. */
export interface Item {
  readonly kind: string
  readonly question: string
  readonly scores: Float64Array
}

/** When responses were given, in quarters since year 0, and what they weigh. */
export interface ResponseTimes {
  readonly quarters: Uint16Array
  readonly weights: Float64Array
}

/** A question with its answers, and whether it is still asked. */
export interface ScaleColumn extends Item {
  readonly mean: Estimate
  readonly isInUse: boolean
}

/** A part of a scale: the kind of its questions, and its weight in the score. */
export interface WeighedPart {
  readonly kind: string
  readonly weight: number
}

/** Answers to the questions of a scale. */
export interface ScaleInput extends ResponseTimes {
  /** True where so few employees answered that nothing is told of them. */
  readonly hidden: boolean
  readonly items: readonly Item[]
  /** A number of the person who answered. */
  readonly people: Uint32Array
  readonly groups: Uint16Array
  /** Names of the groups that `groups` counts from 1; 0 is none of them. */
  readonly groupNames: readonly string[]
  /** Share of the people who were read. */
  readonly drawn: number
  readonly statement: { readonly sql: string; readonly parameters: Readonly<Record<string, unknown>> }
  readonly parts: readonly WeighedPart[]
  /** Fewest responses of a group, and of all, for a model. */
  readonly leastResponses: number
  readonly draws: number
  readonly seed: number
}

/** What a model is fitted to: questions, and the rows that answered all of them. */
export interface ScaleData {
  readonly columns: readonly ScaleColumn[]
  readonly rows: readonly number[]
  /** Part of each column. */
  readonly factorOf: readonly number[]
  readonly input: ScaleInput
}
