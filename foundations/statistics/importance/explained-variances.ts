/** Correlations among predictors, and of each predictor with the outcome. */
export interface PredictorCorrelations {
  readonly among: readonly (readonly number[])[]
  readonly withOutcome: readonly number[]
}

/** A predictor that the others leave less than this variance adds nothing. */
const EXHAUSTED = 1e-10

/**
 * R² of every subset of predictors, by the bits of its index (bit 0 = first predictor).
 *
 * Sweeps the correlation matrix one predictor at a time (Beaton 1964), so each subset costs one elimination step. Meant for up to 15 predictors
 * (32,768 subsets).
 */
export function explainedVariances({ among, withOutcome }: PredictorCorrelations): Float64Array {
  const p = withOutcome.length
  const joint = [
    ...among.map((row, i) => Float64Array.from([...row, withOutcome[i]!])),
    Float64Array.from([...withOutcome, 1]),
  ]
  const explained = new Float64Array(2 ** p)
  visit({ rest: joint, next: 0, mask: 0 }, explained)
  return explained
}

interface Node {
  /** Covariances of the predictors not yet decided, and of the outcome, given those taken. */
  readonly rest: readonly Float64Array[]
  readonly next: number
  readonly mask: number
}

function visit({ rest, next, mask }: Node, explained: Float64Array): void {
  if (rest.length === 1) {
    explained[mask] = 1 - rest[0]![0]!
    return
  }
  const without = rest.slice(1).map((row) => row.subarray(1))
  visit({ rest: without, next: next + 1, mask }, explained)
  visit({ rest: swept(rest), next: next + 1, mask: mask | (1 << next) }, explained)
}

/** What is left of the others once the first one is known. */
function swept(rest: readonly Float64Array[]): Float64Array[] {
  const [first] = rest
  const pivot = first![0]!
  return rest.slice(1).map((row) => {
    const factor = pivot > EXHAUSTED ? row[0]! / pivot : 0
    return row.subarray(1).map((value, j) => value - factor * first![j + 1]!)
  })
}
