import type { EChartsCoreOption } from 'echarts/core'
import { axisDomain, type Domain } from '../../format/axis-domain.ts'
import type { EstimateView } from '../../format/estimate-view.ts'
import type { FigureForm, Formats } from '../../format/formats.ts'
import type { TokenName, Tokens } from '../theme/read-tokens.ts'

export interface TrendDatum {
  readonly label: string
  readonly estimate: EstimateView
}

export interface TrendNeeds {
  readonly points: readonly TrendDatum[]
  readonly form: FigureForm
  readonly promise: number | null
  readonly mark: Extract<TokenName, 'lived' | 'people'>
  /** Labels of the points at which a new level began, for the worse or for the better, with what happened then. */
  readonly marked?:
    | readonly {
        readonly label: string
        readonly isWorse: boolean
        readonly note?: string | undefined
      }[]
    | undefined
  /** Leaves the labels out of the margin, where there is none. */
  readonly narrow: boolean
  readonly formats: Formats
  readonly words: { readonly promised: string; readonly lived: string; readonly n: string }
}

const still = { silent: true, symbol: 'none', animation: false, tooltip: { show: false } } as const

const plot = { height: 258, top: 12, bottom: 26, label: 16 } as const

/** Height of the drawing, in pixels. */
export const trendHeight = plot.height

/** How far the labels at the end of the two lines move from them, up and down, so that neither covers the other. */
function labelsApart({ points, promise, domain }: TrendNeeds & { readonly domain: Domain }) {
  const end = points.findLast(({ estimate }) => estimate.value !== null)?.estimate.value
  if (end == null || promise === null) return { lived: 0, promised: 0 }
  const perUnit = (plot.height - plot.top - plot.bottom) / (domain.high - domain.low)
  const missing = Math.max(0, plot.label - Math.abs(end - promise) * perUnit) / 2
  return end >= promise ? { lived: -missing, promised: missing } : { lived: missing, promised: -missing }
}

/** The interval as a band: an invisible line at its lower end carries an area up to the upper one. */
function bandSeries({ points, mark }: TrendNeeds, tokens: Tokens) {
  const line = { ...still, type: 'line', stack: 'band', stackStrategy: 'all', lineStyle: { opacity: 0 } }
  const width = ({ estimate: { low, high } }: TrendDatum) =>
    low === null || high === null ? null : high - low
  return [
    { ...line, data: points.map((point) => point.estimate.low) },
    { ...line, data: points.map(width), areaStyle: { color: tokens[mark], opacity: 0.16 } },
  ]
}

function livedSeries(needs: TrendNeeds & { readonly domain: Domain }, tokens: Tokens) {
  const { points, form, mark, narrow, formats, words, promise } = needs
  const apart = labelsApart(needs)
  const last = points.findLast((point) => point.estimate.value !== null)
  const end = last?.estimate.value == null ? '' : formats.value(last.estimate.value, form)
  return {
    type: 'line',
    name: words.lived,
    data: points.map((point) => point.estimate.value),
    symbol: mark === 'people' ? 'rect' : 'circle',
    symbolSize: points.length > 30 ? 3 : 6,
    lineStyle: { color: tokens[mark], width: 2.2 },
    itemStyle: { color: tokens[mark] },
    animation: false,
    endLabel: {
      show: !narrow,
      formatter: `${words.lived} ${end}`,
      color: tokens.ink,
      fontWeight: 600,
      distance: 10,
      offset: [0, apart.lived],
    },
    markLine: promise === null ? undefined : promiseLine({ ...needs, shift: apart.promised }, tokens),
  }
}

function promiseLine(
  { promise, form, formats, words, narrow, shift }: TrendNeeds & { readonly shift: number },
  tokens: Tokens,
) {
  return {
    silent: true,
    symbol: ['none', 'diamond'],
    symbolSize: 9,
    animation: false,
    lineStyle: { color: tokens.promise, type: [5, 4], width: 1.7 },
    label: {
      formatter: `${words.promised} ${formats.value(promise ?? 0, form)}`,
      color: tokens.promise,
      fontWeight: 600,
      distance: narrow ? 4 : 10,
      offset: [0, narrow ? 0 : shift],
      position: narrow ? 'insideStartTop' : 'end',
    },
    data: [{ yAxis: promise }],
  }
}

/** An upright line with its label where a level began. */
function markSeries({ points, marked = [] }: TrendNeeds, tokens: Tokens) {
  if (marked.length === 0) return []
  const lines = marked.map(({ label, isWorse, note }) => {
    const color = isWorse ? tokens.short : tokens.ahead
    return {
      xAxis: label,
      lineStyle: { color },
      label: { formatter: [label, note].filter(Boolean).join('\n'), color },
    }
  })
  return [
    {
      ...still,
      type: 'line',
      data: points.map(() => null),
      markLine: {
        silent: true,
        symbol: 'none',
        animation: false,
        lineStyle: { type: 'solid', width: 1.4 },
        label: { position: 'insideEndTop', fontWeight: 600, distance: 4 },
        data: lines,
      },
    },
  ]
}

function tooltipText({ points, form, formats, words }: TrendNeeds) {
  return (parameters: unknown) => {
    const [first] = parameters as readonly { readonly dataIndex: number }[]
    const point = points[first?.dataIndex ?? -1]
    if (!point) return ''
    const { value, low, high, n } = point.estimate
    const interval = low === null || high === null ? '' : formats.interval({ low, high }, form)
    const shown = value === null ? '⋯' : formats.value(value, form)
    return `${point.label}<br><b>${shown}</b> ${interval} · ${words.n} ${formats.number(n)}`
  }
}

/** What is lived over time with its interval, and the promise as a line written once across. */
export function trendOption(needs: TrendNeeds, tokens: Tokens): EChartsCoreOption {
  const { points, form, promise, formats } = needs
  const values = [promise, ...points.flatMap(({ estimate: { value, low, high } }) => [value, low, high])]
  const domain = axisDomain(
    values.filter((value) => value !== null),
    form,
    5,
  )
  const text = { color: tokens.muted, fontSize: 11, fontFamily: 'Inter Variable, Inter, sans-serif' }
  return {
    textStyle: { fontFamily: text.fontFamily, fontSize: 12 },
    grid: { left: 44, right: needs.narrow ? 14 : 128, top: plot.top, bottom: plot.bottom },
    xAxis: {
      type: 'category',
      data: points.map((point) => point.label),
      boundaryGap: false,
      axisLine: { lineStyle: { color: tokens.rule } },
      axisTick: { lineStyle: { color: tokens.thin } },
      axisLabel: { ...text, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      min: domain.low,
      max: domain.high,
      splitNumber: domain.ticks.length - 1,
      splitLine: { lineStyle: { color: tokens.rule } },
      axisLabel: {
        ...text,
        formatter: (tick: number) =>
          form.unit === 'share' ? formats.percent(tick) : formats.bare(tick, form).replace(/[.,]0+$/, ''),
      },
    },
    tooltip: {
      trigger: 'axis',
      formatter: tooltipText(needs),
      backgroundColor: tokens.card,
      borderColor: tokens.rule,
      textStyle: { color: tokens.ink, fontSize: 12 },
      axisPointer: { lineStyle: { color: tokens.muted } },
    },
    series: [
      ...bandSeries(needs, tokens),
      livedSeries({ ...needs, domain }, tokens),
      ...markSeries(needs, tokens),
    ],
  }
}
