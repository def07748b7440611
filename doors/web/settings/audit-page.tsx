import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { type AuditEntry, accessContract } from '../../../foundations/access/access.contract.ts'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { Card, Row } from '../../../foundations/ui/layout/card.tsx'
import { PageHead } from '../../../foundations/ui/layout/page-head.tsx'
import { useSession } from '../../../foundations/ui/session/session-context.ts'
import { Failed } from '../../../foundations/ui/state/failed.tsx'
import { Loading } from '../../../foundations/ui/state/loading.tsx'
import { DataTable, type TableColumn } from '../../../foundations/ui/table/data-table.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import styles from './settings.module.css'
import { settingsWords } from './settings.words.ts'

const detailsText = (details: AuditEntry['details']) =>
  Object.entries(details)
    .map(([key, value]) => `${key} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join(' · ')

function useColumns(): TableColumn<AuditEntry>[] {
  const say = useWords(settingsWords)
  const { instant } = useFormats()
  return [
    { key: 'at', label: say('at'), cell: (entry) => instant(entry.at) },
    { key: 'actor', label: say('actor'), cell: (entry) => entry.actor },
    {
      key: 'action',
      label: say('action'),
      cell: (entry) => <span className={styles.code}>{entry.action}</span>,
    },
    { key: 'subject', label: say('subject'), cell: (entry) => entry.subject },
    {
      key: 'details',
      label: say('details'),
      cell: (entry) => <span className={styles.details}>{detailsText(entry.details)}</span>,
    },
  ]
}

/** Who did what, latest first. */
export function AuditPage() {
  const say = useWords(settingsWords)
  const { workspace } = useSession()
  const { query } = useApi(accessContract)
  const columns = useColumns()
  const audit = useInfiniteQuery(
    query.audit.list.infiniteOptions({
      input: (before: string | undefined) => ({ workspace, ...(before ? { before } : {}) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
  )
  const entries = audit.data?.pages.flatMap((page) => page.entries) ?? []
  return (
    <>
      <PageHead title={say('audit')} note={say('auditNote')} />
      <Row>
        <Card>
          {audit.isError ? <Failed error={audit.error} onRetry={() => void audit.refetch()} /> : null}
          {audit.isPending ? <Loading height={320} /> : null}
          {audit.data && entries.length === 0 ? <p className={styles.muted}>{say('noAudit')}</p> : null}
          {entries.length > 0 ? (
            <DataTable caption={say('audit')} rows={entries} rowKey={(entry) => entry.id} columns={columns} />
          ) : null}
          {audit.hasNextPage ? (
            <div className={styles.buttons}>
              <Button
                variant="default"
                onClick={() => void audit.fetchNextPage()}
                loading={audit.isFetchingNextPage}
              >
                {say('older')}
              </Button>
            </div>
          ) : null}
        </Card>
      </Row>
    </>
  )
}
