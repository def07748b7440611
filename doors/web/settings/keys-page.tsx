import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ApiKey, accessContract } from '../../../foundations/access/access.contract.ts'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { RemoveButton } from '../../../foundations/ui/form/remove-button.tsx'
import { Card, Row } from '../../../foundations/ui/layout/card.tsx'
import { PageHead } from '../../../foundations/ui/layout/page-head.tsx'
import { useSession } from '../../../foundations/ui/session/session-context.ts'
import { QueryState } from '../../../foundations/ui/state/query-state.tsx'
import { DataTable, type TableColumn } from '../../../foundations/ui/table/data-table.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { NewKey } from './new-key.tsx'
import styles from './settings.module.css'
import { settingsWords } from './settings.words.ts'

function RevokeKey({ apiKey }: { readonly apiKey: ApiKey }) {
  const say = useWords(settingsWords)
  const { workspace } = useSession()
  const { query } = useApi(accessContract)
  const client = useQueryClient()
  const revoke = useMutation(
    query.keys.revoke.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: query.keys.key() }),
    }),
  )
  if (apiKey.revokedAt) return <span className={styles.muted}>{say('revoked')}</span>
  return (
    <RemoveButton
      name={apiKey.name}
      label={say('revoke')}
      onRemove={(done) => revoke.mutate({ workspace, id: apiKey.id }, { onSuccess: done })}
      removing={revoke.isPending}
      error={revoke.error}
    />
  )
}

function useColumns(): TableColumn<ApiKey>[] {
  const say = useWords(settingsWords)
  const { day, instant, list } = useFormats()
  return [
    { key: 'name', label: say('name'), cell: (one) => one.name, sortBy: (one) => one.name },
    {
      key: 'start',
      label: say('start'),
      cell: (one) => <span className={styles.code}>{one.start}…</span>,
    },
    {
      key: 'use',
      label: say('use'),
      cell: (one) => say(one.use === 'api' ? 'useApi' : 'useIngestion'),
      sortBy: (one) => one.use,
    },
    { key: 'scopes', label: say('scopes'), cell: (one) => list(one.scopes.map((scope) => say(scope))) },
    {
      key: 'created',
      label: say('created'),
      cell: (one) => day(one.createdAt),
      sortBy: (one) => one.createdAt,
    },
    {
      key: 'lastUsed',
      label: say('lastUsed'),
      cell: (one) => (one.lastUsedAt ? instant(one.lastUsedAt) : say('never')),
      sortBy: (one) => one.lastUsedAt,
    },
    { key: 'revoke', label: '', numeric: true, cell: (one) => <RevokeKey apiKey={one} /> },
  ]
}

/** Keys for programs; each secret is shown once, when it is made. */
export function KeysPage() {
  const say = useWords(settingsWords)
  const { workspace } = useSession()
  const { query } = useApi(accessContract)
  const keys = useQuery(query.keys.list.queryOptions({ input: { workspace } }))
  const columns = useColumns()
  return (
    <>
      <PageHead title={say('keys')} note={say('keysNote')} actions={<NewKey />} />
      <Row>
        <Card>
          <QueryState query={keys} height={220}>
            {({ keys: list }) =>
              list.length === 0 ? (
                <p className={styles.muted}>{say('noKey')}</p>
              ) : (
                <DataTable caption={say('keys')} rows={list} rowKey={(one) => one.id} columns={columns} />
              )
            }
          </QueryState>
        </Card>
      </Row>
    </>
  )
}
