import { Button, Progress } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { chartCsv } from '../../../foundations/ui/chart/chart-table.ts'
import { saveFile } from '../../../foundations/ui/chart/save-drawing.ts'
import { useFormats } from '../../../foundations/ui/format/use-formats.ts'
import { ScreenLink } from '../../../foundations/ui/layout/screen-link.tsx'
import { useMay, useSession } from '../../../foundations/ui/session/session-context.ts'
import { Failed } from '../../../foundations/ui/state/failed.tsx'
import { DataTable } from '../../../foundations/ui/table/data-table.tsx'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { type ImportRecord, type RejectedRow, understandingContract } from '../contract.ts'
import styles from './import.module.css'
import { importWords } from './import.words.ts'

interface PartProps {
  readonly record: ImportRecord
}

const signs = {
  waiting: '◌',
  running: '…',
  done: '✓',
  failed: '✕',
  cancelled: '–',
  undoing: '…',
  undone: '↶',
} as const
const shownCounts = [
  'rowsRead',
  'rowsKept',
  'rowsRejected',
  'rowsAlreadyThere',
  'answersKept',
  'answersNotGiven',
] as const

function Running({ record }: PartProps) {
  const say = useWords(importWords)
  const { bytes } = useFormats()
  const { workspace } = useSession()
  const mayCancel = useMay('facts:write')
  const { query } = useApi(understandingContract)
  const client = useQueryClient()
  const cancel = useMutation(
    query.imports.cancel.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: query.imports.key() }),
    }),
  )
  const { bytesRead, bytesTotal } = record.counts
  const text = say('progress', { read: bytes(bytesRead), total: bytes(bytesTotal) })
  return (
    <div className={styles.running}>
      <Progress
        value={(bytesRead / Math.max(1, bytesTotal)) * 100}
        color="var(--lived)"
        size="sm"
        aria-label={text}
      />
      <span className={styles.muted}>{text}</span>
      {mayCancel ? (
        <Button
          variant="default"
          size="compact-sm"
          loading={cancel.isPending}
          onClick={() => cancel.mutate({ workspace, id: record.id })}
        >
          {say('cancel')}
        </Button>
      ) : null}
      {cancel.isError ? <Failed error={cancel.error} /> : null}
    </div>
  )
}

function Counts({ record }: PartProps) {
  const say = useWords(importWords)
  const { number } = useFormats()
  return (
    <dl className={`${styles.counts} tabular`}>
      {shownCounts.map((name) => (
        <div key={name}>
          <dt>{say(name)}</dt>
          <dd>{number(record.counts[name])}</dd>
        </div>
      ))}
    </dl>
  )
}

function RejectedTable({ rows }: { readonly rows: readonly RejectedRow[] }) {
  const say = useWords(importWords)
  const { number } = useFormats()
  return (
    <DataTable
      caption={say('rejected')}
      maxHeight={320}
      rows={rows}
      rowKey={(row) => `${row.line} ${row.column} ${row.reason}`}
      columns={[
        {
          key: 'line',
          label: say('line'),
          numeric: true,
          cell: (row) => number(row.line),
          sortBy: (row) => row.line,
        },
        {
          key: 'column',
          label: say('column'),
          cell: (row) => row.column || say('wholeRow'),
          sortBy: (row) => row.column,
        },
        { key: 'value', label: say('value'), cell: (row) => row.value, sortBy: (row) => row.value },
        { key: 'reason', label: say('reason'), cell: (row) => row.reason, sortBy: (row) => row.reason },
      ]}
    />
  )
}

function Rejected({ record }: PartProps) {
  const say = useWords(importWords)
  const { number } = useFormats()
  const { workspace } = useSession()
  const { call } = useApi(understandingContract)
  const download = useMutation({
    mutationFn: () => call.imports.rejected({ workspace, id: record.id }),
    onSuccess: ({ rejected }) => {
      const columns = [say('line'), say('column'), say('value'), say('reason')]
      const rows = rejected.map(({ line, column, value, reason }) => [line, column, value, reason])
      const csv = chartCsv({ columns, rows })
      saveFile(`${record.fileName}-rejected.csv`, new Blob(['\ufeff', csv], { type: 'text/csv' }))
    },
  })
  if (record.firstRejected.length === 0) return null
  const total = number(record.counts.rowsRejected)
  return (
    <details className={styles.rejected}>
      <summary>
        {say('rejected')} · {say('rejectedFirst', { count: record.firstRejected.length, total })}
      </summary>
      <RejectedTable rows={record.firstRejected} />
      <Button variant="default" onClick={() => download.mutate()} loading={download.isPending}>
        {say('downloadRejected')}
      </Button>
      {download.isError ? <Failed error={download.error} /> : null}
    </details>
  )
}

/** One import: its state, how far it has come, what was kept and what was not. */
export function ImportItem({ record }: PartProps) {
  const say = useWords(importWords)
  const { instant } = useFormats()
  const open = record.state === 'waiting' || record.state === 'running'
  return (
    <li className={styles.item}>
      <header>
        <b>{record.fileName}</b>
        <span className={styles.state} data-state={record.state}>
          <span aria-hidden="true">{signs[record.state]} </span>
          {say(record.state)}
        </span>
        <span className={styles.muted}>
          {instant(record.startedAt)}
          {record.dryRun ? ` · ${say('dry')}` : ''}
        </span>
      </header>
      {open ? <Running record={record} /> : null}
      {record.problem ? <p className={styles.problem}>{record.problem}</p> : null}
      <Counts record={record} />
      <Rejected record={record} />
      {record.state === 'done' && !record.dryRun ? (
        <ScreenLink to="cockpit" className={styles.link}>
          {say('seeCockpit')} <span aria-hidden="true">→</span>
        </ScreenLink>
      ) : null}
    </li>
  )
}
