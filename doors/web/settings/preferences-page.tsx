import { Radio, useMantineColorScheme } from '@mantine/core'
import { Card, Row } from '../../../foundations/ui/layout/card.tsx'
import { PageHead } from '../../../foundations/ui/layout/page-head.tsx'
import { changeLanguage } from '../../../foundations/ui/words/i18n.ts'
import { isLanguage } from '../../../foundations/ui/words/language.ts'
import { useLanguage, useWords } from '../../../foundations/ui/words/use-words.ts'
import styles from './settings.module.css'
import { settingsWords } from './settings.words.ts'

const languageNames = { en: 'English', fr: 'Français' }
const themes = ['auto', 'light', 'dark'] as const

/** Language and theme of this device. */
export function PreferencesPage() {
  const say = useWords(settingsWords)
  const language = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const choose = (value: string) => {
    if (isLanguage(value)) void changeLanguage(value)
  }
  return (
    <>
      <PageHead title={say('preferences')} note={say('preferencesNote')} />
      <Row>
        <Card span={6}>
          <Radio.Group label={say('language')} value={language} onChange={choose}>
            <div className={styles.buttons}>
              {Object.entries(languageNames).map(([value, name]) => (
                <Radio key={value} value={value} label={name} lang={value} />
              ))}
            </div>
          </Radio.Group>
        </Card>
        <Card span={6}>
          <Radio.Group
            label={say('theme')}
            value={colorScheme}
            onChange={(value) => setColorScheme(themes.find((theme) => theme === value) ?? 'auto')}
          >
            <div className={styles.buttons}>
              {themes.map((theme) => (
                <Radio key={theme} value={theme} label={say(theme)} />
              ))}
            </div>
          </Radio.Group>
        </Card>
      </Row>
    </>
  )
}
