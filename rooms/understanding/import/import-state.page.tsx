import { useWords } from '../../../foundations/ui/words/use-words.ts'
import type { ImportRecord } from '../contract.ts'
import styles from './import.module.css'
import { importWords } from './import.words.ts'

const signs = {
  waiting: '◌',
  running: '…',
  done: '✓',
  failed: '✕',
  cancelled: '–',
  undoing: '…',
  undone: '↶',
} as const

/** State of an import, by sign and word. */
export function ImportState({ record: { state, dryRun } }: { readonly record: ImportRecord }) {
  const say = useWords(importWords)
  return (
    <span className={styles.state} data-state={state}>
      <span aria-hidden="true">{signs[state]} </span>
      {say(state)}
      {dryRun ? <span className={styles.muted}> · {say('dry')}</span> : null}
    </span>
  )
}
