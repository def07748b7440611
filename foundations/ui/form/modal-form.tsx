import { Button, Modal } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { Failed } from '../state/failed.tsx'
import { useWords } from '../words/use-words.ts'
import { formWords } from './form.words.ts'
import styles from './two-text-input.module.css'

interface ModalFormProps {
  readonly title: string
  readonly opened: boolean
  readonly onClose: () => void
  readonly onSave: () => void
  readonly saveText?: string
  readonly saving: boolean
  readonly error: unknown
  readonly children?: ReactNode
}

/** A short form over the page; what is refused is said inside it. */
export function ModalForm(props: ModalFormProps) {
  const { title, opened, onClose, onSave, saveText, saving, error, children } = props
  const say = useWords(formWords)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    onSave()
  }
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': say('cancel') }}>
      <form className={styles.form} onSubmit={submit}>
        {children}
        {error ? <Failed error={error} /> : null}
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            {say('cancel')}
          </Button>
          <Button type="submit" loading={saving}>
            {saveText ?? say('save')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
