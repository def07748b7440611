import type { Estimate, IntervalOptions, WhyNot } from '../estimate.ts'
import { wilsonInterval } from '../proportions/wilson-interval.ts'

/** Forecasts of about one size against what happened. */
export interface ReliabilityGroup {
  readonly meanForecast: number
  /** Share of events with Wilson's interval. */
  readonly observed: Estimate
}

/** How well chances that were foretold came true, from low to high. */
export interface ReliabilityCurve {
  readonly groups: readonly ReliabilityGroup[]
  /** Brier score = reliability − resolution + uncertainty (+ what varies within groups). */
  readonly reliability: number
  readonly resolution: number
  readonly uncertainty: number
  /** Mean distance of forecast and observed share over people. */
  readonly expectedError: number
}

const GROUPS = 10

function sharedOut(order: readonly number[], groups: number): number[][] {
  const borders = Array.from({ length: groups + 1 }, (_, g) => Math.round((g * order.length) / groups))
  return borders
    .slice(1)
    .map((to, g) => order.slice(borders[g]!, to))
    .filter((rows) => rows.length > 0)
}

/** Equal forecasts stay together: a group that would begin within a tie takes the whole tie. */
function withoutSplitTies(groups: readonly number[][], forecasts: ArrayLike<number>): number[][] {
  const kept: number[][] = []
  for (const rows of groups) {
    const edge = kept.at(-1)?.at(-1)
    const joining = edge === undefined ? [] : rows.filter((row) => forecasts[row] === forecasts[edge])
    kept.at(-1)?.push(...joining)
    const own = rows.slice(joining.length)
    if (own.length > 0) kept.push(own)
  }
  return kept
}

/**
 * Reliability curve: groups of about equal size by forecast (0–1), mean forecast against the share of events (0 or 1) in each, with Murphy's parts of the Brier score.
 *
 * 'no-answers' without forecasts, 'not-finite' for forecasts outside 0–1 or outcomes other than 0 and 1. Source: Murphy (1973), J. Applied Meteorology 12:595; Bröcker & Smith (2007).
 */
export function reliabilityCurve(
  forecasts: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  { groups = GROUPS, level = 0.95 }: IntervalOptions & { readonly groups?: number } = {},
): ReliabilityCurve | WhyNot {
  const n = forecasts.length
  if (n !== outcomes.length) throw new RangeError('one outcome per forecast')
  if (n === 0) return 'no-answers'
  const isReadable =
    Array.from(forecasts).every((p) => p >= 0 && p <= 1) &&
    Array.from(outcomes).every((y) => y === 0 || y === 1)
  if (!isReadable) return 'not-finite'
  const order = Array.from({ length: n }, (_, i) => i).sort((a, b) => forecasts[a]! - forecasts[b]!)
  const parts = withoutSplitTies(sharedOut(order, groups), forecasts).map((rows) => {
    const size = rows.length
    const events = rows.reduce((sum, row) => sum + outcomes[row]!, 0)
    const meanForecast = rows.reduce((sum, row) => sum + forecasts[row]!, 0) / size
    const limits = wilsonInterval(events, size, level)
    return {
      size,
      meanForecast,
      observed: { value: events / size, n: size, ...limits, level, method: 'wilson' as const },
    }
  })
  const rate = parts.reduce((sum, { size, observed }) => sum + size * observed.value, 0) / n
  const over = (term: (part: (typeof parts)[number]) => number) =>
    parts.reduce((sum, part) => sum + part.size * term(part), 0) / n
  return {
    groups: parts.map(({ meanForecast, observed }) => ({ meanForecast, observed })),
    reliability: over(({ meanForecast, observed }) => (meanForecast - observed.value) ** 2),
    resolution: over(({ observed }) => (observed.value - rate) ** 2),
    uncertainty: rate * (1 - rate),
    expectedError: over(({ meanForecast, observed }) => Math.abs(meanForecast - observed.value)),
  }
}
