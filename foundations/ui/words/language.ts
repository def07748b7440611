export const languages = ['en', 'fr'] as const
export type Language = (typeof languages)[number]

export function isLanguage(value: unknown): value is Language {
  return value === 'en' || value === 'fr'
}

/** The language chosen before, else the first of the browser's that we speak, else English. */
export function chosenLanguage(): Language {
  if (typeof localStorage === 'undefined') return 'en'
  const kept = localStorage.getItem('tutti-language')
  if (isLanguage(kept)) return kept
  const spoken = navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage)
  return spoken ?? 'en'
}
