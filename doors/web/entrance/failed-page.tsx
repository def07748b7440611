import { Failed } from '../../../foundations/ui/state/failed.tsx'
import styles from './entrance.module.css'

interface FailedPageProps {
  readonly error: unknown
  readonly reset: () => void
}

/** A page that could not be opened. */
export function FailedPage({ error, reset }: FailedPageProps) {
  return (
    <div className={styles.failed}>
      <Failed error={error} onRetry={reset} />
    </div>
  )
}
