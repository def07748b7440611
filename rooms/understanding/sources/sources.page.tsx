import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { DayBars } from '../../../foundations/ui/chart/day-bars.tsx'
import { Card, Row } from '../../../foundations/ui/layout/card.tsx'
import { PageHead } from '../../../foundations/ui/layout/page-head.tsx'
import { ScreenLink } from '../../../foundations/ui/layout/screen-link.tsx'
import { useMay, useSession } from '../../../foundations/ui/session/session-context.ts'
import { Empty } from '../../../foundations/ui/state/empty.tsx'
import { QueryState } from '../../../foundations/ui/state/query-state.tsx'
import { DataTable, type TableColumn } from '../../../foundations/ui/table/data-table.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { type SourceRecord, sourceContract } from './source.contract.ts'
import styles from './source.module.css'
import { sourceWords } from './source.words.ts'
import { useSourceSaid } from './source-said.page.ts'

function Last({ source: { lastReceivedAt, rhythm } }: { readonly source: SourceRecord }) {
  const say = useWords(sourceWords)
  const { ago, instant } = useFormats()
  if (!lastReceivedAt) return <span className={styles.muted}>{say('never')}</span>
  return (
    <>
      <time dateTime={lastReceivedAt} title={instant(lastReceivedAt)}>
        {ago(lastReceivedAt, new Date())}
      </time>
      <span className={styles.small}>{instant(lastReceivedAt)}</span>
      {rhythm.silent ? (
        <span className={styles.silent}>
          <span aria-hidden="true">⋯ </span>
          {say('silent')}
        </span>
      ) : null}
    </>
  )
}

function Bars({ source: { key, days } }: { readonly source: SourceRecord }) {
  const say = useWords(sourceWords)
  const { number } = useFormats()
  const total = days.reduce((sum, { count }) => sum + count, 0)
  const most = Math.max(...days.map(({ count }) => count))
  const label = say('barsLabel', { name: key, total: number(total), most: number(most) })
  return (
    <div className={styles.bars} title={label}>
      <DayBars label={label} days={days} />
    </div>
  )
}

function Lines({ texts, otherwise }: { readonly texts: readonly string[]; readonly otherwise: string }) {
  if (texts.length === 0) return <span className={styles.muted}>{otherwise}</span>
  return (
    <ul className={styles.lines}>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

function useColumns(): TableColumn<SourceRecord>[] {
  const say = useWords(sourceWords)
  const said = useSourceSaid()
  const { list } = useFormats()
  const sum = ({ facts }: SourceRecord) => facts.reduce((total, { count }) => total + count, 0)
  return [
    {
      key: 'source',
      label: say('source'),
      cell: ({ key, ways }) => (
        <>
          <ScreenLink to={`understanding/sources/${key}`} className={styles.name}>
            {key}
          </ScreenLink>
          <span className={styles.small}>{list(ways.map((way) => say(way)))}</span>
        </>
      ),
      sortBy: ({ key }) => key,
    },
    {
      key: 'last',
      label: say('last'),
      cell: (source) => <Last source={source} />,
      sortBy: ({ lastReceivedAt }) => lastReceivedAt,
    },
    {
      key: 'errors',
      label: say('errors'),
      cell: (source) => <Lines texts={said.errors(source)} otherwise={say('nothing')} />,
      sortBy: ({ rowsRejected, held, invalid }) => rowsRejected + held + invalid,
    },
    { key: 'days', label: say('lastDays'), cell: (source) => <Bars source={source} /> },
    {
      key: 'facts',
      label: say('facts'),
      cell: ({ facts }) => <Lines texts={said.facts(facts)} otherwise={say('nothing')} />,
      sortBy: sum,
    },
  ]
}

function NoSource() {
  const say = useWords(sourceWords)
  const mayMakeKeys = useMay('keys:write')
  const actions = (
    <>
      <Button component={ScreenLink} to="understanding/imports">
        {say('importFile')}
      </Button>
      {mayMakeKeys ? (
        <Button component={ScreenLink} to="settings/keys" variant="default">
          {say('makeKey')}
        </Button>
      ) : null}
    </>
  )
  return (
    <Empty title={say('none')} actions={actions}>
      {say('noneText')}
    </Empty>
  )
}

function useTitle(sources: readonly SourceRecord[]): string {
  const say = useWords(sourceWords)
  const { list } = useFormats()
  const silent = sources.filter(({ rhythm }) => rhythm.silent).map(({ key }) => key)
  if (silent.length > 0) return say('titleSilent', { count: silent.length, names: list(silent) })
  const sending = sources.filter(({ lastReceivedAt }) => lastReceivedAt !== null).length
  return sending > 0 ? say('titleSending', { count: sending }) : say('title')
}

/** What flows in and from where, and which source has fallen silent. */
export function SourcesPage() {
  const say = useWords(sourceWords)
  const { workspace } = useSession()
  const { query } = useApi(sourceContract)
  const sources = useQuery(
    query.sources.list.queryOptions({ input: { workspace }, staleTime: 0, refetchInterval: 60_000 }),
  )
  const columns = useColumns()
  const title = useTitle(sources.data?.sources ?? [])
  return (
    <>
      <PageHead title={title} documentTitle={say('title')} note={say('note')} />
      <Row>
        <Card>
          <QueryState query={sources} height={280}>
            {({ sources: list }) =>
              list.length === 0 ? (
                <NoSource />
              ) : (
                <DataTable caption={say('title')} rows={list} rowKey={({ key }) => key} columns={columns} />
              )
            }
          </QueryState>
        </Card>
      </Row>
    </>
  )
}
