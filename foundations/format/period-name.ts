import type { Formats } from './formats.ts'

export interface PeriodDays {
  readonly name: string
  readonly from: string
  readonly to: string
}

const everything = { en: 'All answers', fr: 'Toutes les réponses' }

/** How people say a period: `Q2 2017`, `T2 2017`, `May 2017`, `January – June 2017`. */
export function periodName({ name, from, to }: PeriodDays, formats: Formats): string {
  if (name === 'all') return everything[formats.language]
  if (/^\d{4}$/.test(name)) return name
  const quarter = /^(\d{4})-q([1-4])$/.exec(name)
  if (quarter) return `${formats.language === 'fr' ? 'T' : 'Q'}${quarter[2]} ${quarter[1]}`
  if (/^\d{4}-\d{2}$/.test(name)) return formats.monthLong(from)
  return formats.months(from, to)
}
