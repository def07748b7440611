import { Textarea, TextInput } from '@mantine/core'
import { useWords } from '../words/use-words.ts'
import { formWords } from './form.words.ts'
import styles from './two-text-input.module.css'
import type { TwoTexts } from './two-texts.ts'

interface TwoTextInputProps {
  readonly label: string
  readonly value: TwoTexts
  readonly onChange: (value: TwoTexts) => void
  readonly long?: boolean
}

/** One text of the organisation in English and in French. */
export function TwoTextInput({ label, value, onChange, long }: TwoTextInputProps) {
  const say = useWords(formWords)
  const Field = long ? Textarea : TextInput
  const more = long ? { autosize: true, minRows: 2 } : {}
  return (
    <div className={styles.pair}>
      <Field
        {...more}
        label={say('inEnglish', { label })}
        value={value.en}
        lang="en"
        onChange={(event) => onChange({ ...value, en: event.currentTarget.value })}
      />
      <Field
        {...more}
        label={say('inFrench', { label })}
        value={value.fr}
        lang="fr"
        onChange={(event) => onChange({ ...value, fr: event.currentTarget.value })}
      />
    </div>
  )
}
