import type { WhyNot } from '../estimate.ts'

/** Forecast → chance that is really meant by it, as steps: plain data that can be stored. */
export interface IsotonicCalibration {
  /** Smallest forecast of each step, ascending. */
  readonly from: readonly number[]
  /** Share of events in each step; never falls. */
  readonly share: readonly number[]
  readonly n: number
}

interface Pool {
  from: number
  events: number
  n: number
}

/** One pool per distinct forecast, ascending. */
function poolsOf(forecasts: ArrayLike<number>, outcomes: ArrayLike<number>): Pool[] {
  const order = Array.from({ length: forecasts.length }, (_, i) => i).sort(
    (a, b) => forecasts[a]! - forecasts[b]!,
  )
  const pools: Pool[] = []
  for (const i of order) {
    const last = pools.at(-1)
    if (last && last.from === forecasts[i]) {
      last.events += outcomes[i]!
      last.n += 1
    } else pools.push({ from: forecasts[i]!, events: outcomes[i]!, n: 1 })
  }
  return pools
}

/**
 * Isotonic calibration: the shares of events that rise with the forecast and lie nearest to what happened.
 *
 * For: showing a score as a chance when its steps are not logistic. Equal forecasts are pooled first, then neighbours whose shares fall (pool adjacent violators, weighted). Fit it on people whom the score
 * has not seen. 'no-answers' without forecasts, 'not-finite' for missing ones or outcomes other than 0 and 1. Source: Ayer et al. (1955), Ann. Math. Stat. 26:641; Zadrozny & Elkan (2002).
 */
export function isotonicCalibration(
  forecasts: ArrayLike<number>,
  outcomes: ArrayLike<number>,
): IsotonicCalibration | WhyNot {
  if (forecasts.length !== outcomes.length) throw new RangeError('one outcome per forecast')
  if (forecasts.length === 0) return 'no-answers'
  const isReadable =
    Array.from(forecasts).every(Number.isFinite) && Array.from(outcomes).every((y) => y === 0 || y === 1)
  if (!isReadable) return 'not-finite'
  const steps: Pool[] = []
  for (const pool of poolsOf(forecasts, outcomes)) {
    steps.push(pool)
    while (steps.length > 1) {
      const [before, last] = [steps.at(-2)!, steps.at(-1)!]
      if (before.events * last.n < last.events * before.n) break
      steps.splice(-2, 2, { from: before.from, events: before.events + last.events, n: before.n + last.n })
    }
  }
  return {
    from: steps.map(({ from }) => from),
    share: steps.map(({ events, n }) => events / n),
    n: forecasts.length,
  }
}

/** The calibrated chance, 0–1, behind a forecast; below the first step that of the first. */
export function calibratedShare({ from, share }: IsotonicCalibration, forecast: number): number {
  const after = from.findIndex((start) => start > forecast)
  return share[Math.max(0, (after === -1 ? from.length : after) - 1)]!
}
