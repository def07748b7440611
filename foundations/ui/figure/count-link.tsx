import { useFormats } from '../words/use-formats.ts'
import { useWords } from '../words/use-words.ts'
import styles from './count-link.module.css'
import { figureWords } from './figure.words.ts'

interface CountLinkProps {
  readonly n: number
  /** Name of the figure whose evidence opens. */
  readonly name: string
  readonly onOpen?: (() => void) | undefined
}

/** The n of a figure; a dotted underline says that its evidence opens. */
export function CountLink({ n, name, onOpen }: CountLinkProps) {
  const say = useWords(figureWords)
  const text = useFormats().number(n)
  if (!onOpen) return <span className={styles.plain}>{say('n', { n: text })}</span>
  return (
    <button
      type="button"
      className={styles.link}
      onClick={onOpen}
      aria-label={say('evidence', { name, n: text })}
    >
      {say('n', { n: text })}
    </button>
  )
}
