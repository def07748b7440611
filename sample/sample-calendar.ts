export const DAY_MS = 86_400_000
export const HOUR_MS = 3_600_000

/** Full months before the month of the end day. */
export const fullMonths = 36

export interface SampleMonth {
  /** 0 for the first. */
  readonly index: number
  /** Months before that of the end day: 0 for the last, −36 for the first. */
  readonly ago: number
  /** `2026-03` */
  readonly name: string
  /** 1 to 12. */
  readonly ofYear: number
  readonly startMs: number
  readonly days: number
}

export interface SampleCalendar {
  readonly months: readonly SampleMonth[]
  /** First moment after the end day. */
  readonly endMs: number
  /** Month in which deliveries begin to break: the given month of the year before the end day. */
  indexInYearBefore(ofYear: number): number
  /** Index of the month so many before that of the end day. */
  indexOf(ago: number): number
}

/** Three years of months and the month of the end day as far as it goes, in UTC. The end day is written `2026-06-30`. */
export function sampleCalendar(endDay: string): SampleCalendar {
  const end = new Date(`${endDay}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(endDay) || Number.isNaN(end.getTime()))
    throw new RangeError(`"${endDay}" is not a day: write it like 2026-06-30`)
  const [year, month] = [end.getUTCFullYear(), end.getUTCMonth()]
  const months = Array.from({ length: fullMonths + 1 }, (_, index) =>
    monthAt(year, month - fullMonths + index, index),
  )
  return {
    months,
    endMs: end.getTime() + DAY_MS,
    indexInYearBefore: (ofYear) => fullMonths - (month + 1) - 12 + ofYear,
    indexOf: (ago) => fullMonths + ago,
  }
}

function monthAt(year: number, month: number, index: number): SampleMonth {
  const start = new Date(Date.UTC(year, month, 1))
  const startMs = start.getTime()
  return {
    index,
    ago: index - fullMonths,
    name: start.toISOString().slice(0, 7),
    ofYear: start.getUTCMonth() + 1,
    startMs,
    days: (Date.UTC(year, month + 1, 1) - startMs) / DAY_MS,
  }
}
