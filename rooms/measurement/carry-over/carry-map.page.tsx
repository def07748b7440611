import { textIn } from '../../../foundations/format/text-in.ts'
import { ChartCard } from '../../../foundations/ui/chart/chart-card.tsx'
import { MeasuredDrawing } from '../../../foundations/ui/chart/measured-drawing.tsx'
import { nameLines } from '../../../foundations/ui/chart/promise-row.ts'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import type { CarryOver } from './carry-over.contract.ts'
import { carryOverWords } from './carry-over.words.ts'

/** An arc from one touchpoint to a later one. */
interface Arc {
  readonly from: string
  readonly to: string
  readonly text: string
  /** Share or slope: the thicker the arc, the more is carried. */
  readonly size: number
  readonly isIncident: boolean
}

const line = 118
const height = 268
const narrowest = 760

function useArcs({ incidents, links }: CarryOver): Arc[] {
  const formats = useFormats()
  const carried = incidents.flatMap(({ at, later }) =>
    later
      .filter(({ isTold, share }) => isTold && share.value !== null)
      .map(({ at: next, share }): Arc => {
        const text = `${formats.percent(share.value!)} ${formats.between(formats.percent(share.low!), formats.percent(share.high!))}`
        return { from: at.key, to: next.key, text, size: Math.min(1, share.value!), isIncident: true }
      }),
  )
  const together = links
    .filter(({ isTold }) => isTold)
    .map(({ from, to, slope }): Arc => {
      const text = formats.number(slope.value!, { digits: 2, signed: true })
      return {
        from: from.key,
        to: to.key,
        text,
        size: Math.min(1, Math.abs(slope.value!)),
        isIncident: false,
      }
    })
  return [...carried, ...together]
}

/** Touchpoints in a row; arcs above for what incidents carry, below for marks that go together. */
export function CarryMap({ carryOver }: { readonly carryOver: CarryOver }) {
  const say = useWords(carryOverWords)
  const { language } = useFormats()
  const arcs = useArcs(carryOver)
  const name = (key: string) =>
    textIn(carryOver.touchpoints.find((one) => one.key === key)?.name ?? key, language)
  const label = arcs.map(({ from, to, text }) =>
    say('mapLabel', { from: name(from), to: name(to), value: text }),
  )
  return (
    <ChartCard
      title={say('mapTitle')}
      note={say('mapNote')}
      span={12}
      fileName="carry-over"
      table={{
        columns: [say('path'), say('share')],
        rows: arcs.map(({ from, to, text }) => [`${name(from)} → ${name(to)}`, text]),
      }}
    >
      <MeasuredDrawing height={height} minWidth={narrowest} label={label.join('; ') || say('nothing')}>
        {(width) => (
          <Arcs arcs={arcs} touchpoints={carryOver.touchpoints} width={width} nothing={say('nothing')} />
        )}
      </MeasuredDrawing>
    </ChartCard>
  )
}

interface ArcsProps extends Pick<CarryOver, 'touchpoints'> {
  readonly arcs: readonly Arc[]
  readonly width: number
  readonly nothing: string
}

function Arcs({ arcs, touchpoints, width, nothing }: ArcsProps) {
  const { language } = useFormats()
  const column = width / Math.max(1, touchpoints.length)
  const x = (key: string) => (touchpoints.findIndex((one) => one.key === key) + 0.5) * column
  return (
    <g>
      <line x1={0} x2={width} y1={line} y2={line} stroke="var(--rule)" />
      {arcs.length === 0 ? (
        <text x={width / 2} y={line - 40} textAnchor="middle" fontSize={13} fill="var(--muted)">
          {nothing}
        </text>
      ) : null}
      {arcs.map(({ from, to, text, size, isIncident }) => {
        const [start, end] = [x(from), x(to)]
        const rise = Math.min(92, 34 + Math.abs(end - start) / 4)
        const top = isIncident ? line - 10 - rise : line + 66 + rise
        const foot = isIncident ? line - 10 : line + 52
        const color = isIncident ? 'var(--ink)' : 'var(--lived)'
        return (
          <g key={`${from} ${to} ${isIncident}`}>
            <path
              d={`M${start} ${foot}C${start} ${top} ${end} ${top} ${end} ${foot}`}
              fill="none"
              stroke={color}
              strokeWidth={1.5 + 5 * size}
              opacity={isIncident ? 0.85 : 0.6}
            />
            <path
              d={
                isIncident
                  ? `M${end - 6} ${foot - 9}L${end} ${foot}L${end + 6} ${foot - 9}`
                  : `M${end - 6} ${foot + 9}L${end} ${foot}L${end + 6} ${foot + 9}`
              }
              fill="none"
              stroke={color}
              strokeWidth={2}
            />
            <text
              x={(start + end) / 2}
              y={isIncident ? foot - rise * 0.75 - 8 : foot + rise * 0.75 + 24}
              textAnchor="middle"
              fontSize={13}
              fontWeight={600}
              fill="var(--ink)"
              paintOrder="stroke"
              stroke="var(--card)"
              strokeWidth={4}
            >
              {text}
            </text>
          </g>
        )
      })}
      {touchpoints.map(({ key, name }) => (
        <g key={key}>
          <circle cx={x(key)} cy={line} r={5} fill="var(--promise)" />
          {nameLines(textIn(name, language), Math.floor(column / 6.6)).map((words, row) => (
            <text
              key={words}
              x={x(key)}
              y={line + 22 + 14 * row}
              textAnchor="middle"
              fontSize={12}
              fill="var(--ink)"
            >
              {words}
            </text>
          ))}
        </g>
      ))}
    </g>
  )
}
