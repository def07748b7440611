import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { ChartCard } from '../../../foundations/ui/chart/chart-card.tsx'
import { DayBars } from '../../../foundations/ui/chart/day-bars.tsx'
import { Card, Row } from '../../../foundations/ui/layout/card.tsx'
import { PageHead } from '../../../foundations/ui/layout/page-head.tsx'
import { ScreenLink } from '../../../foundations/ui/layout/screen-link.tsx'
import { useSession } from '../../../foundations/ui/session/session-context.ts'
import { QueryState } from '../../../foundations/ui/state/query-state.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { HowToSend } from '../events/how-to-send.page.tsx'
import { daysShown } from './days-shown.page.ts'
import { type SourceDetail, sourceContract } from './source.contract.ts'
import styles from './source.module.css'
import { sourceWords } from './source.words.ts'
import { SourceImports, SourceKeys } from './source-parts.page.tsx'
import { useSourceSaid } from './source-said.page.ts'

interface PartProps {
  readonly source: SourceDetail
}

function ByDay({ source }: PartProps) {
  const say = useWords(sourceWords)
  const { day, number } = useFormats()
  const days = daysShown(source)
  const total = days.reduce((sum, { count }) => sum + count, 0)
  const most = Math.max(...days.map(({ count }) => count))
  const title = total > 0 ? say('chart', { total: number(total), most: number(most) }) : say('chartNone')
  const note = say('chartNote', { first: day(days[0]!.day), last: day(days.at(-1)!.day) })
  const table = {
    columns: [say('day'), say('factsColumn'), say('waitingColumn')],
    rows: days.map(({ day: date, count, waiting }) => [date, count, waiting]),
  }
  return (
    <ChartCard title={title} note={note} fileName={`${source.key}-days`} table={table} span={8}>
      <DayBars label={`${title}. ${note}`} days={days} height={150} width={900} />
      <p className={styles.ends} aria-hidden="true">
        <span>{day(days[0]!.day)}</span>
        <span>{day(days.at(-1)!.day)}</span>
      </p>
    </ChartCard>
  )
}

function Summary({ source }: PartProps) {
  const say = useWords(sourceWords)
  const said = useSourceSaid()
  const { day } = useFormats()
  const { rhythm, facts, firstOccurredAt, lastOccurredAt } = source
  const span = firstOccurredAt && lastOccurredAt && { first: day(firstOccurredAt), last: day(lastOccurredAt) }
  const counted = said.facts(facts)
  return (
    <Card title={say('rhythm')} span={4}>
      <p className={rhythm.silent ? styles.broken : undefined}>{said.rhythm(rhythm)}</p>
      <dl className={styles.details}>
        <div>
          <dt>{say('facts')}</dt>
          {(counted.length > 0 ? counted : [say('nothing')]).map((text) => (
            <dd key={text}>{text}</dd>
          ))}
        </div>
        {span ? (
          <div>
            <dt>{say('about')}</dt>
            <dd>{say('span', span)}</dd>
          </div>
        ) : null}
      </dl>
    </Card>
  )
}

function Waits({ source }: PartProps) {
  const say = useWords(sourceWords)
  const said = useSourceSaid()
  const waiting = said.errors({ ...source, rowsRejected: 0 })
  return (
    <Card title={say('waits')} span={4}>
      {waiting.length === 0 ? (
        <p className={styles.muted}>{say('waitsNone')}</p>
      ) : (
        <>
          <ul className={styles.lines}>
            {waiting.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <p>
            <ScreenLink to="understanding/events" search={{ source: source.key }} className={styles.link}>
              {say('toEvents')} <span aria-hidden="true">→</span>
            </ScreenLink>
          </p>
        </>
      )}
    </Card>
  )
}

function Detail({ source }: PartProps) {
  const say = useWords(sourceWords)
  const { ago, instant } = useFormats()
  const { lastReceivedAt } = source
  const imported = source.imports.length > 0
  const last = lastReceivedAt
    ? say('lastReceived', { ago: ago(lastReceivedAt, new Date()), moment: instant(lastReceivedAt) })
    : say('neverSent')
  return (
    <>
      <PageHead
        title={source.key}
        note={last}
        crumb={
          <ScreenLink to="understanding/sources" className={styles.link}>
            {say('all')}
          </ScreenLink>
        }
      />
      <Row>
        <ByDay source={source} />
        <Summary source={source} />
        <Waits source={source} />
        <SourceImports imports={source.imports} />
        <SourceKeys keys={source.keys} span={imported ? 7 : 8} />
        {source.ways.includes('key') ? <HowToSend span={imported ? 5 : 12} /> : null}
      </Row>
    </>
  )
}

/** One source: day by day, its rhythm, what waits of it, its imports and keys. */
export function SourcePage({ sourceKey }: { readonly sourceKey: string }) {
  const { workspace } = useSession()
  const { query } = useApi(sourceContract)
  const source = useQuery(
    query.sources.get.queryOptions({ input: { workspace, key: sourceKey }, staleTime: 0 }),
  )
  return (
    <QueryState query={source} height={420}>
      {(found) => <Detail source={found} />}
    </QueryState>
  )
}
