import type { Difference, Estimate } from '../../../foundations/statistics/estimate.ts'
import type { ScoreBin } from '../../../foundations/statistics/score-bins.ts'
import type { Measure, MethodDescription } from '../contract.ts'

/** Everything a method may look at to compute one figure of one group. */
export interface Answered {
  readonly measure: Measure
  /** Answers of the group, counted per score. */
  readonly bins: readonly ScoreBin[]
  /** Facts of the kind below the line; only for methods that have one. */
  readonly per?: readonly ScoreBin[]
  /** Lived minus promise at each touchpoint of the group that promises something; empty for methods that do not ask. */
  readonly gaps: readonly TouchpointGap[]
  /** Figures that it is worked out from, in the order of the formula; only for methods that work figures out. */
  readonly operands?: readonly Operand[]
}

/** One figure that another is worked out from. */
export interface Operand {
  readonly name: string
  readonly measure: Measure
  readonly answered: Answered
  readonly estimate: Estimate
}

/** How far one touchpoint is from its promise. */
export interface TouchpointGap {
  readonly touchpoint: string
  readonly gap: Estimate
}

/**
 * One way to compute a figure. Adding one is this file, its test, and one line in `methods.ts`; the API, the command
 * line, the screens and the documentation all read it from here.
 */
export interface MeasureMethodDefinition {
  readonly description: MethodDescription
  readonly estimate: (answered: Answered) => Estimate
  /** Now minus before, with the p value of "no change". */
  readonly change: (now: Answered, before: Answered) => Difference
  /** True where the figure rests on what is promised at each touchpoint. */
  readonly asksPromises?: true
}
