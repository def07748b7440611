import { Drawer, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useLocation } from '@tanstack/react-router'
import { ScreenLink } from '../../../foundations/ui/layout/screen-link.tsx'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { AccountMenu } from './account-menu.tsx'
import { Glyph } from './glyphs.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import styles from './phone-bar.module.css'
import { type SectionKey, screenPath, screensOfSection, sectionOfPath } from './screens.ts'
import { shellWords } from './shell.words.ts'
import { ThemeSwitch } from './theme-switch.tsx'

const first: readonly SectionKey[] = ['cockpit', 'understanding', 'design', 'measurement']
const rest: readonly SectionKey[] = ['strategy', 'governance', 'culture', 'settings']

interface TabProps {
  readonly section: SectionKey
  readonly current: boolean
  readonly onClick?: () => void
}

function Tab({ section, current, onClick }: TabProps) {
  const say = useWords(shellWords)
  return (
    <ScreenLink
      to={screenPath(section, screensOfSection[section][0])}
      className={styles.tab}
      data-current={current || undefined}
      aria-current={current ? 'page' : undefined}
      onClick={onClick}
    >
      <Glyph section={section} />
      <span>{say(section)}</span>
    </ScreenLink>
  )
}

/** On a phone the rail lies at the bottom: four parts within reach of the thumb, the others one tap further. */
export function PhoneBar() {
  const say = useWords(shellWords)
  const here = sectionOfPath(useLocation().pathname)
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <nav className={`${styles.bar} no-print`} aria-label={say('parts')}>
        {first.map((section) => (
          <Tab key={section} section={section} current={section === here} />
        ))}
        <UnstyledButton
          className={styles.tab}
          data-current={rest.includes(here) || undefined}
          onClick={open}
          aria-expanded={opened}
        >
          <span className={styles.dots} aria-hidden="true" />
          <span>{say('more')}</span>
        </UnstyledButton>
      </nav>
      <Drawer opened={opened} onClose={close} position="bottom" size="auto" title={say('more')}>
        <div className={styles.rest}>
          {rest.map((section) => (
            <Tab key={section} section={section} current={section === here} onClick={close} />
          ))}
        </div>
        <div className={styles.choices}>
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
        <AccountMenu />
      </Drawer>
    </>
  )
}
