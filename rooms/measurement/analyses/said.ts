import type { LocalText } from '../../../foundations/http/procedure.contract.ts'
import type { Said } from './analysis.contract.ts'

/** Writes numbers and names as one language does. */
export interface Writer {
  readonly number: (value: number, digits?: number) => string
  /** With a plus where it is above zero. */
  readonly signed: (value: number, digits?: number) => string
  readonly percent: (share: number, digits?: number) => string
  /** Two ends of an interval. */
  readonly range: (low: number, high: number, digits?: number) => string
  readonly percentRange: (low: number, high: number, digits?: number) => string
  /** An amount of money in whole units of its currency where no digits are asked for, shortened from a million on. */
  readonly money: (amount: number, currency: string, digits?: number) => string
  /** The sign itself, with the space before it that the language wants. */
  readonly percentSign: string
  readonly month: (day: string) => string
  readonly name: (text: LocalText) => string
  readonly list: (items: readonly string[]) => string
  /** The colon, with the spaces around it that the language wants. */
  readonly colon: string
}

type Language = 'en' | 'fr'
const locales = { en: 'en-GB', fr: 'fr-FR' } as const
const narrowSpace = '\u202f'

function writerOf(language: Language): Writer {
  const format = (value: number, options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(locales[language], options).format(value).replace('-', '\u2212')
  const fixed = (digits: number) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits })
  const sign = language === 'fr' ? `${narrowSpace}%` : '%'
  const to = language === 'fr' ? ' à ' : ' to '
  const number = (value: number, digits = 0) => format(value, fixed(digits))
  return {
    number,
    percentSign: sign,
    signed: (value, digits = 0) => format(value, { ...fixed(digits), signDisplay: 'exceptZero' }),
    percent: (share, digits = 0) => number(share * 100, digits) + sign,
    range: (low, high, digits = 0) => number(low, digits) + to + number(high, digits),
    percentRange: (low, high, digits = 0) =>
      number(low * 100, digits) + to + number(high * 100, digits) + sign,
    money: (amount, currency, digits = 0) =>
      format(amount, {
        style: 'currency',
        currency,
        ...(Math.abs(amount) >= 1e6 ? { notation: 'compact', maximumFractionDigits: 1 } : fixed(digits)),
      }),
    month: (day) =>
      new Intl.DateTimeFormat(locales[language], { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
        new Date(day),
      ),
    name: (text) => (typeof text === 'string' ? text : text[language]),
    colon: language === 'fr' ? '\u00a0: ' : ': ',
    list: (items) => new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(items),
  }
}

const writers = { en: writerOf('en'), fr: writerOf('fr') } as const

/** A sentence in both languages, each written with its own numbers and names. */
export function said(sentence: Readonly<Record<Language, (write: Writer) => string>>): Said {
  return { en: sentence.en(writers.en), fr: sentence.fr(writers.fr) }
}
