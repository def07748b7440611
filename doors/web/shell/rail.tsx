import { useLocation } from '@tanstack/react-router'
import { ScreenLink } from '../../../foundations/ui/layout/screen-link.tsx'
import { Brand } from '../../../foundations/ui/mark/brand.tsx'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { AccountMenu } from './account-menu.tsx'
import { Glyph } from './glyphs.tsx'
import styles from './rail.module.css'
import { type SectionKey, screenPath, screensOfSection, sectionKeys, sectionOfPath } from './screens.ts'
import { shellWords } from './shell.words.ts'

function RailLink({ section, current }: { readonly section: SectionKey; readonly current: boolean }) {
  const say = useWords(shellWords)
  return (
    <ScreenLink
      to={screenPath(section, screensOfSection[section][0])}
      className={styles.link}
      data-current={current || undefined}
      aria-current={current ? 'page' : undefined}
    >
      <Glyph section={section} />
      <span className={styles.label}>{say(section)}</span>
    </ScreenLink>
  )
}

/** The rail: cockpit, the six disciplines, settings, and who is signed in. */
export function Rail() {
  const say = useWords(shellWords)
  const here = sectionOfPath(useLocation().pathname)
  return (
    <nav className={`${styles.rail} no-print`} aria-label={say('parts')}>
      <div className={styles.brand}>
        <Brand />
        <b className={styles.label}>Tutti</b>
      </div>
      {sectionKeys.map((section) => (
        <div key={section} className={styles[section]}>
          <RailLink section={section} current={section === here} />
        </div>
      ))}
      <AccountMenu />
    </nav>
  )
}
