import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { periodName } from '../../../foundations/format/period-name.ts'
import { textIn } from '../../../foundations/format/text-in.ts'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { useEvidence } from '../../../foundations/ui/evidence/evidence-context.ts'
import { CountLink } from '../../../foundations/ui/figure/count-link.tsx'
import { IntervalText } from '../../../foundations/ui/figure/interval-text.tsx'
import { Sparkline, type SparkPoint } from '../../../foundations/ui/figure/sparkline.tsx'
import { trendPoints } from '../../../foundations/ui/figure/trend-points.ts'
import { Verdict } from '../../../foundations/ui/figure/verdict.tsx'
import { useFilters } from '../../../foundations/ui/filters/use-filters.ts'
import { RemoveButton } from '../../../foundations/ui/form/remove-button.tsx'
import { Card, Row } from '../../../foundations/ui/layout/card.tsx'
import { PageHead } from '../../../foundations/ui/layout/page-head.tsx'
import { ScreenLink } from '../../../foundations/ui/layout/screen-link.tsx'
import { useMay, useSession } from '../../../foundations/ui/session/session-context.ts'
import { EmptyScreen } from '../../../foundations/ui/state/empty-screen.tsx'
import { QueryState } from '../../../foundations/ui/state/query-state.tsx'
import { DataTable, type TableColumn } from '../../../foundations/ui/table/data-table.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useLanguage, useWords } from '../../../foundations/ui/words/use-words.ts'
import type { Change } from '../change/changes.contract.ts'
import { useChangesBy } from '../change/use-changes.page.ts'
import {
  type Figure,
  type Measure,
  type MeasureUnit,
  type MethodDescription,
  measurementContract,
} from '../contract.ts'
import { TakeMeasure } from '../library/measure-library.page.tsx'
import { AddFormula } from './add-formula.page.tsx'
import styles from './measures.module.css'
import { measuresPageWords } from './measures.words.ts'

interface MeasureLine extends Measure {
  readonly unit: MeasureUnit
  readonly text: string
  readonly figure: Figure | undefined
  readonly trend: readonly SparkPoint[]
  /** The latest change of level of the whole, where one was found. */
  readonly change: Change | undefined
}

function useDefinitionColumns(): TableColumn<MeasureLine>[] {
  const say = useWords(measuresPageWords)
  const mayWrite = useMay('records:write')
  const { number } = useFormats()
  return [
    {
      key: 'name',
      label: say('name'),
      cell: (line) => (
        <>
          <b className={styles.name}>{line.text}</b>
          <small className={styles.small}>{line.key}</small>
          {mayWrite ? <RemoveMeasure line={line} /> : null}
        </>
      ),
      sortBy: (line) => line.text,
    },
    { key: 'method', label: say('method'), cell: (line) => line.method, sortBy: (line) => line.method },
    {
      key: 'kind',
      label: say('kind'),
      cell: ({ formula, kind }) => (formula ? <code>{formula.is}</code> : kind),
      sortBy: (line) => line.kind,
    },
    {
      key: 'scale',
      label: say('scale'),
      cell: ({ scale }) => say('scaleText', { low: number(scale.low), high: number(scale.high) }),
    },
    { key: 'better', label: say('better'), cell: (line) => say(line.better) },
  ]
}

function RemoveMeasure({ line: { key, text } }: { readonly line: MeasureLine }) {
  const { workspace } = useSession()
  const { query } = useApi(measurementContract)
  const client = useQueryClient()
  const remove = useMutation(
    query.measures.remove.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: query.measures.key() }),
    }),
  )
  return (
    <RemoveButton
      name={text}
      onRemove={(done) => remove.mutate({ workspace, key }, { onSuccess: done })}
      removing={remove.isPending}
      error={remove.error}
    />
  )
}

function useFigureColumns(): TableColumn<MeasureLine>[] {
  const say = useWords(measuresPageWords)
  const formats = useFormats()
  const openEvidence = useEvidence()
  return [
    {
      key: 'now',
      label: say('now'),
      numeric: true,
      cell: ({ figure, ...form }) =>
        figure?.estimate.value == null ? (
          '⋯'
        ) : (
          <>
            <b className={styles.name}>{formats.value(figure.estimate.value, form)}</b>{' '}
            <IntervalText estimate={figure.estimate} form={form} />
          </>
        ),
      sortBy: (line) => line.figure?.estimate.value,
    },
    {
      key: 'n',
      label: say('n'),
      numeric: true,
      cell: ({ figure, key, text }) =>
        figure ? (
          <CountLink n={figure.estimate.n} name={text} onOpen={() => openEvidence({ measure: key })} />
        ) : null,
      sortBy: (line) => line.figure?.estimate.n,
    },
    {
      key: 'trend',
      label: say('trend'),
      cell: (line) => <Trend line={line} />,
    },
    {
      key: 'verdict',
      label: say('verdict'),
      cell: ({ figure, better }) =>
        figure?.verdict ? <Verdict verdict={figure.verdict} better={better} /> : '⋯',
    },
  ]
}

/** How a measure came here, and since when it stands on another level. */
function Trend({ line: { trend, change, population } }: { readonly line: MeasureLine }) {
  const say = useWords(measuresPageWords)
  const formats = useFormats()
  return (
    <div className={styles.trend}>
      <Sparkline points={trend} mark={population === 'employees' ? 'people' : 'lived'} />
      {change ? (
        <ScreenLink to="measurement/changes" className={styles.change} data-worse={change.isWorse}>
          {say(change.isWorse ? 'worseSince' : 'betterSince', { month: formats.month(`${change.month}-01`) })}
        </ScreenLink>
      ) : null}
    </div>
  )
}

function NoMeasure() {
  const say = useWords(measuresPageWords)
  return (
    <EmptyScreen title={say('none')} to="strategy/experience-file" action={say('apply')}>
      {say('noneText')}
    </EmptyScreen>
  )
}

function Methods({ methods }: { readonly methods: readonly MethodDescription[] }) {
  const say = useWords(measuresPageWords)
  const language = useLanguage()
  return (
    <Card title={say('methods')} note={say('methodsNote')}>
      <ul className={styles.methods}>
        {methods.map((method) => (
          <li key={method.method}>
            <details>
              <summary>
                <b className={styles.name}>{method.method}</b> {textIn(method.sentence, language)}
              </summary>
              <dl className={styles.lines}>
                <dt>{say('numerator')}</dt>
                <dd>{textIn(method.numerator, language)}</dd>
                <dt>{say('denominator')}</dt>
                <dd>{textIn(method.denominator, language)}</dd>
                <dt>{say('interval')}</dt>
                <dd>{textIn(method.interval, language)}</dd>
                <dt>{say('source')}</dt>
                <dd>{method.source}</dd>
              </dl>
            </details>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Trends of all measures over the quarters, and the changes of level of the whole. */
function useTrends() {
  const formats = useFormats()
  const { workspace, period: _, ...filters } = useFilters()
  const { query } = useApi(measurementContract)
  const input = { workspace, ...filters }
  const trend = useQuery(
    query.figures.read.queryOptions({ input: { ...input, by: 'quarter', period: 'all', compare: 'none' } }),
  )
  const { series } = useChangesBy('touchpoint')
  return (measure: string) => ({
    trend: trendPoints(trend.data?.figures.filter((one) => one.measure === measure) ?? [], {
      grain: 'quarter',
      count: 12,
    }).map(({ name, from, estimate }) => ({
      label: periodName({ name, from, to: from }, formats),
      estimate,
    })),
    change: series.find((one) => one.group === null && one.measure.key === measure)?.changes.at(-1),
  })
}

/** The catalogue: every measure, its definition, and where it stands. */
export function MeasuresPage() {
  const say = useWords(measuresPageWords)
  const language = useLanguage()
  const { workspace, ...filters } = useFilters()
  const { query } = useApi(measurementContract)
  const list = useQuery(query.measures.list.queryOptions({ input: { workspace } }))
  const figures = useQuery(query.figures.read.queryOptions({ input: { workspace, ...filters } }))
  const trendOf = useTrends()
  const mayWrite = useMay('records:write')
  const columns = [...useDefinitionColumns(), ...useFigureColumns()]
  return (
    <>
      <PageHead
        title={say('title')}
        note={say('note')}
        actions={
          mayWrite ? (
            <>
              <TakeMeasure />
              {list.data && figures.data && list.data.measures.length > 0 ? (
                <AddFormula measures={list.data.measures} figures={figures.data.figures} />
              ) : null}
            </>
          ) : null
        }
      />
      <Row>
        <QueryState query={list} height={320}>
          {({ measures, methods }) => {
            const used = new Set(measures.map((one) => one.method))
            const lines = measures.map((one) => ({
              ...one,
              text: textIn(one.name, language),
              figure: figures.data?.figures.find((figure) => figure.measure === one.key),
              ...trendOf(one.key),
            }))
            return (
              <>
                <Card>
                  {lines.length === 0 ? (
                    <NoMeasure />
                  ) : (
                    <DataTable
                      caption={say('catalogue')}
                      columns={columns}
                      rows={lines}
                      rowKey={(line) => line.key}
                    />
                  )}
                </Card>
                <Methods
                  methods={measures.length === 0 ? methods : methods.filter((one) => used.has(one.method))}
                />
              </>
            )
          }}
        </QueryState>
      </Row>
    </>
  )
}
