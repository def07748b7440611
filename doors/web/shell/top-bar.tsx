import { Drawer, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Brand } from '../../../foundations/ui/mark/brand.tsx'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { FilterMenus } from './filter-menus.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { shellWords } from './shell.words.ts'
import { ThemeSwitch } from './theme-switch.tsx'
import styles from './top-bar.module.css'

function SearchGlyph({ size }: { readonly size: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 15 15"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      aria-hidden="true"
    >
      <circle cx="6.5" cy="6.5" r="4.5" />
      <path d="M10 10l3.5 3.5" />
    </svg>
  )
}

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** Above every page: what is looked at, the way to find things, language and theme. */
export function TopBar({ onSearch }: { readonly onSearch: () => void }) {
  const say = useWords(shellWords)
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <header className={`${styles.bar} no-print`}>
      <div className={styles.phone}>
        <Brand />
        <UnstyledButton className={styles.filtersButton} onClick={open} aria-expanded={opened}>
          {say('filters')}
        </UnstyledButton>
        <UnstyledButton className={styles.icon} onClick={onSearch} aria-label={say('search')}>
          <SearchGlyph size={20} />
        </UnstyledButton>
      </div>
      <div className={styles.filters}>
        <FilterMenus />
      </div>
      <UnstyledButton className={styles.search} onClick={onSearch} aria-keyshortcuts="Control+K Meta+K">
        <SearchGlyph size={15} />
        <span>{say('search')}</span>
        <kbd>{isApple ? '⌘K' : 'Ctrl K'}</kbd>
      </UnstyledButton>
      <div className={styles.switches}>
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
      <Drawer opened={opened} onClose={close} position="top" size="auto" title={say('filters')}>
        <FilterMenus onChosen={close} />
      </Drawer>
    </header>
  )
}
