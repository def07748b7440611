/** An estimate as screens receive it: the figure, its interval and n, or the reason why there is none. */
export interface EstimateView {
  readonly value: number | null
  readonly n: number
  readonly low: number | null
  readonly high: number | null
  readonly level?: number
  readonly method?: string
  readonly why?: string
}

export interface Interval {
  readonly low: number
  readonly high: number
}

/** The interval of an estimate, where it has one. */
export function intervalOf(estimate: EstimateView | null | undefined): Interval | null {
  if (!estimate || estimate.low === null || estimate.high === null) return null
  return { low: estimate.low, high: estimate.high }
}
