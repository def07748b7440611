/** Sums of squares and means of any stretch of a series. */
export interface SegmentCosts {
  /** Sum of squares of values[from…to) around their mean. */
  readonly costOf: (from: number, to: number) => number
  readonly meanOf: (from: number, to: number) => number
}

/** Costs and means of stretches in constant time, from running sums. */
export function segmentCosts(values: ArrayLike<number>): SegmentCosts {
  const origin = values[0] ?? 0
  const sums = new Float64Array(values.length + 1)
  const squares = new Float64Array(values.length + 1)
  for (let i = 0; i < values.length; i++) {
    const value = values[i]! - origin
    sums[i + 1] = sums[i]! + value
    squares[i + 1] = squares[i]! + value * value
  }
  return {
    costOf: (from, to) => {
      const sum = sums[to]! - sums[from]!
      return Math.max(0, squares[to]! - squares[from]! - (sum * sum) / (to - from))
    },
    meanOf: (from, to) => origin + (sums[to]! - sums[from]!) / (to - from),
  }
}
