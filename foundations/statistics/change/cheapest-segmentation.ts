import { type Progress, tellingParts } from '../progress.ts'
import { segmentCosts } from './segment-costs.ts'

/** What one more change costs, and the shortest segment allowed. */
export interface SegmentationPrice {
  readonly penalty: number
  readonly shortest: number
}

/** A range of levels, and the start of the last segment that is cheapest if the last level lies in it. */
interface Piece {
  readonly low: number
  readonly high: number
  readonly start: number
}

/** Levels at which an earlier start stays at least as cheap as a later one, whatever comes after. */
type Reign = (earlier: number) => { readonly low: number; readonly high: number }

/** Hands every level at which the new start is cheaper over to it. */
function withStart(pieces: readonly Piece[], start: number, reignOf: Reign): Piece[] {
  const next: Piece[] = []
  const add = (low: number, high: number, of: number) => {
    if (low > high) return
    const last = next.at(-1)
    if (last?.start === of && last.high >= low) next[next.length - 1] = { low: last.low, high, start: of }
    else next.push({ low, high, start: of })
  }
  for (const { low, high, start: earlier } of pieces) {
    const reign = reignOf(earlier)
    if (!(reign.low <= high && reign.high >= low)) {
      add(low, high, start)
      continue
    }
    if (low < reign.low) add(low, reign.low, start)
    add(Math.max(low, reign.low), Math.min(high, reign.high), earlier)
    if (high > reign.high) add(reign.high, high, start)
  }
  return next
}

function rangeOf(values: ArrayLike<number>): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let i = 0; i < values.length; i++) {
    low = Math.min(low, values[i]!)
    high = Math.max(high, values[i]!)
  }
  return [low, high]
}

/**
 * The segmentation with the smallest sum of squares around the levels plus a penalty per change, exactly, and in nearly linear time.
 *
 * Dynamic programming over the end of the last segment. An earlier start s stays cheaper than a later start s′ only for levels within
 * √((best(s′) − best(s) − cost(s, s′)) / (s′ − s)) of the mean between them, whatever is observed later, so starts that reign over no level any more are dropped.
 * A start is considered when its segment has the shortest length. `previous[end]` is where the last segment before `end` begins.
 * Source: Maidstone, Hocking, Rigaill & Fearnhead (2017), Statistics and Computing 27:519 (FPOP).
 */
export function cheapestSegmentation(
  values: ArrayLike<number>,
  { penalty, shortest, ...progress }: SegmentationPrice & Progress,
): { readonly cost: number; readonly previous: Int32Array } {
  const n = values.length
  const { costOf, meanOf } = segmentCosts(values)
  const best = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY)
  const previous = new Int32Array(n + 1)
  best[0] = -penalty
  const [low, high] = rangeOf(values)
  let pieces: readonly Piece[] = [{ low, high, start: 0 }]
  const told = tellingParts(n - shortest + 1, progress)
  for (let end = shortest; end <= n; end++) {
    told(end - shortest + 1)
    const start = end - shortest
    if (start >= shortest)
      pieces = withStart(pieces, start, (earlier) => {
        const half = Math.sqrt((best[start]! - best[earlier]! - costOf(earlier, start)) / (start - earlier))
        const mean = meanOf(earlier, start)
        return { low: mean - half, high: mean + half }
      })
    for (const { start: from } of pieces) {
      const reached = best[from]! + costOf(from, end) + penalty
      if (reached < best[end]! || (reached === best[end]! && from < previous[end]!))
        [best[end], previous[end]] = [reached, from]
    }
  }
  return { cost: best[n]!, previous }
}
