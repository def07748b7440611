/** What the command line reads from, writes to and is stopped by. */
export interface Terminal {
  /** What was typed after `tutti`. */
  readonly words: readonly string[]
  readonly variables: Readonly<Record<string, string | undefined>>
  /** Aborted when the user presses Ctrl-C. */
  readonly interrupted: AbortSignal
  /** True where somebody is looking, so that progress is shown. */
  readonly isTerminal: boolean
  readonly write: (text: string) => void
  readonly writeError: (text: string) => void
  readonly wait: (durationMs: number) => Promise<void>
}
