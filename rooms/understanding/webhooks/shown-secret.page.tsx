import { Button, Modal } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import styles from './webhook.module.css'
import { webhookWords } from './webhook.words.ts'

interface ShownSecretProps {
  readonly secret: string | null
  readonly onClose: () => void
}

/** A secret that was just made; it leaves the screen only when somebody says that it is kept. */
export function ShownSecret({ secret, onClose }: ShownSecretProps) {
  const say = useWords(webhookWords)
  const clipboard = useClipboard()
  return (
    <Modal
      opened={secret !== null}
      onClose={onClose}
      title={say('secretTitle')}
      closeOnClickOutside={false}
      withCloseButton={false}
    >
      <p>{say('secretText')}</p>
      <code className={styles.secret}>{secret}</code>
      <div className={styles.buttons}>
        <Button variant="default" onClick={() => clipboard.copy(secret)}>
          {say(clipboard.copied ? 'copied' : 'copySecret')}
        </Button>
        <Button onClick={onClose}>{say('secretKept')}</Button>
      </div>
    </Modal>
  )
}
