import { useFormats } from '../words/use-formats.ts'
import { useWords } from '../words/use-words.ts'
import styles from './state.module.css'
import { stateWords } from './state.words.ts'

interface TooThinProps {
  readonly n?: number
  /** What exactly is missing, where more can be said than that data is thin. */
  readonly text?: string
}

/** There is too little to show: the hatch of thin data and a sentence instead of a drawing. */
export function TooThin({ n, text }: TooThinProps) {
  const say = useWords(stateWords)
  const formats = useFormats()
  return (
    <div className={styles.thin}>
      <p>
        <span aria-hidden="true">⋯ </span>
        {text ?? say('tooThin')}{' '}
        {n === undefined ? null : say('tooThinN', { count: n, n: formats.number(n) })}
      </p>
    </div>
  )
}
