/** Durations of one thing done again and again, after a warm-up. */
export interface Durations {
  readonly runs: number
  readonly p50Ms: number
  readonly p95Ms: number
}

/** How long something takes: `runs` times, after a tenth of that to warm up. */
export async function durationsOf(runs: number, work: () => Promise<unknown>): Promise<Durations> {
  for (let warm = 0; warm < Math.ceil(runs / 10); warm++) await work()
  const durations: number[] = []
  for (let run = 0; run < runs; run++) durations.push(await durationMs(work))
  return { runs, ...percentilesOf(durations) }
}

/** How long two things take, done in turns so that both meet the same noise. */
export async function durationsInTurns(
  runs: number,
  [one, other]: readonly [() => Promise<unknown>, () => Promise<unknown>],
): Promise<readonly [Durations, Durations]> {
  const [ofOne, ofOther]: [number[], number[]] = [[], []]
  for (let warm = 0; warm < Math.ceil(runs / 10); warm++) {
    await one()
    await other()
  }
  for (let run = 0; run < runs; run++) {
    ofOne.push(await durationMs(one))
    ofOther.push(await durationMs(other))
  }
  return [
    { runs, ...percentilesOf(ofOne) },
    { runs, ...percentilesOf(ofOther) },
  ]
}

export async function durationMs(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** Nearest-rank percentiles. */
export function percentilesOf(durations: readonly number[]): { p50Ms: number; p95Ms: number } {
  const sorted = [...durations].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1]!
  return { p50Ms: at(0.5), p95Ms: at(0.95) }
}
