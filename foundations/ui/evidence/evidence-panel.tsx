import { CloseButton } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '../words/use-words.ts'
import { evidencePanelWords } from './evidence.words.ts'
import styles from './evidence-panel.module.css'

interface EvidencePanelProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

const sheetBelowPx = 1024

/** Keeps a figure in sight: beside the panel on a wide screen, above the sheet on a narrow one. */
function keepInSight(figure: HTMLElement) {
  if (window.innerWidth >= sheetBelowPx) figure.scrollIntoView({ block: 'nearest' })
  else window.scrollBy(0, figure.getBoundingClientRect().top - window.innerHeight * 0.3)
}

/** Takes the focus when it opens and gives it back to the figure when it closes. */
function useFocusLoan() {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const lender = document.activeElement
    heading.current?.focus({ preventScroll: true })
    if (lender instanceof HTMLElement) keepInSight(lender)
    return () => {
      if (lender instanceof HTMLElement && lender.isConnected) lender.focus({ preventScroll: true })
    }
  }, [])
  return heading
}

/** Evidence beside the page: the page makes room, so the figure it explains stays in sight. */
export function EvidencePanel({ title, onClose, children }: EvidencePanelProps) {
  const say = useWords(evidencePanelWords)
  const heading = useFocusLoan()
  useEffect(() => {
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose()
    }
    window.addEventListener('keydown', closeOnEscape)
    return () => window.removeEventListener('keydown', closeOnEscape)
  }, [onClose])
  return (
    <aside className={`${styles.panel} no-print`} aria-label={say('evidence')}>
      <header className={styles.header}>
        <div>
          <p className={styles.kind}>{say('evidence')}</p>
          <h2 className={styles.title} ref={heading} tabIndex={-1}>
            {title}
          </h2>
        </div>
        <CloseButton size={32} aria-label={say('close')} onClick={onClose} />
      </header>
      <div className={styles.body}>{children}</div>
    </aside>
  )
}
