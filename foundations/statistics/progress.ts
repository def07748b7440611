/** Who hears how far a long computation is. An error thrown there ends the computation. */
export interface Progress {
  /** Hears the share that is done, rising to 1. */
  readonly onProgress?: (share: number) => void
}

const MOST_CALLS = 100

/** Tells after how many of `total` parts are done: at most a hundred times, and 1 at the end. */
export function tellingParts(total: number, { onProgress }: Progress): (done: number) => void {
  if (!onProgress) return () => {}
  const every = Math.max(1, Math.ceil(total / MOST_CALLS))
  return (done) => {
    if (done % every === 0 || done === total) onProgress(done / total)
  }
}
