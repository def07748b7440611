import { Select } from '@mantine/core'
import { useCallback } from 'react'
import { periodName } from '../../../foundations/format/period-name.ts'
import { textIn } from '../../../foundations/format/text-in.ts'
import { useEvidence } from '../../../foundations/ui/evidence/evidence-context.ts'
import { useSetSearch } from '../../../foundations/ui/filters/use-filters.ts'
import { HeatMapCard } from '../../../foundations/ui/heat-map/heat-map-card.tsx'
import { Card, Row } from '../../../foundations/ui/layout/card.tsx'
import { PageHead } from '../../../foundations/ui/layout/page-head.tsx'
import { EmptyScreen } from '../../../foundations/ui/state/empty-screen.tsx'
import { Failed } from '../../../foundations/ui/state/failed.tsx'
import { Loading } from '../../../foundations/ui/state/loading.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useLanguage, useWords } from '../../../foundations/ui/words/use-words.ts'
import { heatChance, heatFinding, type JudgedCell } from './heat-finding.ts'
import { heatMapPageWords } from './heat-map.words.ts'
import { useHeatMap } from './use-heat-map.page.ts'

type HeatMapData = ReturnType<typeof useHeatMap>

const times = ['unit', 'month', 'quarter', 'channel'] as const

function useColumnName() {
  const say = useWords(heatMapPageWords)
  return (by: string) => {
    const time = times.find((name) => name === by)
    return time ? say(time) : say('segment', { name: by.replace('segment:', '') })
  }
}

function Choices({ map }: { readonly map: HeatMapData }) {
  const say = useWords(heatMapPageWords)
  const language = useLanguage()
  const set = useSetSearch()
  const columnName = useColumnName()
  const segments = map.segments.data?.segments.map(({ name }) => `segment:${name}`) ?? []
  return (
    <>
      <Select
        w={210}
        label={say('measure')}
        data={(map.measures.data?.measures ?? []).map(({ key, name }) => ({
          value: key,
          label: textIn(name, language),
        }))}
        value={map.measure?.key ?? null}
        onChange={(key) => key && set({ measure: key })}
      />
      <Select
        w={150}
        label={say('rows')}
        data={(['touchpoint', 'unit'] as const).map((rows) => ({ value: rows, label: say(rows) }))}
        value={map.rowsBy}
        onChange={(rows) => rows && set({ rows: rows === 'unit' ? rows : undefined })}
      />
      <Select
        w={170}
        label={say('columns')}
        data={[...times, ...segments]
          .filter((by) => by !== map.rowsBy)
          .map((by) => ({ value: by, label: columnName(by) }))}
        value={map.by}
        onChange={(by) => by && set({ by })}
      />
    </>
  )
}

/** Grouping of the evidence behind a column: units and segments narrow it, time sets its period. */
function subjectOf(by: string, column: string | null) {
  if (column === null) return {}
  if (by === 'unit') return { unit: column }
  if (by === 'month' || by === 'quarter') return { period: column }
  return by.startsWith('segment:') ? { segment: `${by.slice(8)}:${column}` } : {}
}

function NoAnswers() {
  const say = useWords(heatMapPageWords)
  return (
    <Card>
      <EmptyScreen title={say('empty')} to="understanding/imports" action={say('import')}>
        {say('emptyText')}
      </EmptyScreen>
    </Card>
  )
}

function NoMeasure() {
  const say = useWords(heatMapPageWords)
  return (
    <Card>
      <EmptyScreen title={say('noMeasure')} to="strategy/experience-file" action={say('apply')}>
        {say('noMeasureText')}
      </EmptyScreen>
    </Card>
  )
}

/** The cells as the title and the note need them. */
function judgedCells({ grid, names }: HeatMapData): JudgedCell[] {
  return (grid?.rows ?? []).flatMap(({ key, cells }) =>
    [...cells].map(([column, { tone, estimate }]) => ({
      row: names.get(key) ?? key,
      column,
      tone,
      isJudged: estimate.low !== null,
    })),
  )
}

interface HeatMapBodyProps {
  readonly map: HeatMapData
  readonly cells: readonly JudgedCell[]
}

function HeatMapBody({ map, cells }: HeatMapBodyProps) {
  const say = useWords(heatMapPageWords)
  const formats = useFormats()
  const openEvidence = useEvidence()
  const columnName = useColumnName()
  const { grid, measure, rowsBy, by, names, figures, wholes, measures } = map
  const rowName = useCallback((key: string) => names.get(key) ?? key, [names])
  const failed = [measures, figures, wholes].find((query) => query.isError)
  if (failed) return <Card>{<Failed error={failed.error} onRetry={() => void failed.refetch()} />}</Card>
  if (measures.data && !measure) return <NoMeasure />
  if (!grid || !measure || !figures.data) return <Loading height={420} />
  if (grid.rows.length === 0) return <NoAnswers />
  return (
    <HeatMapCard
      caption={say('caption', {
        measure: textIn(measure.name, formats.language),
        rows: say(rowsBy),
        columns: columnName(by),
      })}
      note={say('note', {
        period: periodName(figures.data.period, formats),
        chance: heatChance(cells, formats),
      })}
      fileName={`heat-map-${measure.key}-${rowsBy}-${by.replace(':', '-')}`}
      rowsLabel={say(rowsBy)}
      rows={grid.rows}
      columns={grid.columns}
      rowName={rowName}
      form={measure}
      onOpen={(row, column) =>
        openEvidence({ measure: measure.key, [rowsBy]: row, ...subjectOf(by, column) })
      }
    />
  )
}

/** Every touchpoint, or every unit, against units, segments or months, for one measure. */
export function HeatMapPage() {
  const say = useWords(heatMapPageWords)
  const formats = useFormats()
  const map = useHeatMap()
  const cells = judgedCells(map)
  const title = cells.length > 0 ? heatFinding(cells, map.by, formats) : say('title')
  return (
    <>
      <PageHead hasRoom title={title} documentTitle={say('title')} actions={<Choices map={map} />} />
      <Row>
        <HeatMapBody map={map} cells={cells} />
      </Row>
    </>
  )
}
