import type {
  Composite,
  Followed,
  Grouping,
} from '../../../foundations/warehouse/histogram-query.contract.ts'
import type { Population } from '../../understanding/contract.ts'
import type { FigureQuery, Period } from '../contract.ts'
import type { PeriodAnswers } from './figure.ts'

/** Which answers figures are computed from. */
export interface AnswerFilter {
  readonly population: Population
  readonly touchpoint?: string | undefined
  /** Units counted in; all where absent. */
  readonly units?: readonly string[] | undefined
  readonly segment?: { readonly name: string; readonly value: string } | undefined
}

export interface AnswersWanted {
  readonly filter: AnswerFilter
  readonly kinds: readonly string[]
  /** What the composites among the kinds are made of. */
  readonly composites: readonly Composite[]
  /** What followed what, where that is among the kinds. */
  readonly followed: readonly Followed[]
  /** Kinds to be counted by touchpoint too, for figures that ask promises. */
  readonly promisedKinds: readonly string[]
  readonly by: readonly Grouping[]
}

/** Answers of one period and the statements that read them. */
export interface AnswersRead extends PeriodAnswers {
  readonly queries: readonly FigureQuery[]
}

/** First and last day that hold answers. */
export interface AnswerSpan {
  readonly first: string
  readonly last: string
}

/** One comment, without who wrote it. */
export interface Comment {
  readonly text: string
  readonly language: string
  readonly score: number | null
  readonly unit: string
  readonly occurredOn: string
}

/** What figures need of the facts. */
export interface AnswerFacts {
  readonly answers: (workspace: string, wanted: AnswersWanted, period: Period) => Promise<AnswersRead>
  /** Comments of a period, latest first; none of employees. */
  readonly comments: (workspace: string, filter: AnswerFilter, period: Period) => Promise<Comment[]>
  readonly span: (workspace: string, population?: Population) => Promise<AnswerSpan | null>
}
