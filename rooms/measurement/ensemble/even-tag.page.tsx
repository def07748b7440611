import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import type { Strand } from './ensemble.contract.ts'
import styles from './ensemble.module.css'
import { ensembleWords } from './ensemble.words.ts'

/** How even a strand is, with its limits. */
export function EvenTag({ strand: { evenness } }: { readonly strand: Strand }) {
  const say = useWords(ensembleWords)
  const formats = useFormats()
  if (evenness.value === null) return <span className={styles.even}>{say('evenUnknown')}</span>
  return (
    <span className={`${styles.even} tabular`}>
      {say('even', { share: formats.percent(evenness.value) })}
      <small>
        {say('evenLimits', { low: formats.percent(evenness.low!), high: formats.percent(evenness.high!) })}
      </small>
    </span>
  )
}
