import { UnstyledButton } from '@mantine/core'
import { changeLanguage } from '../../../foundations/ui/words/i18n.ts'
import { languages } from '../../../foundations/ui/words/language.ts'
import { useLanguage, useWords } from '../../../foundations/ui/words/use-words.ts'
import { shellWords } from './shell.words.ts'
import styles from './switches.module.css'

const names = { en: 'English', fr: 'Français' }

/** English or French, for every screen. */
export function LanguageSwitch() {
  const say = useWords(shellWords)
  const current = useLanguage()
  return (
    <fieldset className={styles.languages}>
      <legend className="visually-hidden">{say('language')}</legend>
      {languages.map((language) => (
        <UnstyledButton
          key={language}
          lang={language}
          className={styles.language}
          aria-pressed={language === current}
          aria-label={`${language.toUpperCase()}, ${names[language]}`}
          onClick={() => void changeLanguage(language)}
        >
          {language.toUpperCase()}
        </UnstyledButton>
      ))}
    </fieldset>
  )
}
