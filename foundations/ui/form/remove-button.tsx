import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useWords } from '../words/use-words.ts'
import { formWords } from './form.words.ts'
import { ModalForm } from './modal-form.tsx'

interface RemoveButtonProps {
  /** Name of what is removed, so that the question names it. */
  readonly name: string
  readonly label?: string
  readonly onRemove: (done: () => void) => void
  readonly removing: boolean
  readonly error: unknown
}

/** Asks once, naming the thing, before it is gone. */
export function RemoveButton({ name, label, onRemove, removing, error }: RemoveButtonProps) {
  const say = useWords(formWords)
  const [opened, { open, close }] = useDisclosure(false)
  const text = label ?? say('remove')
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={open} aria-label={`${text} ${name}`}>
        {text}
      </Button>
      <ModalForm
        title={say('reallyRemove', { name })}
        opened={opened}
        onClose={close}
        onSave={() => onRemove(close)}
        saveText={text}
        saving={removing}
        error={error}
      />
    </>
  )
}
