import type { ReactNode } from 'react'
import styles from './line-list.module.css'

interface LineListProps {
  /** Items: what is said, and what can be done about it. One that is settled is `data-faint`. */
  readonly children: ReactNode
}

/** Lines one below the other, each with what can be done at its end. */
export function LineList({ children }: LineListProps) {
  return <ul className={styles.lines}>{children}</ul>
}
