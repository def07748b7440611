/** A function of several numbers that is to be made small; NaN or Infinity where it does not exist. */
export type Objective = (point: readonly number[]) => number

/** Where a search ended. */
export interface Minimum {
  readonly point: readonly number[]
  readonly value: number
  readonly iterations: number
  /** The gradient vanished, relative to the value. */
  readonly converged: boolean
}

const MAX_ITERATIONS = 500
const STEP = 1e-5
const GRADIENT_SETTLED = 1e-6
const SUFFICIENT = 1e-4

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, i) => sum + value * b[i]!, 0)

function gradientOf(objective: Objective, point: readonly number[]): number[] {
  return point.map((value, i) => {
    const step = STEP * Math.max(1, Math.abs(value))
    const at = (shift: number) => objective(point.map((other, j) => (i === j ? other + shift : other)))
    return (at(step) - at(-step)) / (2 * step)
  })
}

const identity = (n: number): number[][] =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, j) => (i === j ? 1 : 0)))

/** Broyden–Fletcher–Goldfarb–Shanno update of the inverse Hessian. */
function updated(inverse: number[][], move: readonly number[], turn: readonly number[]): number[][] {
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
function lineSearch(objective: Objective, { point, value, gradient }: Here, direction: readonly number[]) {
  const slope = dot(gradient, direction)
  for (let scale = 1; scale > 1e-12; scale /= 2) {
    const next = point.map((at, i) => at + scale * direction[i]!)
    const reached = objective(next)
    if (reached <= value + SUFFICIENT * scale * slope) return { point: next, value: reached }
  }
  return null
}

/** The scale is that of the start: a value that runs to infinity must not pass for a flat place. */
const isFlat = ({ gradient }: Here, startValue: number) =>
  Math.max(...gradient.map(Math.abs)) <= GRADIENT_SETTLED * Math.max(1, Math.abs(startValue))

/**
 * Minimum of a smooth function by BFGS with a numerical gradient (Nocedal & Wright 2006, chapter 6). Scale the arguments to about 1, for instance by
 * taking logarithms of positive parameters. Check `converged` before using the point.
 */
export function minimise(objective: Objective, start: readonly number[]): Minimum {
  const startValue = objective(start)
  let here: Here = { point: start, value: startValue, gradient: gradientOf(objective, start) }
  let inverse = identity(start.length)
  let wasReset = false
  for (let iterations = 1; iterations <= MAX_ITERATIONS; iterations++) {
    if (isFlat(here, startValue)) return { ...here, iterations, converged: true }
    const direction = inverse.map((row) => -dot(row, here.gradient))
    const found = dot(direction, here.gradient) < 0 ? lineSearch(objective, here, direction) : null
    if (!found) {
      if (wasReset) return { ...here, iterations, converged: false }
      ;[inverse, wasReset] = [identity(start.length), true]
      continue
    }
    const gradient = gradientOf(objective, found.point)
    const move = found.point.map((value, i) => value - here.point[i]!)
    inverse = updated(
      inverse,
      move,
      gradient.map((value, i) => value - here.gradient[i]!),
    )
    ;[here, wasReset] = [{ ...found, gradient }, false]
  }
  return { ...here, iterations: MAX_ITERATIONS, converged: false }
}

/** The best of several starts; null when none converged. */
export function minimiseFromStarts(
  objective: Objective,
  starts: readonly (readonly number[])[],
): Minimum | null {
  const found = starts
    .map((start) => minimise(objective, start))
    .filter(({ converged, value }) => converged && Number.isFinite(value))
  return found.sort((a, b) => a.value - b.value)[0] ?? null
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
