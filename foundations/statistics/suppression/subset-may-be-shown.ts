/** A group that a filter picks out of a group that is shown. */
export interface Subset {
  readonly people: number
  /** People of the shown group that contains it. */
  readonly parentPeople: number
}

/**
 * Whether a filter's result may be shown: it has at least `k` people, and so has what the filter leaves out, unless that is nobody; otherwise the few left out could be found by
 * subtraction.
 */
export function subsetMayBeShown({ people, parentPeople }: Subset, k: number): boolean {
  const leftOut = parentPeople - people
  return people >= k && (leftOut === 0 || leftOut >= k)
}
