/** First day of the month of a moment, `YYYY-MM-01`, in UTC. */
export function monthOf(moment: Date): string {
  return `${moment.toISOString().slice(0, 7)}-01`
}

/** A moment as the engine reads it, in UTC to the millisecond. */
export function engineTime(moment: Date): string {
  return moment.toISOString().replace('T', ' ').replace('Z', '')
}
