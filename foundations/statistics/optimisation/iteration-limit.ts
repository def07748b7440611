/** How long an iterative fit may go on. */
export interface IterationLimit {
  /** Steps after which a fit that has not settled is given up as 'not-converged'; each method has a default that is ample. */
  readonly mostIterations?: number
}
