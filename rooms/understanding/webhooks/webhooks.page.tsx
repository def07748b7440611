import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { RemoveButton } from '../../../foundations/ui/form/remove-button.tsx'
import { Card, Row } from '../../../foundations/ui/layout/card.tsx'
import { PageHead } from '../../../foundations/ui/layout/page-head.tsx'
import { useMay, useSession } from '../../../foundations/ui/session/session-context.ts'
import { Empty } from '../../../foundations/ui/state/empty.tsx'
import { QueryState } from '../../../foundations/ui/state/query-state.tsx'
import { DataTable, type TableColumn } from '../../../foundations/ui/table/data-table.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { ShownSecret } from './shown-secret.page.tsx'
import { type WebhookRecord, webhookContract } from './webhook.contract.ts'
import styles from './webhook.module.css'
import { webhookWords } from './webhook.words.ts'
import { ChangeWebhook, NewWebhook, RotateWebhook } from './webhook-forms.page.tsx'

interface OneProps {
  readonly webhook: WebhookRecord
}

function Address({ webhook: { path, name } }: OneProps) {
  const say = useWords(webhookWords)
  const clipboard = useClipboard()
  const address = `${window.location.origin}${path}`
  return (
    <>
      <code className={styles.code}>{address}</code>
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => clipboard.copy(address)}
        aria-label={clipboard.copied ? undefined : say('copyOf', { name })}
      >
        {say(clipboard.copied ? 'copied' : 'copy')}
      </Button>
    </>
  )
}

function Remove({ webhook: { id, name } }: OneProps) {
  const { workspace } = useSession()
  const { query } = useApi(webhookContract)
  const client = useQueryClient()
  const remove = useMutation(
    query.webhooks.remove.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: query.webhooks.key() }),
    }),
  )
  return (
    <RemoveButton
      name={name}
      onRemove={(done) => remove.mutate({ workspace, id }, { onSuccess: done })}
      removing={remove.isPending}
      error={remove.error}
    />
  )
}

function useColumns(onSecret: (secret: string) => void): TableColumn<WebhookRecord>[] {
  const say = useWords(webhookWords)
  const { instant } = useFormats()
  const mayWrite = useMay('keys:write')
  const deeds: TableColumn<WebhookRecord> = {
    key: 'deeds',
    label: '',
    numeric: true,
    cell: (webhook) => (
      <div className={styles.buttons}>
        <ChangeWebhook webhook={webhook} />
        <RotateWebhook webhook={webhook} onSecret={onSecret} />
        <Remove webhook={webhook} />
      </div>
    ),
  }
  return [
    { key: 'name', label: say('name'), cell: ({ name }) => <b className={styles.name}>{name}</b> },
    { key: 'address', label: say('address'), cell: (webhook) => <Address webhook={webhook} /> },
    { key: 'signature', label: say('signature'), cell: ({ signature }) => say(signature) },
    {
      key: 'since',
      label: say('secretSince'),
      cell: ({ rotatedAt, createdAt }) => instant(rotatedAt ?? createdAt),
    },
    ...(mayWrite ? [deeds] : []),
  ]
}

/** Addresses for other systems to deliver to; a secret is shown once. */
export function WebhooksPage() {
  const say = useWords(webhookWords)
  const { workspace } = useSession()
  const mayWrite = useMay('keys:write')
  const { query } = useApi(webhookContract)
  const webhooks = useQuery(query.webhooks.list.queryOptions({ input: { workspace } }))
  const [secret, setSecret] = useState<string | null>(null)
  const columns = useColumns(setSecret)
  const add = mayWrite ? <NewWebhook onSecret={setSecret} /> : null
  return (
    <>
      <PageHead title={say('title')} note={say('note')} actions={add} />
      <Row>
        <Card>
          <QueryState query={webhooks} height={220}>
            {({ webhooks: list }) =>
              list.length === 0 ? (
                <Empty title={say('none')}>{say(mayWrite ? 'noneText' : 'mayNot')}</Empty>
              ) : (
                <DataTable caption={say('title')} rows={list} rowKey={({ id }) => id} columns={columns} />
              )
            }
          </QueryState>
        </Card>
      </Row>
      <ShownSecret secret={secret} onClose={() => setSecret(null)} />
    </>
  )
}
