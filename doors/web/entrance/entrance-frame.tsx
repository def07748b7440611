import { type ReactNode, useEffect } from 'react'
import { Brand } from '../../../foundations/ui/mark/brand.tsx'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { LanguageSwitch } from '../shell/language-switch.tsx'
import { ThemeSwitch } from '../shell/theme-switch.tsx'
import styles from './entrance.module.css'
import { entranceWords } from './entrance.words.ts'

interface EntranceFrameProps {
  readonly title: string
  readonly text?: string
  readonly children: ReactNode
}

/** The doorstep: what Tutti is, one form, language and theme. */
export function EntranceFrame({ title, text, children }: EntranceFrameProps) {
  const say = useWords(entranceWords)
  useEffect(() => {
    document.title = `${title} · Tutti`
  }, [title])
  return (
    <div className={styles.frame}>
      <header className={styles.top}>
        <Brand size={30} />
        <b>Tutti</b>
        <span className={styles.switches}>
          <LanguageSwitch />
          <ThemeSwitch />
        </span>
      </header>
      <main className={styles.middle}>
        <p className={styles.motto}>{say('motto')}</p>
        <section className={styles.card}>
          <h1>{title}</h1>
          {text ? <p className={styles.text}>{text}</p> : null}
          {children}
        </section>
      </main>
    </div>
  )
}
