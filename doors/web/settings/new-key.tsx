import { Button, Checkbox, Modal, Select, TextInput } from '@mantine/core'
import { useClipboard, useDisclosure } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { accessContract, keyUses } from '../../../foundations/access/access.contract.ts'
import { type Permission, permissions } from '../../../foundations/access/permission.contract.ts'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { ModalForm } from '../../../foundations/ui/form/modal-form.tsx'
import { useSession } from '../../../foundations/ui/session/session-context.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import styles from './settings.module.css'
import { settingsWords } from './settings.words.ts'

const offered: readonly Permission[] = permissions.filter(
  (one) =>
    one.startsWith('figures') ||
    one.startsWith('verbatims') ||
    one.startsWith('records') ||
    one.startsWith('facts'),
)
const blank = { name: '', use: 'api' as (typeof keyUses)[number], scopes: ['figures:read'] as Permission[] }

function Secret({ secret, onClose }: { readonly secret: string | null; readonly onClose: () => void }) {
  const say = useWords(settingsWords)
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
          {say(clipboard.copied ? 'copied' : 'copy')}
        </Button>
        <Button onClick={onClose}>{say('secretKept')}</Button>
      </div>
    </Modal>
  )
}

interface FieldsProps {
  readonly draft: typeof blank
  readonly set: (change: Partial<typeof blank>) => void
}

function Fields({ draft, set }: FieldsProps) {
  const say = useWords(settingsWords)
  return (
    <>
      <TextInput
        label={say('name')}
        value={draft.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
        required
        withAsterisk={false}
        maxLength={200}
      />
      <Select
        label={say('use')}
        data={keyUses.map((use) => ({ value: use, label: say(use === 'api' ? 'useApi' : 'useIngestion') }))}
        value={draft.use}
        onChange={(use) => use && set({ use: use as (typeof keyUses)[number] })}
      />
      {draft.use === 'api' ? (
        <Checkbox.Group
          label={say('scopes')}
          value={draft.scopes}
          onChange={(scopes) => set({ scopes: scopes as Permission[] })}
        >
          <div className={styles.checks}>
            {offered.map((scope) => (
              <Checkbox key={scope} value={scope} label={say(scope)} />
            ))}
          </div>
        </Checkbox.Group>
      ) : null}
    </>
  )
}

/** Makes a key, and shows its secret this once. */
export function NewKey() {
  const say = useWords(settingsWords)
  const { workspace } = useSession()
  const { query } = useApi(accessContract)
  const client = useQueryClient()
  const [opened, { open, close }] = useDisclosure(false)
  const [draft, setDraft] = useState(blank)
  const [secret, setSecret] = useState<string | null>(null)
  const create = useMutation(
    query.keys.create.mutationOptions({
      onSuccess: async (made) => {
        setSecret(made.secret)
        setDraft(blank)
        close()
        await client.invalidateQueries({ queryKey: query.keys.key() })
      },
    }),
  )
  const save = () => {
    const { scopes, ...rest } = draft
    create.mutate({ workspace, ...rest, ...(draft.use === 'api' ? { scopes } : {}) })
  }
  return (
    <>
      <Button onClick={open}>{say('addKey')}</Button>
      <ModalForm
        title={say('addKey')}
        opened={opened}
        onClose={close}
        onSave={save}
        saveText={say('addKey')}
        saving={create.isPending}
        error={create.error}
      >
        <Fields draft={draft} set={(change) => setDraft((now) => ({ ...now, ...change }))} />
      </ModalForm>
      <Secret secret={secret} onClose={() => setSecret(null)} />
    </>
  )
}
