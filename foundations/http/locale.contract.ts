/** Languages of the product. */
export const locales = ['en', 'fr'] as const
export type Locale = (typeof locales)[number]

interface Preference {
  readonly language: string
  readonly weight: number
}

/** The language that an `Accept-Language` header prefers among ours; English where it names none. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  const preferences = (acceptLanguage ?? '').split(',').map(preferenceOf)
  const known = preferences.filter(({ language, weight }) => isLocale(language) && weight > 0)
  const best = known.sort((a, b) => b.weight - a.weight)[0]?.language
  return isLocale(best) ? best : 'en'
}

function preferenceOf(range: string): Preference {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim())
  const quality = parameters.find((parameter) => parameter.startsWith('q='))
  return {
    language: tag.toLowerCase().split('-')[0] ?? '',
    weight: quality ? Number(quality.slice(2)) || 0 : 1,
  }
}

const isLocale = (language: string | undefined): language is Locale =>
  locales.some((locale) => locale === language)
