import type { IterationLimit } from '../optimisation/iteration-limit.ts'

/** Least squares over weights that are not negative and add up to 1. */
export interface SimplexProblem extends IterationLimit {
  /** One list per weight. */
  readonly columns: readonly Float64Array[]
  readonly target: Float64Array
  /** Penalty on the sum of squared weights. */
  readonly ridge: number
  /** Take the mean out of every column first, so that only the course counts, not the level. */
  readonly withIntercept: boolean
  /** Smallest fall of the objective that is worth another step. */
  readonly smallestFall: number
  /** How far the objective may be from the least one when the steps are used up. */
  readonly largestGap: number
}

const MAX_STEPS = 10_000
const STEPS_BEFORE_PRUNING = 100

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

function centred(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.map((value) => value - mean)
}

/** Weights with the combination of columns they give. */
interface Position {
  readonly weights: Float64Array
  readonly fitted: Float64Array
}

function positionOf({ columns, target }: SimplexProblem, weights: Float64Array): Position {
  const fitted = new Float64Array(target.length)
  columns.forEach((column, i) => {
    if (weights[i] === 0) return
    for (let row = 0; row < fitted.length; row++) fitted[row]! += weights[i]! * column[row]!
  })
  return { weights, fitted }
}

/** One Frank–Wolfe step: towards the single column that lowers the objective fastest, by the best amount. */
function step({ columns, target, ridge }: SimplexProblem, { weights, fitted }: Position): Position {
  const error = fitted.map((value, row) => value - target[row]!)
  const scaledRidge = target.length * ridge
  const halfGradient = weights.map((weight, i) => dot(error, columns[i]!) + scaledRidge * weight)
  const best = halfGradient.indexOf(Math.min(...halfGradient))
  const direction = weights.map((weight, i) => (i === best ? 1 - weight : -weight))
  if (direction.every((value) => value === 0)) return { weights, fitted }
  const change = columns[best]!.map((value, row) => value - fitted[row]!)
  const size = -dot(halfGradient, direction) / (dot(change, change) + scaledRidge * dot(direction, direction))
  const bounded = Math.min(1, Math.max(0, size))
  return {
    weights: weights.map((weight, i) => weight + bounded * direction[i]!),
    fitted: fitted.map((value, row) => value + bounded * change[row]!),
  }
}

function objective({ target, ridge }: SimplexProblem, { weights, fitted }: Position): number {
  const squares = target.reduce((sum, value, row) => sum + (fitted[row]! - value) ** 2, 0)
  return squares / target.length + ridge * dot(weights, weights)
}

/** A bound on how far the objective is above the least one: the duality gap of Frank–Wolfe (Jaggi 2013, ICML 28:427). */
function gapAt({ columns, target, ridge }: SimplexProblem, { weights, fitted }: Position): number {
  const error = fitted.map((value, row) => value - target[row]!)
  const halfGradient = weights.map((weight, i) => dot(error, columns[i]!) + target.length * ridge * weight)
  return (2 * (dot(halfGradient, weights) - Math.min(...halfGradient))) / target.length
}

/** Where a descent ended, and whether it had settled there. */
function descend(problem: SimplexProblem, start: Float64Array, maxSteps: number) {
  let position = positionOf(problem, start)
  let value = Number.POSITIVE_INFINITY
  for (let i = 0; i < maxSteps; i++) {
    position = step(problem, position)
    const next = objective(problem, position)
    if (i > 1 && value - next <= problem.smallestFall ** 2)
      return { weights: position.weights, hasSettled: true }
    value = next
  }
  return { weights: position.weights, hasSettled: gapAt(problem, position) <= problem.largestGap }
}

/**
 * Weights on the simplex by Frank–Wolfe, in two rounds: small weights (a quarter of the largest or less) are dropped after the first. Null when the second does
 * not settle.
 *
 * As in R `synthdid`. Source: Frank & Wolfe (1956); Arkhangelsky et al. (2021), Am. Econ. Review 111:4088.
 */
export function simplexWeights(problem: SimplexProblem): Float64Array | null {
  const prepared: SimplexProblem = problem.withIntercept
    ? { ...problem, columns: problem.columns.map(centred), target: centred(problem.target) }
    : problem
  const n = prepared.columns.length
  const { weights: first } = descend(prepared, new Float64Array(n).fill(1 / n), STEPS_BEFORE_PRUNING)
  const largest = Math.max(...first)
  const kept = first.map((weight) => (weight <= largest / 4 ? 0 : weight))
  const sum = kept.reduce((total, weight) => total + weight, 0)
  const { weights, hasSettled } = descend(
    prepared,
    kept.map((weight) => weight / sum),
    prepared.mostIterations ?? MAX_STEPS,
  )
  return hasSettled ? weights : null
}
