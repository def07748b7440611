import { Button, Progress } from '@mantine/core'
import { ScreenLink } from '../../../foundations/ui/layout/screen-link.tsx'
import { useMay, useSession } from '../../../foundations/ui/session/session-context.ts'
import { Failed } from '../../../foundations/ui/state/failed.tsx'
import { DataTable } from '../../../foundations/ui/table/data-table.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import type { ImportCounts, ImportRecord, RejectedRow } from '../contract.ts'
import styles from './import.module.css'
import { importWords } from './import.words.ts'
import { isOpen, useImportDeeds } from './use-imports.page.ts'

interface PartProps {
  readonly record: ImportRecord
}

/** Counts that are always shown, and those shown where they count anything. */
const always = ['rowsRead', 'rowsKept', 'rowsRejected', 'answersKept'] as const
const sometimes = [
  'rowsReplaced',
  'rowsAlreadyThere',
  'rowsLeftOut',
  'answersNotGiven',
  'interactionsKept',
  'outcomesKept',
] as const

function Running({ record }: PartProps) {
  const say = useWords(importWords)
  const { bytes, percent } = useFormats()
  const { workspace } = useSession()
  const mayCancel = useMay('facts:write')
  const { cancel } = useImportDeeds()
  const { bytesRead, bytesTotal } = record.counts
  const share = Math.min(1, bytesRead / Math.max(1, bytesTotal))
  const text = say('progress', { read: bytes(bytesRead), total: bytes(bytesTotal) })
  const heard = { name: record.fileName, percent: percent(Math.floor(share * 10) / 10) }
  return (
    <div className={styles.running}>
      <Progress value={share * 100} color="var(--lived)" size="md" aria-label={text} />
      <span className="tabular">{text}</span>
      <span className="visually-hidden" role="status">
        {say('progressHeard', heard)}
      </span>
      {mayCancel && record.state !== 'undoing' ? (
        <Button
          variant="default"
          loading={cancel.isPending}
          onClick={() => cancel.mutate({ workspace, id: record.id })}
        >
          {say('cancel')}
        </Button>
      ) : null}
      <p className={styles.small}>{say('leave')}</p>
      {cancel.isError ? <Failed error={cancel.error} /> : null}
    </div>
  )
}

function Counts({ counts }: { readonly counts: ImportCounts }) {
  const say = useWords(importWords)
  const { number } = useFormats()
  const shown = [...always, ...sometimes.filter((name) => counts[name] > 0)]
  return (
    <dl className={`${styles.counts} tabular`}>
      {shown.map((name) => (
        <div key={name}>
          <dt>{say(name)}</dt>
          <dd>{number(counts[name])}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A column that stands in a text for itself is named without its braces. */
const plainColumn = (column: string) => /^\{([^{}]+)\}$/.exec(column)?.[1] ?? column

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
          cell: (row) => plainColumn(row.column) || say('wholeRow'),
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
  const mayRead = useMay('facts:write')
  const { firstRejected: first, counts } = record
  if (first.length === 0) return null
  const partly = counts.rowsRejected > first.length
  const shown = { count: first.length, total: number(counts.rowsRejected) }
  return (
    <section className={styles.part} aria-label={say('rejected')}>
      <h3>
        {say('rejected')}{' '}
        {partly ? <span className={styles.muted}>· {say('rejectedFirst', shown)}</span> : null}
      </h3>
      <p className={styles.small}>{say('rejectedWhy')}</p>
      <RejectedTable rows={first} />
      {mayRead && !isOpen(record) ? (
        <Button
          component="a"
          variant="default"
          href={`/api/v1/workspaces/${workspace}/imports/${record.id}/rejected.csv`}
          download
        >
          {say('downloadRejected')}
        </Button>
      ) : null}
    </section>
  )
}

function Unknown({ record: { unknownTouchpoints: unknown, dryRun } }: PartProps) {
  const say = useWords(importWords)
  if (unknown.length === 0) return null
  return (
    <section className={styles.part} aria-label={say('unknown')}>
      <h3>{say('unknown')}</h3>
      <p className={styles.small}>{say(dryRun ? 'unknownDry' : 'unknownText')}</p>
      <ul className={styles.unknown}>
        {unknown.map(({ key, facts: count }) => (
          <li key={key}>
            {say('unknownFacts', { key, count })}{' '}
            <ScreenLink to="design/touchpoints/new" className={styles.link}>
              {say('createInDesign')} <span aria-hidden="true">→</span>
            </ScreenLink>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What became of an import: how far it is, what was kept, and what was not, with the reasons. */
export function ImportResult({ record }: PartProps) {
  const say = useWords(importWords)
  return (
    <div className={styles.result}>
      {isOpen(record) ? <Running record={record} /> : null}
      {record.problem ? <p className={styles.problem}>{record.problem}</p> : null}
      {record.state === 'cancelled' ? <p>{say('cancelledText')}</p> : null}
      <Counts counts={record.counts} />
      <Unknown record={record} />
      <Rejected record={record} />
    </div>
  )
}
