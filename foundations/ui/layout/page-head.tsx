import { type ReactNode, useEffect } from 'react'
import styles from './page-head.module.css'

interface PageHeadProps {
  readonly title: string
  /** Name of the page in the tab of the browser, where the title is a finding. */
  readonly documentTitle?: string
  readonly note?: ReactNode
  readonly crumb?: ReactNode
  readonly actions?: ReactNode
  readonly tags?: ReactNode
  /** Keeps room for a title of two lines, on a phone of three, so that nothing moves when a finding takes the place of a name. */
  readonly hasRoom?: boolean
}

/** The head of a page: where we are, what it says, what can be done. */
export function PageHead({ title, documentTitle, note, crumb, actions, tags, hasRoom }: PageHeadProps) {
  useEffect(() => {
    document.title = `${documentTitle ?? title} · Tutti`
  }, [documentTitle, title])
  return (
    <header className={styles.head} data-room={hasRoom || undefined}>
      <div className={styles.words}>
        {crumb ? <p className={styles.crumb}>{crumb}</p> : null}
        <h1 className={styles.title}>{title}</h1>
        {note ? <p className={styles.note}>{note}</p> : null}
      </div>
      {tags ? <div className={styles.tags}>{tags}</div> : null}
      {actions ? <div className={`${styles.actions} no-print`}>{actions}</div> : null}
    </header>
  )
}
