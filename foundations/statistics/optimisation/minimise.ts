import type { Progress } from '../progress.ts'
import type { IterationLimit } from './iteration-limit.ts'

/** A function of several numbers that is to be made small; NaN or Infinity where it does not exist. */
export type Objective = (point: readonly number[]) => number

/** The same with its derivatives, where they are known. */
export type SmoothObjective = (point: readonly number[]) => {
  readonly value: number
  readonly gradient: readonly number[]
}

/** Where a search ended. */
export interface Minimum {
  readonly point: readonly number[]
  readonly value: number
  readonly iterations: number
  /** The gradient vanished, relative to the value. */
  readonly converged: boolean
  /** The inverse of the curvature as far as the search came to know it; a search nearby can begin with it. */
  readonly inverseHessian: readonly (readonly number[])[]
}

/** How a search begins and ends. */
export interface SearchOptions extends IterationLimit, Progress {
  /** What an earlier search nearby came to know of the curvature. */
  readonly inverseHessian?: readonly (readonly number[])[]
}

const MAX_ITERATIONS = 500
const STEP = 1e-5
const GRADIENT_SETTLED = 1e-6
const SUFFICIENT = 1e-4

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, i) => sum + value * b[i]!, 0)

function numericalGradient(objective: Objective, point: readonly number[]): number[] {
  return point.map((value, i) => {
    const step = STEP * Math.max(1, Math.abs(value))
    const at = (shift: number) => objective(point.map((other, j) => (i === j ? other + shift : other)))
    return (at(step) - at(-step)) / (2 * step)
  })
}

interface Reached {
  readonly point: readonly number[]
  readonly value: number
  /** Known already, or worked out when the search goes on from here. */
  readonly gradient: () => readonly number[]
}

function reachedAt(objective: Objective | SmoothObjective, point: readonly number[]): Reached {
  const found = objective(point)
  if (typeof found !== 'number') return { point, value: found.value, gradient: () => found.gradient }
  return { point, value: found, gradient: () => numericalGradient(objective as Objective, point) }
}

const identity = (n: number): number[][] =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, j) => (i === j ? 1 : 0)))

/** Broyden–Fletcher–Goldfarb–Shanno update of the inverse Hessian. */
function updated(
  inverse: readonly (readonly number[])[],
  move: readonly number[],
  turn: readonly number[],
): readonly (readonly number[])[] {
  const curvature = dot(move, turn)
  if (!(curvature > 1e-12)) return inverse
  const through = inverse.map((row) => dot(row, turn))
  const factor = (1 + dot(turn, through) / curvature) / curvature
  return inverse.map((row, i) =>
    row.map(
      (value, j) =>
        value + factor * move[i]! * move[j]! - (through[i]! * move[j]! + move[i]! * through[j]!) / curvature,
    ),
  )
}

interface Here {
  readonly point: readonly number[]
  readonly value: number
  readonly gradient: readonly number[]
}

/** Backtracks along a direction until the value falls enough; null when it does not. */
function lineSearch(
  objective: Objective | SmoothObjective,
  { point, value, gradient }: Here,
  direction: readonly number[],
): Reached | null {
  const slope = dot(gradient, direction)
  for (let scale = 1; scale > 1e-12; scale /= 2) {
    const reached = reachedAt(
      objective,
      point.map((at, i) => at + scale * direction[i]!),
    )
    if (reached.value <= value + SUFFICIENT * scale * slope) return reached
  }
  return null
}

/** The scale is that of the start: a value that runs to infinity must not pass for a flat place. */
const isFlat = ({ gradient }: Here, startValue: number) =>
  Math.max(...gradient.map(Math.abs)) <= GRADIENT_SETTLED * Math.max(1, Math.abs(startValue))

/**
 * Minimum of a smooth function by BFGS (Nocedal & Wright 2006, chapter 6), with its derivatives where the function tells them, otherwise with numerical ones.
 *
 * Scale the arguments to about 1, for instance by taking logarithms of positive parameters. Check `converged` before using the point.
 */
export function minimise(
  objective: Objective | SmoothObjective,
  start: readonly number[],
  {
    inverseHessian = identity(start.length),
    mostIterations = MAX_ITERATIONS,
    onProgress,
  }: SearchOptions = {},
): Minimum {
  const begun = reachedAt(objective, start)
  let here: Here = { ...begun, gradient: begun.gradient() }
  let [inverse, wasReset] = [inverseHessian, false]
  const ended = (iterations: number, converged: boolean): Minimum => {
    onProgress?.(1)
    return { point: here.point, value: here.value, iterations, converged, inverseHessian: inverse }
  }
  for (let iterations = 1; iterations <= mostIterations; iterations++) {
    if (isFlat(here, begun.value)) return ended(iterations, true)
    onProgress?.((iterations - 1) / mostIterations)
    const direction = inverse.map((row) => -dot(row, here.gradient))
    const found = dot(direction, here.gradient) < 0 ? lineSearch(objective, here, direction) : null
    if (!found) {
      if (wasReset) return ended(iterations, false)
      ;[inverse, wasReset] = [identity(start.length), true]
      continue
    }
    const next: Here = { ...found, gradient: found.gradient() }
    const difference = (of: (at: Here) => readonly number[]) =>
      of(next).map((value, i) => value - of(here)[i]!)
    inverse = updated(
      inverse,
      difference(({ point }) => point),
      difference(({ gradient }) => gradient),
    )
    ;[here, wasReset] = [next, false]
  }
  return ended(mostIterations, false)
}

/** The best of several starts; null when none converged. */
export function minimiseFromStarts(
  objective: Objective | SmoothObjective,
  starts: readonly (readonly number[])[],
  { onProgress, ...limit }: IterationLimit & Progress = {},
): Minimum | null {
  const found = starts
    .map((start, i) =>
      minimise(objective, start, {
        ...limit,
        onProgress: onProgress && ((share) => onProgress((i + share) / starts.length)),
      }),
    )
    .filter(({ converged, value }) => converged && Number.isFinite(value))
  return found.sort((a, b) => a.value - b.value)[0] ?? null
}

/** A parameter e³⁰ times as large as another says that the function falls towards infinity, however flat it has become. */
const FARTHEST_LOG = 30

/** Whether a search over logarithms of positive parameters ran away: its minimum lies at infinity or at 0. */
export function hasRunAway({ point }: Minimum): boolean {
  return point.some((log) => Math.abs(log) > FARTHEST_LOG)
}

/** Minimum over an interval of one variable by golden sections; the function must fall, then rise. */
export function minimiseBetween(objective: (x: number) => number, low: number, high: number): number {
  const golden = (Math.sqrt(5) - 1) / 2
  let [a, b] = [low, high]
  while (b - a > 1e-10 * Math.max(1, Math.abs(a) + Math.abs(b))) {
    const [left, right] = [b - golden * (b - a), a + golden * (b - a)]
    if (objective(left) <= objective(right)) b = right
    else a = left
  }
  return (a + b) / 2
}
