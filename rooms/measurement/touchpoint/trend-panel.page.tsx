import type { Formats } from '../../../foundations/format/formats.ts'
import { gapState } from '../../../foundations/format/gap-state.ts'
import { periodName } from '../../../foundations/format/period-name.ts'
import { textIn } from '../../../foundations/format/text-in.ts'
import { ChartCard } from '../../../foundations/ui/chart/chart-card.tsx'
import { TrendChart } from '../../../foundations/ui/chart/trend-chart.tsx'
import { trendPoints } from '../../../foundations/ui/figure/trend-points.ts'
import { useFilters } from '../../../foundations/ui/filters/use-filters.ts'
import { Card } from '../../../foundations/ui/layout/card.tsx'
import { Loading } from '../../../foundations/ui/state/loading.tsx'
import { QueryState } from '../../../foundations/ui/state/query-state.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import type { Figures } from '../contract.ts'
import { touchpointPageWords } from './touchpoint.words.ts'
import type { MeasureHere, TouchpointData } from './use-touchpoint.page.ts'

const titles = { short: 'trendShort', ahead: 'trendAhead', unclear: 'trendUnclear' } as const

/** The point of the trend in which a month lies. */
function labelOf(month: string, grain: 'month' | 'quarter', formats: Formats): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  const name = grain === 'month' ? month : `${year}-q${Math.ceil(number / 3)}`
  const from = `${month}-01`
  return periodName({ name, from, to: from }, formats)
}

interface DrawnProps {
  readonly data: TouchpointData
  readonly measure: MeasureHere
  readonly figures: Figures
}

function Drawn({ data, measure, figures }: DrawnProps) {
  const say = useWords(touchpointPageWords)
  const formats = useFormats()
  const { population } = useFilters()
  const { figure, grain, key } = data
  const name = textIn(measure.name, formats.language)
  const points = trendPoints(figures.figures, { grain }).map((point) => ({
    label: periodName({ name: point.name, from: point.from, to: point.from }, formats),
    estimate: point.estimate,
  }))
  const state = gapState(figure?.gap, measure.better)
  const marked = data.changes.map(({ month, isWorse }) => ({
    label: labelOf(month, grain, formats),
    isWorse,
  }))
  const last = data.changes.at(-1)
  const table = {
    columns: [say('period'), say('value'), say('low'), say('high'), 'n', say('promised')],
    rows: points.map(({ label, estimate: { value, low, high, n } }) => [
      label,
      value,
      low,
      high,
      n,
      figure?.promise ?? null,
    ]),
  }
  return (
    <ChartCard
      title={
        state === 'short' && last?.isWorse
          ? say('trendShortSince', { month: formats.monthLong(`${last.month}-01`) })
          : state === 'none'
            ? say('trendPlain', { measure: name })
            : say(titles[state])
      }
      note={say('trendNote', { measure: name, grain: say(grain) })}
      span={8}
      fileName={`${key}-${measure.key}`}
      table={table}
    >
      <TrendChart
        name={name}
        points={points}
        form={measure}
        promise={figure?.promise ?? null}
        marked={marked}
        mark={(measure.population ?? population) === 'employees' ? 'people' : 'lived'}
      />
    </ChartCard>
  )
}

/** What is lived here over time, against the promise. */
export function TrendPanel({ data }: { readonly data: TouchpointData }) {
  const { measure, trend, whole } = data
  const waiting = (
    <Card span={8}>
      <Loading height={322} />
    </Card>
  )
  if (!measure) return whole.isPending ? waiting : null
  return (
    <QueryState query={trend} waiting={waiting}>
      {(figures) => <Drawn data={data} measure={measure} figures={figures} />}
    </QueryState>
  )
}
