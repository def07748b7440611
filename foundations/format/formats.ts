import type { Locale } from '../http/locale.contract.ts'

/** English as most readers outside the United States write it: 24 Sep 2026; a, b and c. */
const locales: Readonly<Record<Locale, string>> = { en: 'en-GB', fr: 'fr-FR' }

/** Unit of a figure: points run from −100 to 100, a share from 0 to 1, a score along its scale; money is in a currency. */
export type FigureUnit = 'points' | 'share' | 'score' | 'answers' | 'money'

export interface ScaleEnds {
  readonly low: number
  readonly high: number
}

/** What is needed to write a value of a figure: its unit, for a score the scale, and whether it is a gap. */
export interface FigureForm {
  readonly unit: FigureUnit
  readonly scale?: ScaleEnds
  readonly method?: string
  /** The currency of money. */
  readonly valueUnit?: string | undefined
  /** What a part brings to the figure, which is told with one digit more. */
  readonly isPart?: boolean
}

/** True for a distance between two figures, which is signed and never a percent. */
export function isDifference({ method }: FigureForm): boolean {
  return method === 'promise-gap'
}

export interface NumberForm {
  /** Digits after the decimal mark. */
  readonly digits?: number
  /** Writes a plus before what is above zero. */
  readonly signed?: boolean
}

const minus = '\u2212'
const narrowSpace = '\u202f'

/** Narrow scales need two digits to show a difference that wide ones show with one. */
function digitsOf({ isPart = false, ...form }: FigureForm): number {
  return wholeDigits(form) + (isPart ? 1 : 0)
}

function wholeDigits({ unit, scale }: FigureForm): number {
  if (unit === 'answers' || unit === 'money') return 0
  if (unit !== 'score') return 1
  return scale && scale.high - scale.low >= 9 ? 1 : 2
}

/** A share is written in percent, so its numbers are a hundred times larger. */
function shown(value: number, { unit }: FigureForm): number {
  return unit === 'share' ? value * 100 : value
}

function numberWriter(language: Locale) {
  const formats = new Map<string, Intl.NumberFormat>()
  return (value: number, { digits = 0, signed = false }: NumberForm = {}): string => {
    const key = `${digits}${signed}`
    const format =
      formats.get(key) ??
      new Intl.NumberFormat(locales[language], {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        signDisplay: signed ? 'exceptZero' : 'negative',
      })
    formats.set(key, format)
    return format.format(value).replace('-', minus)
  }
}

/** An amount of money: whole from a hundred on, shortened from ten thousand on. */
function moneyWriter(language: Locale) {
  return (amount: number, currency = 'EUR'): string => {
    const size = Math.abs(amount)
    const format = new Intl.NumberFormat(locales[language], {
      style: 'currency',
      currency,
      ...(size >= 10_000
        ? { notation: 'compact', maximumFractionDigits: 1 }
        : { minimumFractionDigits: size < 100 ? 2 : 0, maximumFractionDigits: size < 100 ? 2 : 0 }),
    })
    return format.format(amount).replace('-', minus)
  }
}

function figureWriters(language: Locale, number: ReturnType<typeof numberWriter>) {
  const percentSign = language === 'fr' ? `${narrowSpace}%` : '%'
  const between = language === 'fr' ? `${narrowSpace}; ` : ', '
  const bare = (value: number, form: FigureForm, signed = isDifference(form)) =>
    number(shown(value, form), { digits: digitsOf(form), signed })
  const money = moneyWriter(language)
  return {
    /** A value without its unit. */
    bare,
    /** A value with its percent sign or its currency where it has one. */
    value: (value: number, form: FigureForm) =>
      form.unit === 'money'
        ? money(value, form.valueUnit)
        : bare(value, form) + (form.unit === 'share' && !isDifference(form) ? percentSign : ''),
    money,
    /** The ends of an interval, without unit. */
    interval: ({ low, high }: ScaleEnds, form: FigureForm, signed = isDifference(form)) =>
      `[${bare(low, form, signed)}${between}${bare(high, form, signed)}]`,
    /** Two ends that are written already, in the brackets of an interval. */
    between: (low: string, high: string) => `[${low}${between}${high}]`,
    percent: (share: number, digits = 0) => number(share * 100, { digits }) + percentSign,
  }
}

function byteWriter(language: Locale) {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  return (bytes: number): string => {
    const power = bytes < 1 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3))
    const unit = units[power] ?? 'byte'
    return new Intl.NumberFormat(locales[language], {
      style: 'unit',
      unit,
      maximumFractionDigits: power > 1 ? 1 : 0,
    }).format(bytes / 1000 ** power)
  }
}

function dateWriters(language: Locale) {
  const write = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locales[language], options)
    return (date: string | Date) => format.format(new Date(date))
  }
  const range = new Intl.DateTimeFormat(locales[language], {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  return {
    day: write({ dateStyle: 'medium', timeZone: 'UTC' }),
    month: write({ month: 'short', year: 'numeric', timeZone: 'UTC' }),
    monthLong: write({ month: 'long', year: 'numeric', timeZone: 'UTC' }),
    instant: write({ dateStyle: 'medium', timeStyle: 'short' }),
    months: (from: string, to: string) => range.formatRange(new Date(from), new Date(to)),
    ago: agoWriter(language),
  }
}

const agoSteps = [
  { unit: 'second', seconds: 1 },
  { unit: 'minute', seconds: 60 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'day', seconds: 86_400 },
  { unit: 'month', seconds: 2_629_800 },
  { unit: 'year', seconds: 31_557_600 },
] as const

/** How long ago a moment was, in the largest unit that it fills: `3 min ago`, `il y a 3 min`. */
function agoWriter(language: Locale) {
  const written = (style: 'short' | 'long') =>
    new Intl.RelativeTimeFormat(locales[language], { numeric: 'always', style })
  const [short, long] = [written('short'), written('long')]
  return (date: string | Date, now: Date): string => {
    const seconds = Math.max(0, (now.getTime() - new Date(date).getTime()) / 1_000)
    const step = agoSteps.findLast((one) => seconds >= one.seconds) ?? agoSteps[0]
    const format = step.seconds > 86_400 ? long : short
    return format.format(-Math.floor(seconds / step.seconds), step.unit)
  }
}

/** Everything that writes numbers, dates and lists as the reader's language does. */
function makeFormats(language: Locale) {
  const number = numberWriter(language)
  const list = new Intl.ListFormat(locales[language], { type: 'conjunction' })
  const collator = new Intl.Collator(locales[language], { numeric: true, sensitivity: 'base' })
  return {
    language,
    number,
    ...figureWriters(language, number),
    ...dateWriters(language),
    bytes: byteWriter(language),
    list: (items: readonly string[]) => list.format(items),
    compare: (one: string, other: string) => collator.compare(one, other),
    quote: (text: string) => (language === 'fr' ? `«${narrowSpace}${text}${narrowSpace}»` : `“${text}”`),
  }
}

export type Formats = ReturnType<typeof makeFormats>

const made = new Map<Locale, Formats>()

/** The formats of a language, made once. */
export function formats(language: Locale): Formats {
  const known = made.get(language)
  if (known) return known
  const fresh = makeFormats(language)
  made.set(language, fresh)
  return fresh
}
