import { Card, Row } from '../../../foundations/ui/layout/card.tsx'
import { ScreenLink } from '../../../foundations/ui/layout/screen-link.tsx'
import { Empty } from '../../../foundations/ui/state/empty.tsx'
import { QueryState } from '../../../foundations/ui/state/query-state.tsx'
import { DataTable, type TableColumn } from '../../../foundations/ui/table/data-table.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import type { ImportRecord } from '../contract.ts'
import styles from './import.module.css'
import { importWords } from './import.words.ts'
import { ImportState } from './import-state.page.tsx'
import { UndoImport } from './undo-import.page.tsx'
import { useImports } from './use-imports.page.ts'

function useColumns(): TableColumn<ImportRecord>[] {
  const say = useWords(importWords)
  const { instant, number } = useFormats()
  const counted = (key: string, label: string, of: (record: ImportRecord) => number) => ({
    ...{ key, label, numeric: true, sortBy: of },
    cell: (record: ImportRecord) => number(of(record)),
  })
  return [
    {
      key: 'file',
      label: say('file'),
      cell: (record) => (
        <ScreenLink to={`understanding/imports/${record.id}`} className={styles.name}>
          {record.fileName}
        </ScreenLink>
      ),
      sortBy: ({ fileName }) => fileName,
    },
    {
      key: 'state',
      label: say('state'),
      cell: (record) => <ImportState record={record} />,
      sortBy: ({ state }) => say(state),
    },
    {
      key: 'when',
      label: say('when'),
      cell: ({ startedAt }) => <span className={styles.moment}>{instant(startedAt)}</span>,
      sortBy: ({ startedAt }) => startedAt,
    },
    counted('read', say('rowsRead'), ({ counts }) => counts.rowsRead),
    counted('kept', say('kept'), ({ counts }) => counts.rowsKept),
    counted('rejected', say('rejectedShort'), ({ counts }) => counts.rowsRejected),
    counted('answers', say('answersShort'), ({ counts }) => counts.answersKept),
    { key: 'undo', label: '', numeric: true, cell: (record) => <UndoImport record={record} compact /> },
  ]
}

/** Every import with its state and counts, latest first; each opens its own page. */
export function ImportHistory() {
  const say = useWords(importWords)
  const imports = useImports()
  const columns = useColumns()
  return (
    <Row>
      <Card title={say('past')}>
        <QueryState query={imports} height={200}>
          {({ imports: list }) =>
            list.length === 0 ? (
              <Empty title={say('none')}>{say('noneText')}</Empty>
            ) : (
              <DataTable caption={say('past')} rows={list} rowKey={({ id }) => id} columns={columns} />
            )
          }
        </QueryState>
      </Card>
    </Row>
  )
}
