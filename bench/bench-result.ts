import type { Durations } from './measured.ts'

export interface BenchRow {
  readonly what: string
  readonly ours: Durations
  /** The same on the bare engine, in the same run. */
  readonly byHand?: Durations
  /** The bar in words, and whether it was kept. */
  readonly bar?: string
  readonly kept?: boolean
}

export interface BenchResult {
  readonly rows: readonly BenchRow[]
  /** In place of rows: a table of what was seen, where it is not durations. */
  readonly table?: string
  readonly notes: readonly string[]
}

/** What a run may be told: `npm run bench -- NAME --seed 7 --trials 4000`. */
export interface BenchOptions {
  readonly seed: number
  /** Samples drawn under each design of a simulation. */
  readonly trials: number
}

export interface Bench {
  /** The question it answers, as a sentence. */
  readonly question: string
  /** What ours is compared with; the bare engine where nothing is said. */
  readonly beside?: string
  readonly run: (options: BenchOptions) => Promise<BenchResult>
}
