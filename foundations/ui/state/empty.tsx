import type { ReactNode } from 'react'
import styles from './state.module.css'

interface EmptyProps {
  readonly title: string
  /** What to do next, in a sentence. */
  readonly children?: ReactNode
  readonly actions?: ReactNode
}

/** Nothing is here yet: says what to do next. */
export function Empty({ title, children, actions }: EmptyProps) {
  return (
    <div className={styles.empty}>
      <svg width={64} height={26} viewBox="0 0 64 26" aria-hidden="true">
        {[7, 13, 19].map((y) => (
          <line key={y} x1={0} x2={64} y1={y} y2={y} stroke="var(--rule)" />
        ))}
        <path d="M12 8L17 13L12 18L7 13Z" fill="var(--paper)" stroke="var(--thin)" strokeWidth={1.6} />
        <circle cx={32} cy={13} r={4.4} fill="var(--card)" stroke="var(--thin)" strokeDasharray="2 2" />
        <rect
          x={49}
          y={9}
          width={8}
          height={8}
          fill="var(--card)"
          stroke="var(--thin)"
          strokeDasharray="2 2"
        />
      </svg>
      <p className={styles.title}>{title}</p>
      {children ? <div className={styles.text}>{children}</div> : null}
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  )
}
