/**
 * One figure with everything needed to judge it.
 *
 * A figure that cannot be computed has `value: null` and says `why`; it is never 0, NaN or Infinity.
 */
export interface Estimate {
  /** The figure, in the unit that the method states; null where it cannot be computed. */
  readonly value: number | null
  /** Number of observations the figure rests on (unweighted). */
  readonly n: number
  /** Lower end of the interval, same unit as `value`; null where there is none. */
  readonly low: number | null
  /** Upper end of the interval, same unit as `value`; null where there is none. */
  readonly high: number | null
  /** Confidence level of the interval, 0–1. */
  readonly level: number
  /** Name of the method, e.g. `wilson`. */
  readonly method: MethodName
  /** Effective number of observations after weighting (Kish 1965); absent for unweighted figures. */
  readonly nEffective?: number
  /** Present when `value` is null, or when the interval is: the reason. */
  readonly why?: WhyNot
}

/** Reasons why a figure, or its interval, cannot be given. */
export type WhyNot =
  | 'no-answers'
  | 'one-answer'
  | 'too-few'
  | 'constant'
  | 'weights-not-positive'
  | 'group-too-small'
  | 'zero-denominator'
  /** A count of what was received is exact: it has no interval. */
  | 'exact'
  /** An input, or the result, is not a finite number. */
  | 'not-finite'
  /** A predictor is a combination of the others, so their parts cannot be told apart. */
  | 'collinear'
  /** The iteration did not settle, so there is nothing to report. */
  | 'not-converged'
  /** The quotient may exceed one, so the interval of a share does not apply. */
  | 'not-a-share'
  /** Nearly all that moves is sampling noise. */
  | 'too-noisy'
  /** Everybody has a rate of their own; there is no single one to tell. */
  | 'no-single-rate'
  /** Nothing that was asked is still asked, so scores cannot be linked. */
  | 'nothing-in-common'

/** Every method that a figure of the product may name. */
export type MethodName =
  | 'count'
  | 'nps-adjusted-wald'
  | 'nps-wald'
  | 'nps-weighted-kish'
  | 'nps-difference-adjusted-wald'
  | 'wilson'
  | 'wilson-kish'
  | 'newcombe-difference'
  | 'mean-t'
  | 'mean-weighted-kish'
  | 'mean-difference-welch'
  | 'mean-difference-permuted'
  | 'gap-to-constant'
  | 'mean-of-gaps'
  | 'mean-calibrated'
  | 'paired-gap-t'
  | 'attributable-fraction'
  | 'matched-difference'
  | 'double-learning'
  | 'experiment-welch'
  | 'friction'
  | 'nps-clustered'
  | 'staggered-differences'
  | 'ratio'
  | 'bootstrap-percentile'
  | 'level-step-t'
  | 'net-box-adjusted-wald'
  | 'net-box-index-t'
  | 'within-slope'
  | 'freed-slope'
  | 'panel-chain'
  | 'between-units'
  | 'followed-lifetime'
  | 'parameter-draws'
  | 'tracking-ratio'
  | 'kaplan-meier'
  | 'simon-makuch'
  | 'price-premium'
  | 'stock-retention'
  | 'evenness'
  | 'raised-marks'
  | 'carried-share'
  | 'carried-mark'
  | 'within-groups'
  | 'hanley-mcneil'
  | 'overstatement'
  | 'worked-out'
  | 'mean-composition'
  | 'chained-linear'

/** An estimate that cannot be computed, with its reason. */
export function noEstimate(method: MethodName, why: WhyNot, { n = 0, level = 0.95 } = {}): Estimate {
  return { value: null, n, low: null, high: null, level, method, why }
}

/** A change (first minus second) with the two-sided p value of "no change"; `p` is null where it cannot be computed. */
export interface Difference extends Estimate {
  readonly p: number | null
}

/** A difference that cannot be computed, with its reason. */
export function noDifference(method: MethodName, why: WhyNot, { n = 0, level = 0.95 } = {}): Difference {
  return { ...noEstimate(method, why, { n, level }), p: null }
}

/** How an interval is asked for. */
export interface IntervalOptions {
  /** Confidence level, strictly between 0 and 1; 0.95 when absent. */
  readonly level?: number
}
