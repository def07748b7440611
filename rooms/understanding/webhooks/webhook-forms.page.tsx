import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { ModalForm } from '../../../foundations/ui/form/modal-form.tsx'
import { useSession } from '../../../foundations/ui/session/session-context.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { type WebhookRecord, webhookContract } from './webhook.contract.ts'
import { webhookWords } from './webhook.words.ts'
import { blankWebhook, type WebhookDraft } from './webhook-draft.page.ts'
import { WebhookTrial } from './webhook-trial.page.tsx'

interface SecretProps {
  readonly onSecret: (secret: string) => void
}

interface OneProps {
  readonly webhook: WebhookRecord
}

interface FieldsProps {
  readonly draft: WebhookDraft
  readonly set: (draft: WebhookDraft) => void
  /** The way of signing cannot be changed later. */
  readonly isNew?: boolean
}

function Fields({ draft, set, isNew }: FieldsProps) {
  const say = useWords(webhookWords)
  return (
    <>
      <TextInput
        label={say('name')}
        description={say('nameHint')}
        value={draft.name}
        required
        withAsterisk={false}
        maxLength={200}
        onChange={(event) => set({ ...draft, name: event.currentTarget.value })}
      />
      {isNew ? (
        <NativeSelect
          label={say('signature')}
          value={draft.signature}
          data={(['standard', 'github'] as const).map((value) => ({ value, label: say(value) }))}
          onChange={(event) =>
            set({ ...draft, signature: event.currentTarget.value as WebhookDraft['signature'] })
          }
        />
      ) : null}
      <WebhookTrial mapping={draft.mapping} onMapping={(mapping) => set({ ...draft, mapping })} />
    </>
  )
}

function useWebhooks() {
  const { query } = useApi(webhookContract)
  const client = useQueryClient()
  const fresh = () => client.invalidateQueries({ queryKey: query.webhooks.key() })
  return { query, fresh }
}

/** Opens an address, and shows its secret this once. */
export function NewWebhook({ onSecret }: SecretProps) {
  const say = useWords(webhookWords)
  const { workspace } = useSession()
  const { query, fresh } = useWebhooks()
  const [opened, { open, close }] = useDisclosure(false)
  const [draft, setDraft] = useState(blankWebhook)
  const add = useMutation(
    query.webhooks.add.mutationOptions({
      onSuccess: async ({ secret }) => {
        onSecret(secret)
        setDraft(blankWebhook)
        close()
        await fresh()
      },
    }),
  )
  return (
    <>
      <Button onClick={open}>{say('add')}</Button>
      <ModalForm
        title={say('add')}
        opened={opened}
        onClose={close}
        onSave={() => add.mutate({ workspace, ...draft })}
        saveText={say('add')}
        saving={add.isPending}
        error={add.error}
      >
        <Fields draft={draft} set={setDraft} isNew />
      </ModalForm>
    </>
  )
}

/** Changes what a webhook is called and how it is read. */
export function ChangeWebhook({ webhook }: OneProps) {
  const say = useWords(webhookWords)
  const { workspace } = useSession()
  const { query, fresh } = useWebhooks()
  const [draft, setDraft] = useState<WebhookDraft | null>(null)
  const close = () => setDraft(null)
  const put = useMutation(
    query.webhooks.put.mutationOptions({
      onSuccess: async () => {
        close()
        await fresh()
      },
    }),
  )
  const { id, name } = webhook
  const save = () => draft && put.mutate({ workspace, id, name: draft.name, mapping: draft.mapping })
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => setDraft(webhook)}
        aria-label={say('changeOf', { name })}
      >
        {say('change')}
      </Button>
      <ModalForm
        title={say('changeOf', { name })}
        opened={draft !== null}
        onClose={close}
        onSave={save}
        saving={put.isPending}
        error={put.error}
      >
        {draft ? <Fields draft={draft} set={setDraft} /> : null}
      </ModalForm>
    </>
  )
}

/** Makes a new secret after asking once, and shows it. */
export function RotateWebhook({ webhook: { id, name }, onSecret }: OneProps & SecretProps) {
  const say = useWords(webhookWords)
  const { workspace } = useSession()
  const { query, fresh } = useWebhooks()
  const [opened, { open, close }] = useDisclosure(false)
  const rotate = useMutation(
    query.webhooks.rotate.mutationOptions({
      onSuccess: async ({ secret }) => {
        close()
        onSecret(secret)
        await fresh()
      },
    }),
  )
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={open} aria-label={say('rotateOf', { name })}>
        {say('rotate')}
      </Button>
      <ModalForm
        title={say('rotateSure', { name })}
        opened={opened}
        onClose={close}
        onSave={() => rotate.mutate({ workspace, id })}
        saveText={say('rotate')}
        saving={rotate.isPending}
        error={rotate.error}
      >
        <p>{say('rotateText')}</p>
      </ModalForm>
    </>
  )
}
