/**
 * Facts that can be counted by score: scores of answers, values of interactions (1 where none was measured), values of
 * outcomes, scores composed of several answers of one message, and whether one interaction was followed by another.
 */
export type CountedFacts = 'answers' | 'interactions' | 'outcomes' | 'composites' | 'followed'

/** A score from 0 to 100 composed of answers of several kinds that came in one message. */
export interface Composite {
  /** Name by which `kinds` of a query ask for it. */
  readonly key: string
  readonly parts: readonly { readonly kind: string; readonly weight: number }[]
}

/** Whether one thing that happened was followed by another, with the same person, in time. */
export interface Followed {
  /** Name by which `kinds` of a query ask for it. */
  readonly key: string
  /** Names of the interaction that begins and of the one that may follow; they may be the same. */
  readonly first: string
  readonly next: string
  readonly withinDays: number
}

/** What histograms may be grouped by; `segment:NAME` stands for the values of one segment. */
export type Grouping =
  | 'touchpoint'
  | 'unit'
  | 'channel'
  | 'question'
  | 'month'
  | 'quarter'
  | 'year'
  | `segment:${string}`

/** Which facts to count. Days are included at both ends and are read in UTC. */
export interface HistogramQuery {
  /** Answers where absent. */
  readonly facts?: CountedFacts | undefined
  /** Kinds of answers or outcomes, names of interactions, keys of composites. */
  readonly kinds: readonly string[]
  /** What the composites asked for are made of. */
  readonly composites?: readonly Composite[] | undefined
  /** What followed what, where that is asked for. */
  readonly followed?: readonly Followed[] | undefined
  readonly population: 'customers' | 'prospects' | 'employees'
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: string
  readonly to: string
  readonly touchpoint?: string | undefined
  /** Units counted in; all where absent. */
  readonly units?: readonly string[] | undefined
  readonly segment?: SegmentValue | undefined
  readonly by: readonly Grouping[]
}

export interface SegmentValue {
  readonly name: string
  readonly value: string
}
