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
  const joint = Float64Array.from([
    ...among.flatMap((row, i) => [...row, withOutcome[i]!]),
    ...withOutcome,
    1,
  ])
  const rests = Array.from({ length: p + 1 }, (_, taken) => new Float64Array((p + 1 - taken) ** 2))
  rests[0]!.set(joint)
  const explained = new Float64Array(2 ** p)
  visit({ rests, depth: 0, mask: 0 }, explained)
  return explained
}

interface Node {
  /**
   * For every number of predictors decided on, the covariances of the others, and of the outcome, given those taken: a square of numbers, row by row.
   * Those of a depth are written over when the next branch of the tree comes to it.
   */
  readonly rests: readonly Float64Array[]
  readonly depth: number
  readonly mask: number
}

function visit({ rests, depth, mask }: Node, explained: Float64Array): void {
  const next = rests[depth + 1]
  if (!next) {
    explained[mask] = 1 - rests[depth]![0]!
    return
  }
  leaveOut(rests[depth]!, next)
  visit({ rests, depth: depth + 1, mask }, explained)
  takeIn(rests[depth]!, next)
  visit({ rests, depth: depth + 1, mask: mask | (1 << depth) }, explained)
}

/** What is known of the others when the first one is not taken. */
function leaveOut(rest: Float64Array, next: Float64Array): void {
  const size = Math.sqrt(rest.length)
  for (let i = 1, to = 0; i < size; i++) {
    for (let j = 1; j < size; j++, to++) next[to] = rest[i * size + j]!
  }
}

/** What is left of the others once the first one is known. */
function takeIn(rest: Float64Array, next: Float64Array): void {
  const size = Math.sqrt(rest.length)
  const pivot = rest[0]!
  for (let i = 1, to = 0; i < size; i++) {
    const factor = pivot > EXHAUSTED ? rest[i * size]! / pivot : 0
    for (let j = 1; j < size; j++, to++) next[to] = rest[i * size + j]! - factor * rest[j]!
  }
}
