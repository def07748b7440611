import { createInstance } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { chosenLanguage, type Language } from './language.ts'

/** The one bilingual dictionary of the screens. `{name}` stands for a value, as in the refusals of the API. */
export const i18n = createInstance()

void i18n.use(initReactI18next).init({
  lng: chosenLanguage(),
  fallbackLng: false,
  resources: {},
  initAsync: false,
  interpolation: { escapeValue: false, prefix: '{', suffix: '}' },
  nsSeparator: false,
  keySeparator: false,
  react: { useSuspense: false },
})

/** Changes the language of every screen and remembers it. */
export async function changeLanguage(language: Language): Promise<void> {
  localStorage.setItem('tutti-language', language)
  document.documentElement.lang = language
  await i18n.changeLanguage(language)
}
