/** How the dates of a column are written. */
export interface DateStyle {
  /** Styles as a mapping names them; two where the column holds two. */
  readonly formats: readonly string[]
  /** What decided between day first and month first. */
  readonly order:
    | 'plain'
    | 'day over 12'
    | 'month over 12'
    | 'first of months'
    | 'half days'
    | 'unknown'
    | 'two styles'
  /** Share of the cells that are dates, 0–1. */
  readonly share: number
}

interface Parts {
  readonly first: number
  readonly second: number
  readonly format: string
}

const fixedStyles: readonly (readonly [RegExp, string])[] = [
  [/^(19|20)\d\d-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?\s?(Z|[+-]\d\d:?\d\d)?)?$/, 'iso'],
  [/^(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/, 'yyyyMMdd'],
  [/^(19|20)\d\d\/\d\d?\/\d\d?$/, 'yyyy/M/d'],
  [/^\d\d? [A-Za-z]{3} (19|20)\d\d$/, 'd MMM yyyy'],
  [/^[A-Za-z]{3} \d\d?, (19|20)\d\d$/, 'MMM d, yyyy'],
  [/^\d\d?-[A-Za-z]{3}-(19|20)\d\d$/, 'd-MMM-yyyy'],
]
const numericStyle =
  /^(\d\d?)([/.-])(\d\d?)\2((?:19|20)\d\d|\d\d)(?:([ T])(\d\d?):\d\d(:\d\d)?(\s?[AP]M)?)?$/i

/** Style of dates that most values are written in; null where they are none. */
export function dateStyle(counts: ReadonlyMap<string, number>): DateStyle | null {
  const total = [...counts.values()].reduce((sum, times) => sum + times, 0)
  const fixed = fixedStyles.map(([pattern, format]) => ({ format, times: timesOf(counts, pattern) }))
  const best = fixed.reduce((left, right) => (right.times > left.times ? right : left))
  const parts = [...counts].flatMap(([cell, times]) => {
    const read = partsOf(cell)
    return read ? [{ ...read, times }] : []
  })
  const numeric = parts.reduce((sum, { times }) => sum + times, 0)
  if (total === 0 || best.times + numeric < total * 0.9) return null
  const share = (best.times + numeric) / total
  if (numeric === 0) return { formats: [best.format], order: 'plain', share }
  const style = numericDates(parts)
  if (best.times === 0) return { ...style, share }
  return { formats: [...style.formats, best.format], order: 'two styles', share }
}

function timesOf(counts: ReadonlyMap<string, number>, pattern: RegExp): number {
  return [...counts].reduce((sum, [cell, times]) => sum + (pattern.test(cell) ? times : 0), 0)
}

function partsOf(cell: string): Parts | null {
  const found = numericStyle.exec(cell)
  if (!found) return null
  const [, first, mark, second, year, gap, , seconds, half] = found
  const clock =
    gap === undefined ? '' : `${gap === 'T' ? "'T'" : ' '}${half ? 'h' : 'H'}:mm${seconds ? ':ss' : ''}`
  const halfDay = half === undefined ? '' : half.startsWith(' ') ? ' a' : 'a'
  const format = `1${mark}2${mark}${year!.length === 2 ? 'yy' : 'yyyy'}${clock}${halfDay}`
  return { first: Number(first), second: Number(second), format }
}

/** Day first or month first, decided by the data: a number over 12 is a day, and a column of months has one day only. */
function numericDates(parts: readonly Parts[]): Pick<DateStyle, 'formats' | 'order'> {
  const forms = [...new Set(parts.map(({ format }) => format))]
  const dayFirst = parts.some(({ first }) => first > 12)
  const monthFirst = parts.some(({ second }) => second > 12)
  const formats = (isDayFirst: boolean) => forms.map((form) => ordered(form, isDayFirst))
  if (dayFirst && monthFirst) return { formats: [...formats(true), ...formats(false)], order: 'two styles' }
  if (dayFirst) return { formats: formats(true), order: 'day over 12' }
  if (monthFirst) return { formats: formats(false), order: 'month over 12' }
  const firsts = new Set(parts.map(({ first }) => first))
  const seconds = new Set(parts.map(({ second }) => second))
  if (firsts.size === 1 && seconds.size > 2) return { formats: formats(true), order: 'first of months' }
  if (seconds.size === 1 && firsts.size > 2) return { formats: formats(false), order: 'first of months' }
  const halfDays = forms.some((form) => form.endsWith('a'))
  return { formats: formats(!halfDays), order: halfDays ? 'half days' : 'unknown' }
}

function ordered(form: string, isDayFirst: boolean): string {
  return form.replace('1', isDayFirst ? 'd' : 'M').replace('2', isDayFirst ? 'M' : 'd')
}

/** Whether values are times of a day without a day. */
export function areTimes(counts: ReadonlyMap<string, number>): boolean {
  const total = [...counts.values()].reduce((sum, times) => sum + times, 0)
  return total > 0 && timesOf(counts, /^\d\d?:\d\d(:\d\d)?(\s?[AP]M)?$/i) >= total * 0.7
}
