import type { ReactNode } from 'react'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import styles from './standards-panel.module.css'
import { touchpointPageWords } from './touchpoint.words.ts'

export type StandardStateName = 'met' | 'at-risk' | 'missed' | 'unmeasured'

const signs: Readonly<Record<StandardStateName, ReactNode>> = {
  met: (
    <>
      <circle cx="7" cy="7" r="6.3" fill="var(--ahead)" />
      <path d="M4 7.2l2.1 2.1L10.1 5" fill="none" stroke="var(--card)" strokeWidth="1.6" />
    </>
  ),
  'at-risk': (
    <>
      <circle cx="7" cy="7" r="5.6" fill="none" stroke="var(--ink)" strokeWidth="1.4" />
      <path d="M7 1.4a5.6 5.6 0 0 1 0 11.2z" fill="var(--ink)" />
    </>
  ),
  missed: (
    <>
      <circle cx="7" cy="7" r="6.3" fill="var(--short)" />
      <path d="M4.7 4.7l4.6 4.6M9.3 4.7L4.7 9.3" fill="none" stroke="var(--card)" strokeWidth="1.6" />
    </>
  ),
  unmeasured: (
    <circle
      cx="7"
      cy="7"
      r="5.6"
      fill="none"
      stroke="var(--muted)"
      strokeWidth="1.4"
      strokeDasharray="2.2 2.2"
    />
  ),
}

const tones = { met: styles.met, 'at-risk': '', missed: styles.missed, unmeasured: styles.unmeasured }

/** The state of a standard, by shape and word. */
export function StandardState({ state }: { readonly state: StandardStateName }) {
  const say = useWords(touchpointPageWords)
  return (
    <span className={`${styles.state} ${tones[state]}`}>
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        {signs[state]}
      </svg>
      {say(state)}
    </span>
  )
}
