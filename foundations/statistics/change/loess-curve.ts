/** How a loess curve is drawn through equally spaced points. */
export interface LoessOptions {
  /** Number of neighbours that count; may exceed the number of points. */
  readonly window: number
  /** 0: weighted mean; 1: weighted line. */
  readonly degree: 0 | 1
  /** Fit at every `jump`-th point, straight lines between. */
  readonly jump: number
  /** How far each point is believed, 0–1; all fully when absent. */
  readonly belief?: Float64Array
}

interface Window {
  readonly from: number
  readonly to: number
}

/** Fitted value at position `at` (from 1) with tricube weights on points from…to (from 1); null when no point counts. */
export function loessAt(
  y: Float64Array,
  at: number,
  { from, to, window, degree, belief }: Window & Omit<LoessOptions, 'jump'>,
): number | null {
  const n = y.length
  const reach = Math.max(at - from, to - at) + (window > n ? Math.floor((window - n) / 2) : 0)
  const weights = new Float64Array(to - from + 1)
  for (let j = from; j <= to; j++) {
    const distance = Math.abs(j - at)
    if (distance > 0.999 * reach) continue
    const near = distance <= 0.001 * reach ? 1 : (1 - (distance / reach) ** 3) ** 3
    weights[j - from] = near * (belief?.[j - 1] ?? 1)
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (!(total > 0)) return null
  const shares = weights.map((weight) => weight / total)
  const slopes = reach > 0 && degree > 0 ? tilt(shares, { at, from, n }) : shares
  return slopes.reduce((sum, share, i) => sum + share * y[from - 1 + i]!, 0)
}

/** Weights of a weighted line instead of a weighted mean. */
function tilt(shares: Float64Array, { at, from, n }: { at: number; from: number; n: number }): Float64Array {
  const centre = shares.reduce((sum, share, i) => sum + share * (from + i), 0)
  const spread = shares.reduce((sum, share, i) => sum + share * (from + i - centre) ** 2, 0)
  if (!(Math.sqrt(spread) > 0.001 * (n - 1))) return shares
  return shares.map((share, i) => share * (((at - centre) / spread) * (from + i - centre) + 1))
}

function windowAt(at: number, n: number, window: number): Window {
  if (window >= n) return { from: 1, to: n }
  const half = Math.floor((window + 1) / 2)
  if (at < half) return { from: 1, to: window }
  if (at >= n - half + 1) return { from: n - window + 1, to: n }
  return { from: at - half + 1, to: window + at - half }
}

/** Straight lines from one fitted point to the next. */
function joinUp(fitted: Float64Array, positions: readonly number[]): void {
  positions.slice(1).forEach((to, i) => {
    const from = positions[i]!
    const slope = (fitted[to - 1]! - fitted[from - 1]!) / (to - from)
    for (let j = from + 1; j < to; j++) fitted[j - 1] = fitted[from - 1]! + slope * (j - from)
  })
}

/** Loess curve through equally spaced points. Source: Cleveland et al. (1990), J. Official Statistics 6:3. */
export function loessCurve(y: Float64Array, options: LoessOptions): Float64Array {
  const n = y.length
  if (n < 2) return y.slice()
  const jump = Math.min(options.jump, n - 1)
  const fitted = new Float64Array(n)
  const positions: number[] = []
  for (let at = 1; at <= n; at += jump) positions.push(at)
  if (positions.at(-1) !== n) positions.push(n)
  for (const at of positions) {
    const beforeLast = at === n && positions.length > 1 && (n - 1) % jump !== 0 ? positions.at(-2)! : at
    fitted[at - 1] = loessAt(y, at, { ...windowAt(beforeLast, n, options.window), ...options }) ?? y[at - 1]!
  }
  joinUp(fitted, positions)
  return fitted
}
