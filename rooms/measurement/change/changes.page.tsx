import { Select } from '@mantine/core'
import { useState } from 'react'
import { textIn } from '../../../foundations/format/text-in.ts'
import { ChartCard } from '../../../foundations/ui/chart/chart-card.tsx'
import { TrendChart } from '../../../foundations/ui/chart/trend-chart.tsx'
import { trendPoints } from '../../../foundations/ui/figure/trend-points.ts'
import { useSetSearch } from '../../../foundations/ui/filters/use-filters.ts'
import { Card, Row } from '../../../foundations/ui/layout/card.tsx'
import { QueryState } from '../../../foundations/ui/state/query-state.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { AnalysisFrame } from '../analyses/analysis-frame.page.tsx'
import { AnnotationsCard } from '../annotations/annotations-card.page.tsx'
import type { Figures } from '../contract.ts'
import { AlertsCard } from './alerts-card.page.tsx'
import { ChangedSeriesTable, seriesKey, useSeriesName } from './changed-series.page.tsx'
import type { ChangedSeries, Changes, ChangesBy } from './changes.contract.ts'
import { changesWords } from './changes.words.ts'
import { useChanges, useForms, useSeries } from './use-changes.page.ts'

interface SeriesProps {
  readonly series: ChangedSeries
  readonly figures: Figures
}

function Drawn({ series, figures }: SeriesProps) {
  const say = useWords(changesWords)
  const formats = useFormats()
  const nameOf = useSeriesName()
  const form = useForms()(series)
  const measure = textIn(series.measure.name, formats.language)
  const month = (name: string) => formats.month(`${name}-01`)
  const points = trendPoints(figures.figures, { grain: 'month' }).map(({ name, estimate }) => ({
    label: month(name),
    estimate,
  }))
  return (
    <ChartCard
      title={`${nameOf(series)} · ${measure}`}
      note={say('trendNote', { measure })}
      fileName={`changes-${seriesKey(series).replace(':', '-')}`}
      table={{
        columns: [say('period'), say('value'), say('low'), say('high'), 'n'],
        rows: points.map(({ label, estimate: { value, low, high, n } }) => [label, value, low, high, n]),
      }}
    >
      <TrendChart
        name={measure}
        points={points}
        form={form}
        promise={null}
        marked={series.changes.map(({ month: began, isWorse, annotations }) => ({
          label: month(began),
          isWorse,
          note: annotations[0] && textIn(annotations[0].name, formats.language),
        }))}
      />
    </ChartCard>
  )
}

function Trend({ by, series }: { readonly by: ChangesBy; readonly series: ChangedSeries }) {
  const figures = useSeries(by, series)
  return (
    <QueryState query={figures} height={340}>
      {(read) => <Drawn series={series} figures={read} />}
    </QueryState>
  )
}

function Signals({ series }: { readonly series: readonly ChangedSeries[] }) {
  const say = useWords(changesWords)
  const formats = useFormats()
  const nameOf = useSeriesName()
  if (series.length === 0) return null
  return (
    <Card title={say('signals')} note={say('signalsNote')}>
      <ul>
        {series.map((one) => (
          <li key={seriesKey(one)}>
            {nameOf(one)} · {textIn(one.measure.name, formats.language)}:{' '}
            {formats.list(one.beyond.map((name) => formats.month(`${name}-01`)))}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Body({ changes }: { readonly changes: Changes }) {
  const changed = changes.series.filter(({ state }) => state === 'changed')
  const [wanted, choose] = useState('')
  const shown = changed.find((one) => seriesKey(one) === wanted) ?? changed[0]
  return (
    <Row>
      {shown ? (
        <>
          <Trend by={changes.by} series={shown} />
          <ChangedSeriesTable series={changed} chosen={seriesKey(shown)} onChoose={choose} />
        </>
      ) : null}
      <AlertsCard />
      <Signals series={changes.series.filter(({ state }) => state === 'signal').slice(0, 20)} />
      <AnnotationsCard />
    </Row>
  )
}

/** What changed its level and when, over every measure at once. */
export function ChangesPage() {
  const say = useWords(changesWords)
  const formats = useFormats()
  const set = useSetSearch()
  const { by, changes, exportAs } = useChanges()
  return (
    <AnalysisFrame
      crumb={say('crumb')}
      name={say('name')}
      query={changes}
      choices={
        <Select
          w={200}
          label={say('by')}
          data={(['touchpoint', 'unit'] as const).map((value) => ({ value, label: say(value) }))}
          value={by}
          onChange={(chosen) => set({ by: chosen === 'unit' ? chosen : undefined })}
        />
      }
      exportAs={exportAs}
      note={({ looked, tooFew }) =>
        say('note', { looked: formats.number(looked), tooFew: formats.number(tooFew) })
      }
    >
      {(result) => <Body changes={result} />}
    </AnalysisFrame>
  )
}
