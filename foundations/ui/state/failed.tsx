import { Button } from '@mantine/core'
import { problemOf } from '../api/problem.ts'
import { useWords } from '../words/use-words.ts'
import styles from './state.module.css'
import { stateWords } from './state.words.ts'

interface FailedProps {
  readonly error: unknown
  readonly onRetry?: (() => void) | undefined
}

/** What happened, what is safe, what to do, and the id to give to an administrator. */
export function Failed({ error, onRetry }: FailedProps) {
  const say = useWords(stateWords)
  const { status, sentence, hint, requestId } = problemOf(error)
  const unreached = status === 0
  return (
    <div className={styles.failed} role="alert">
      <p className={styles.failedTitle}>
        <span aria-hidden="true">✕ </span>
        {sentence || say(unreached ? 'failedUnreached' : 'failedUnknown')}
      </p>
      <p className={styles.text}>{hint || (unreached ? say('failedUnreachedHint') : '')}</p>
      {requestId ? <p className={styles.request}>{say('requestId', { id: requestId })}</p> : null}
      {onRetry ? (
        <Button variant="default" onClick={onRetry}>
          {say('retry')}
        </Button>
      ) : null}
    </div>
  )
}
