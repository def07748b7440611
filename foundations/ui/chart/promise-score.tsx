import type { Domain } from '../../format/axis-domain.ts'
import { intervalOf } from '../../format/estimate-view.ts'
import type { FigureForm } from '../../format/formats.ts'
import { type Better, gapState } from '../../format/gap-state.ts'
import { gapText } from '../../format/gap-text.ts'
import { figureWords } from '../figure/figure.words.ts'
import { MarkShape } from '../mark/mark.tsx'
import { useFormats } from '../words/use-formats.ts'
import { useWords } from '../words/use-words.ts'
import { chartWords } from './chart.words.ts'
import { Drawing } from './drawing.tsx'
import { nameLines, type PromiseRow } from './promise-row.ts'

const left = 46
const top = 34
const plotHeight = 226
const bottom = top + plotHeight
const height = bottom + 54

/** Height of the picture, to keep room for it. */
export const scoreHeight = height
const halo = { paintOrder: 'stroke', stroke: 'var(--card)', strokeWidth: 4, strokeLinejoin: 'round' } as const

interface Place {
  readonly x: (index: number) => number
  readonly y: (value: number) => number
  readonly column: number
  readonly width: number
}

interface LayerProps {
  readonly rows: readonly PromiseRow[]
  readonly place: Place
}

type Point = readonly [number, number]
const pathOf = (points: readonly Point[]) => `M${points.map((point) => point.join(' ')).join('L')}`

function placeOf(width: number, count: number, domain: Domain): Place {
  const column = (width - left) / count
  const span = domain.high - domain.low
  return {
    width,
    column,
    x: (index) => left + (index + 0.5) * column,
    y: (value) => bottom - ((value - domain.low) / span) * plotHeight,
  }
}

function Staves({
  domain,
  form,
  place,
  count,
}: {
  domain: Domain
  form: FigureForm
  place: Place
  count: number
}) {
  const formats = useFormats()
  const bars = Array.from({ length: count - 1 }, (_, index) => left + (index + 1) * place.column)
  return (
    <g>
      {domain.ticks.map((tick) => (
        <g key={tick}>
          <line x1={left} x2={place.width} y1={place.y(tick)} y2={place.y(tick)} stroke="var(--rule)" />
          <text x={left - 9} y={place.y(tick) + 4} textAnchor="end" fontSize={11} fill="var(--muted)">
            {form.unit === 'share'
              ? formats.percent(tick)
              : formats.number(tick, { digits: tick % 1 ? 1 : 0 })}
          </text>
        </g>
      ))}
      {bars.map((x) => (
        <line key={x} x1={x} x2={x} y1={top - 6} y2={bottom} stroke="var(--rule)" />
      ))}
      <line x1={left} x2={left} y1={top - 6} y2={bottom} stroke="var(--ink)" strokeWidth={1.2} />
      <line x1={place.width - 6} x2={place.width - 6} y1={top - 6} y2={bottom} stroke="var(--ink)" />
      <line
        x1={place.width - 1.5}
        x2={place.width - 1.5}
        y1={top - 6}
        y2={bottom}
        stroke="var(--ink)"
        strokeWidth={3}
      />
    </g>
  )
}

/** Neighbouring points that both hold a value, so that a line never crosses what is not known. */
function runsOf(points: readonly (Point | null)[]): Point[][] {
  const runs: Point[][] = [[]]
  for (const point of points) {
    if (point) runs.at(-1)?.push(point)
    else if (runs.at(-1)?.length) runs.push([])
  }
  return runs.filter((run) => run.length > 1)
}

function Lines({ rows, place }: LayerProps) {
  const line = (valueIn: (row: PromiseRow) => number | null) =>
    runsOf(
      rows.map((row, index) => {
        const value = valueIn(row)
        return value === null ? null : ([place.x(index), place.y(value)] as const)
      }),
    )
  return (
    <g fill="none">
      {line((row) => row.promise).map((run) => (
        <path
          key={run.join()}
          d={pathOf(run)}
          stroke="var(--promise)"
          strokeWidth={1.7}
          strokeDasharray="5 4"
        />
      ))}
      {line((row) => row.estimate.value).map((run) => (
        <path key={run.join()} d={pathOf(run)} stroke="var(--lived)" strokeWidth={2} />
      ))}
    </g>
  )
}

function Shades({ rows, place, better }: LayerProps & { readonly better: Better }) {
  const half = place.column * 0.3
  return (
    <g>
      {rows.map((row, index) => {
        const state = gapState(row.gap, better)
        if (row.promise === null || row.estimate.value === null) return null
        if (state !== 'short' && state !== 'ahead') return null
        const [a, b] = [place.y(row.promise), place.y(row.estimate.value)]
        return (
          <rect
            key={row.key}
            x={place.x(index) - half}
            width={2 * half}
            y={Math.min(a, b)}
            height={Math.abs(a - b)}
            fill={`var(--${state})`}
            opacity={0.11}
          />
        )
      })}
    </g>
  )
}

function Marks({ rows, place }: LayerProps) {
  return (
    <g>
      {rows.map((row, index) => {
        const x = place.x(index)
        const interval = intervalOf(row.estimate)
        return (
          <g key={row.key}>
            {interval ? (
              <g stroke="var(--lived)" strokeWidth={1.4}>
                <line x1={x} x2={x} y1={place.y(interval.low)} y2={place.y(interval.high)} />
                <line x1={x - 3} x2={x + 3} y1={place.y(interval.low)} y2={place.y(interval.low)} />
                <line x1={x - 3} x2={x + 3} y1={place.y(interval.high)} y2={place.y(interval.high)} />
              </g>
            ) : null}
            {row.estimate.value === null ? null : (
              <MarkShape kind="lived" x={x} y={place.y(row.estimate.value)} radius={4.2} />
            )}
            {row.promise === null ? null : <MarkShape kind="promise" x={x} y={place.y(row.promise)} />}
          </g>
        )
      })}
    </g>
  )
}

/** Where the label of a gap finds room: between the marks if they lie apart, else under or over both. */
function labelHeight(row: PromiseRow, place: Place): number {
  const ys = [row.promise, row.estimate.value].filter((value) => value !== null).map(place.y)
  const [upper, lower] = [Math.min(...ys), Math.max(...ys)]
  if (lower - upper > 40) return (upper + lower) / 2 + 4
  return lower + 20 < bottom ? lower + 20 : upper - 12
}

/** Width of a column in which a label of usual size finds room. */
const roomy = 96

interface LabelProps extends LayerProps {
  readonly form: FigureForm
  readonly better: Better
}

function GapLabels({ rows, place, form, better }: LabelProps) {
  const formats = useFormats()
  return (
    <g textAnchor="middle" fontWeight={600} fontSize={place.column < roomy ? 10.5 : 12}>
      {rows.map((row, index) => {
        const state = gapState(row.gap, better)
        if (state !== 'short' && state !== 'ahead') return null
        return (
          <text
            key={row.key}
            x={place.x(index)}
            y={labelHeight(row, place)}
            fill={`var(--${state})`}
            {...halo}
          >
            {gapText({ gap: row.gap, form, better, formats, short: true })}
          </text>
        )
      })}
    </g>
  )
}

function Names({ rows, place }: LayerProps) {
  return (
    <g textAnchor="middle" fontWeight={600}>
      {rows.map((row, index) => {
        const lines = nameLines(row.name, Math.floor(place.column / 7))
        return (
          <text key={row.key} x={place.x(index)} y={lines.length === 1 ? 17 : 9}>
            <title>{row.name}</title>
            {lines.map((line, at) => (
              <tspan key={line} x={place.x(index)} dy={at === 0 ? 0 : 14}>
                {line}
              </tspan>
            ))}
          </text>
        )
      })}
    </g>
  )
}

function Foot({ rows, place, form }: LayerProps & { readonly form: FigureForm }) {
  const formats = useFormats()
  const sayFigure = useWords(figureWords)
  return (
    <g textAnchor="middle" fontSize={11} fill="var(--muted)">
      {rows.map((row, index) => {
        const interval = intervalOf(row.estimate)
        return (
          <g key={row.key}>
            <text x={place.x(index)} y={bottom + 18} fontSize={12} fontWeight={600} fill="var(--ink)">
              {row.estimate.value === null ? '⋯' : formats.value(row.estimate.value, form)}
            </text>
            <text x={place.x(index)} y={bottom + 33}>
              {interval ? formats.interval(interval, form) : ''}
            </text>
            <text x={place.x(index)} y={bottom + 47}>
              {sayFigure('n', { n: formats.number(row.estimate.n) })}
            </text>
          </g>
        )
      })}
    </g>
  )
}

/** Names the two lines where they end, so that no legend is needed. */
function LineNames({ rows, place }: LayerProps) {
  const say = useWords(chartWords)
  const last = rows.length - 1
  const row = rows[last]
  if (row?.promise == null || row.estimate.value === null) return null
  const [promised, lived] = [place.y(row.promise), place.y(row.estimate.value)]
  const over = promised <= lived
  return (
    <g textAnchor="middle" fontWeight={600} {...halo}>
      <text x={place.x(last)} y={over ? promised - 11 : promised + 19} fill="var(--promise)">
        {say('promised')}
      </text>
      {Math.abs(promised - lived) > 70 ? (
        <text x={place.x(last)} y={over ? lived + 27 : lived - 19}>
          {say('lived')}
        </text>
      ) : null}
    </g>
  )
}

interface PromiseScoreProps {
  readonly rows: readonly PromiseRow[]
  readonly width: number
  readonly form: FigureForm
  readonly better: Better
  readonly domain: Domain
  readonly label: string
}

/** The written line and the played one, touchpoint by touchpoint, as on a stave. */
export function PromiseScore({ rows, width, form, better, domain, label }: PromiseScoreProps) {
  const say = useWords(chartWords)
  const place = placeOf(width, rows.length, domain)
  return (
    <Drawing width={width} height={height} label={label}>
      {(hatch) => (
        <>
          {rows.map((row, index) =>
            row.estimate.value === null ? (
              <rect
                key={row.key}
                x={left + index * place.column}
                y={top - 6}
                width={place.column}
                height={plotHeight + 6}
                fill={hatch}
                opacity={0.55}
              />
            ) : null,
          )}
          <Staves domain={domain} form={form} place={place} count={rows.length} />
          <Shades rows={rows} place={place} better={better} />
          <Lines rows={rows} place={place} />
          <Marks rows={rows} place={place} />
          <GapLabels rows={rows} place={place} form={form} better={better} />
          <LineNames rows={rows} place={place} />
          <Names rows={rows} place={place} />
          <Foot rows={rows} place={place} form={form} />
          <text x={0} y={bottom + 18} fontWeight={600}>
            {say('lived')}
          </text>
        </>
      )}
    </Drawing>
  )
}
