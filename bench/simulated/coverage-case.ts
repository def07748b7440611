import type { RandomSource } from '../../foundations/statistics/resampling/random-source.ts'

/** One sample drawn and judged: whether the interval held the truth, or the test called a difference that is not there; null where the method refuses. */
export type Trial = (random: RandomSource) => boolean | null

/** An interval or a test, with the designs under which it is simulated. */
export interface CoverageCase {
  /** Folder of `foundations/statistics` it belongs to. */
  readonly family: string
  readonly what: string
  /** An interval holds the truth in 95 % of samples; a test alarms in 5 % of samples without a difference. */
  readonly kind: 'interval' | 'test'
  readonly designs: Readonly<Record<string, Trial>>
  /** What to do under a design where it is not as promised. */
  readonly remedy?: string
  /** Samples a design, where each takes long; otherwise as many as are asked for. */
  readonly mostTrials?: number
}

/** Whether an interval holds the truth; null without interval. */
export function holds(
  { low, high }: { readonly low: number | null; readonly high: number | null },
  truth: number,
): boolean | null {
  return low === null || high === null ? null : low <= truth && truth <= high
}

/** Whether a test alarms at 5 %; null without p value. */
export function alarms(p: number | null): boolean | null {
  return p === null || Number.isNaN(p) ? null : p <= 0.05
}

/** One of several scores, by their chances. */
export function drawn(random: RandomSource, chances: Readonly<Record<number, number>>): number {
  let rest = random.uniform()
  const entries = Object.entries(chances)
  for (const [score, chance] of entries) {
    rest -= chance
    if (rest < 0) return Number(score)
  }
  return Number(entries.at(-1)![0])
}

/** So many values. */
export function sample<Value>(n: number, draw: () => Value): Value[] {
  return Array.from({ length: n }, draw)
}

/** Successes among so many. */
export function successes(random: RandomSource, n: number, chance: number): number {
  let count = 0
  for (let i = 0; i < n; i++) if (random.uniform() < chance) count += 1
  return count
}

/** Designs by the names of their parameters, written as a table of parameters. */
export function designs<Parameters>(
  table: Readonly<Record<string, Parameters>>,
  trialOf: (parameters: Parameters) => Trial,
): Record<string, Trial> {
  return Object.fromEntries(Object.entries(table).map(([name, parameters]) => [name, trialOf(parameters)]))
}
