import type { ImportSchedule } from './schedule.contract.ts'

type Rhythm = Pick<ImportSchedule, 'everyMinutes' | 'paused'>

/** When a folder is looked into next: at once where it never was; null where the schedule is paused. */
export function nextLookAt(
  { everyMinutes, paused }: Rhythm,
  askedAt: Date | undefined,
  now: Date,
): Date | null {
  if (paused) return null
  return askedAt ? new Date(askedAt.getTime() + everyMinutes * 60_000) : now
}

/** Seconds of a minute that the clock of schedules may be early against the one of the look before. */
const leewayMs = 30_000

export function isDue(schedule: Rhythm, askedAt: Date | undefined, now: Date): boolean {
  const next = nextLookAt(schedule, askedAt, now)
  return next !== null && next.getTime() <= now.getTime() + leewayMs
}
