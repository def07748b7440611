import { useWords } from '../words/use-words.ts'
import styles from './state.module.css'
import { stateWords } from './state.words.ts'

/** Keeps the room of what is coming, so that nothing jumps when it arrives. */
export function Loading({ height = 160 }: { readonly height?: number }) {
  const say = useWords(stateWords)
  return (
    <div className={styles.loading} style={{ minHeight: height }} role="status">
      <span className="visually-hidden">{say('loading')}</span>
    </div>
  )
}
