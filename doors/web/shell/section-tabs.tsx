import { useViewportSize } from '@mantine/hooks'
import { useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { ScreenLink } from '../../../foundations/ui/layout/screen-link.tsx'
import { useSession } from '../../../foundations/ui/session/session-context.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { permissionOfScreen, screenPath, screensOfSection, sectionOfPath } from './screens.ts'
import styles from './section-tabs.module.css'
import { shellWords } from './shell.words.ts'

/** The screens of the part we are in, where it has more than one. */
export function SectionTabs() {
  const say = useWords(shellWords)
  const { permissions } = useSession()
  const { pathname } = useLocation()
  const section = sectionOfPath(pathname)
  const screens = screensOfSection[section].filter((screen) => {
    const needed = permissionOfScreen[screen]
    return !needed || permissions.includes(needed)
  })
  const tabs = useRef<HTMLElement>(null)
  const { width } = useViewportSize()
  useEffect(() => {
    const strip = tabs.current
    const current = width > 0 && pathname ? strip?.querySelector<HTMLElement>('[aria-current=page]') : null
    if (strip && current)
      strip.scrollLeft = current.offsetLeft - (strip.clientWidth - current.offsetWidth) / 2
  }, [pathname, width])
  if (screens.length < 2) return null
  return (
    <nav
      ref={tabs}
      className={`${styles.tabs} no-print`}
      aria-label={say('screensOf', { section: say(section) })}
    >
      {screens.map((screen) => {
        const current = pathname.includes(`/${screen}`)
        return (
          <ScreenLink
            key={screen}
            to={screenPath(section, screen)}
            className={styles.tab}
            aria-current={current ? 'page' : undefined}
          >
            {say(screen)}
          </ScreenLink>
        )
      })}
    </nav>
  )
}
