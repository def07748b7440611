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
  readonly notes: readonly string[]
}

export interface Bench {
  /** The question it answers, as a sentence. */
  readonly question: string
  readonly run: () => Promise<BenchResult>
}
