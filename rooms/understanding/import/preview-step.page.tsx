import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { textIn } from '../../../foundations/format/text-in.ts'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { Card, Row } from '../../../foundations/ui/layout/card.tsx'
import { useSession } from '../../../foundations/ui/session/session-context.ts'
import { Failed } from '../../../foundations/ui/state/failed.tsx'
import { Loading } from '../../../foundations/ui/state/loading.tsx'
import { DataTable, type TableColumn } from '../../../foundations/ui/table/data-table.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useLanguage, useWords } from '../../../foundations/ui/words/use-words.ts'
import { type PreviewedRow, understandingContract } from '../contract.ts'
import { columnWords } from './columns.words.ts'
import styles from './import.module.css'
import { importWords } from './import.words.ts'
import type { Runs } from './use-runs.page.ts'
import { filesTogether, type Wizard } from './use-wizard.page.ts'

interface StepProps {
  readonly wizard: Wizard
  readonly runs: Runs
}

function Facts({ row }: { readonly row: PreviewedRow }) {
  const say = useWords(columnWords)
  const language = useLanguage()
  if (row.leftOut) return <span className={styles.muted}>{say('leftOut')}</span>
  if (row.rejected.length > 0)
    return (
      <ul>
        {row.rejected.map(({ column, reason, value }) => (
          <li key={`${column} ${reason}`}>
            <b className={styles.problem}>
              <span aria-hidden="true">✕ </span>
              {say('rejectedRow')}
            </b>{' '}
            {[column, value].filter((part) => part !== '').join(' · ')} {reason}
          </li>
        ))}
      </ul>
    )
  if (row.facts.length === 0) return <span className={styles.muted}>{say('noFacts')}</span>
  return (
    <ul>
      {row.facts.map(({ fact, said }) => (
        <li key={`${fact} ${said.en}`}>{textIn(said, language)}</li>
      ))}
    </ul>
  )
}

/** A row without a person stands for one of its own, named by what the row says. */
const isNobody = (person: string) => person === '' || /:[0-9a-f]{32}:\d+$/.test(person)

function useColumns(): TableColumn<PreviewedRow>[] {
  const say = useWords(columnWords)
  const { number } = useFormats()
  return [
    { key: 'line', label: say('line'), numeric: true, cell: (row) => number(row.line) },
    {
      key: 'who',
      label: say('who'),
      cell: ({ person }) =>
        isNobody(person) ? <span className={styles.muted}>{say('anonymous')}</span> : person,
    },
    { key: 'moment', label: say('moment'), cell: ({ occurredAt }) => occurredAt.replace(/T00:00:00.*$/, '') },
    { key: 'facts', label: say('facts'), width: '60%', cell: (row) => <Facts row={row} /> },
  ]
}

function Deeds({ wizard, runs }: StepProps) {
  const say = useWords(columnWords)
  const sayImport = useWords(importWords)
  const { start, run } = runs
  const pending = start.isPending && start.variables.dryRun
  return (
    <div className={styles.deeds}>
      <Button variant="default" loading={pending} onClick={() => run(true)}>
        {say('dryRun')}
      </Button>
      <Button loading={start.isPending && !pending} onClick={() => run(false)}>
        {say('importNow')}
      </Button>
      <Button variant="default" onClick={() => wizard.setStep('columns')}>
        {sayImport('backToColumns')}
      </Button>
      <p className={styles.small}>
        {say('dryRunHint')} {say('importHint')}
      </p>
      {start.isError ? <Failed error={start.error} /> : null}
    </div>
  )
}

function PreviewedRows({ rows, files }: { readonly rows: readonly PreviewedRow[]; readonly files: string }) {
  const say = useWords(columnWords)
  const columns = useColumns()
  const rejected = rows.filter((row) => row.rejected.length > 0).length
  const total = rows.length
  const found =
    rejected > 0 ? say('previewRejected', { count: rejected, total }) : say('previewFine', { total })
  return (
    <Card title={found} note={say('previewNote', { files })}>
      <DataTable
        caption={say('previewTitle')}
        maxHeight={560}
        rows={rows}
        rowKey={(row) => `${row.file} ${row.line} ${row.id}`}
        columns={columns}
      />
    </Card>
  )
}

/** What the first rows would become, before anything is kept. */
export function PreviewStep({ wizard, runs }: StepProps) {
  const say = useWords(columnWords)
  const { workspace } = useSession()
  const { query } = useApi(understandingContract)
  const { list } = useFormats()
  const uploads = filesTogether(wizard.uploads, wizard.mapping)[0] ?? []
  const preview = useQuery(
    query.imports.preview.queryOptions({
      input: { workspace, uploads, mapping: wizard.mapping, rows: 20 },
      staleTime: 0,
      retry: false,
    }),
  )
  const names = wizard.uploads.filter(({ id }) => uploads.includes(id)).map(({ fileName }) => fileName)
  return (
    <Row>
      {preview.isError ? (
        <Card>
          <Failed error={preview.error} />
        </Card>
      ) : preview.data ? (
        <PreviewedRows rows={preview.data.rows} files={list(names)} />
      ) : (
        <Card title={say('previewLoading')}>
          <Loading height={320} />
        </Card>
      )}
      <Card>
        {preview.data?.problem ? <p className={styles.problem}>{preview.data.problem}</p> : null}
        <Deeds wizard={wizard} runs={runs} />
      </Card>
    </Row>
  )
}
