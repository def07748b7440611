import { UnstyledButton, useMantineColorScheme } from '@mantine/core'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { shellWords } from './shell.words.ts'
import styles from './switches.module.css'

const next = { auto: 'light', light: 'dark', dark: 'auto' } as const
const words = { auto: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const

/** Light, dark, or as the system says; one press goes to the next. */
export function ThemeSwitch() {
  const say = useWords(shellWords)
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const text = say('theme', { theme: say(words[colorScheme]) })
  return (
    <UnstyledButton
      className={styles.theme}
      aria-label={text}
      title={text}
      onClick={() => setColorScheme(next[colorScheme])}
    >
      <svg
        width="18"
        height="18"
        viewBox="0 0 18 18"
        fill="none"
        stroke="currentColor"
        strokeWidth={1.5}
        aria-hidden="true"
      >
        <circle cx="9" cy="9" r="6.2" />
        {colorScheme === 'dark' ? <circle cx="9" cy="9" r="6.2" fill="currentColor" /> : null}
        {colorScheme === 'auto' ? <path d="M9 2.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor" /> : null}
      </svg>
    </UnstyledButton>
  )
}
