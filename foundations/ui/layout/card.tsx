import type { ReactNode } from 'react'
import styles from './card.module.css'

interface CardProps {
  readonly title?: string
  readonly note?: ReactNode
  /** What stands right of the title: a link to more, a menu. */
  readonly aside?: ReactNode
  /** How many of the twelve columns it takes on a wide screen. */
  readonly span?: 3 | 4 | 5 | 6 | 7 | 8 | 9 | 12
  readonly id?: string
  readonly children: ReactNode
}

/** A panel on the page: its title is a finding, its note says what is shown. */
export function Card({ title, note, aside, span = 12, id, children }: CardProps) {
  return (
    <section className={styles.card} data-span={span} id={id} aria-label={title}>
      {title ? (
        <header className={styles.header}>
          <div className={styles.heading}>
            <h2>{title}</h2>
            {note ? <p className={styles.note}>{note}</p> : null}
          </div>
          {aside}
        </header>
      ) : null}
      {children}
    </section>
  )
}

/** Twelve columns with the gutter of the page; with `top`, panels keep their own height. */
export function Row({ top, children }: { readonly top?: boolean; readonly children: ReactNode }) {
  return (
    <div className={styles.row} data-top={top || undefined}>
      {children}
    </div>
  )
}
