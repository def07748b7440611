import type { ReactNode } from 'react'
import styles from './picture-table.module.css'

interface Head {
  readonly label: ReactNode
  /** Columns below it; one where absent. */
  readonly columns?: number
}

interface PictureTableProps {
  /** Names the table for those who do not see it. */
  readonly label: string
  readonly heads: readonly (string | Head)[]
  /** Narrower than this it scrolls, in pixels. */
  readonly minWidth: number
  /** What its rows have of their own. */
  readonly className?: string | undefined
  /** The rows. */
  readonly children: ReactNode
}

/** A table whose rows hold small drawings beside their numbers. */
export function PictureTable({ label, heads, minWidth, className = '', children }: PictureTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={label}>
      <table className={`${styles.table} ${className}`} style={{ minWidth }}>
        <thead>
          <tr>
            {heads.map((head, at) => {
              const { label: text, columns }: Head = typeof head === 'string' ? { label: head } : head
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: heads have no other name, and never change places
                <th key={at} scope="col" colSpan={columns}>
                  {text}
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}
