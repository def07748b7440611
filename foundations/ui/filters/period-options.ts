import type { Formats } from '../../format/formats.ts'
import { type PeriodDays, periodName } from '../../format/period-name.ts'
import type { FilterOption } from './filter-menu.tsx'

interface Headings {
  readonly latest: string
  readonly everything: string
}

const rank = (name: string) => (/^\d{4}$/.test(name) ? 0 : name.includes('q') ? 1 : 2)

/** The periods that hold answers, latest first: years, then quarters, then months. */
export function periodOptions(
  periods: readonly PeriodDays[],
  formats: Formats,
  words: Headings,
): readonly FilterOption[] {
  const sorted = [...periods].sort(
    (one, other) => rank(one.name) - rank(other.name) || other.from.localeCompare(one.from),
  )
  return [
    { value: undefined, label: words.latest },
    { value: 'all', label: words.everything },
    ...sorted.map((period) => ({ value: period.name, label: periodName(period, formats) })),
  ]
}
