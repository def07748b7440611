import { useElementSize } from '@mantine/hooks'
import type { EstimateView } from '../../format/estimate-view.ts'
import { useFormats } from '../words/use-formats.ts'
import styles from './cross-plot.module.css'

export interface CrossPoint {
  readonly key: string
  readonly name: string
  readonly x: EstimateView
  readonly y: EstimateView
  /** Drawn grey: not told apart from nothing. */
  readonly faint?: boolean
  readonly color?: 'lived' | 'short' | 'ahead' | 'promise' | 'people'
}

interface Axis {
  readonly label: string
  readonly write: (value: number) => string
  /** Where the picture is cut in two, if it is. */
  readonly cut?: number
}

interface CrossPlotProps {
  readonly label: string
  readonly points: readonly CrossPoint[]
  readonly x: Axis
  readonly y: Axis
  /** What the four corners mean: above left, above right, below left, below right. */
  readonly corners?: readonly [string, string, string, string]
}

const height = 380
const pad = { left: 56, right: 16, top: 14, bottom: 40 }

interface Scale {
  readonly low: number
  readonly high: number
  readonly at: (value: number) => number
}

function scaleOf(values: readonly (number | null)[], from: number, to: number): Scale {
  const known = values.filter((value) => value !== null)
  const [lowest, highest] = [Math.min(...known), Math.max(...known)]
  const margin = (highest - lowest) * 0.1 || Math.abs(highest) * 0.1 || 1
  const [low, high] = [lowest >= 0 ? Math.max(0, lowest - margin) : lowest - margin, highest + margin]
  return { low, high, at: (value) => from + ((value - low) / (high - low)) * (to - from) }
}

const ends = ({ value, low, high }: EstimateView) => [value, low, high]

function Corners({
  corners,
  width,
}: {
  readonly corners: CrossPlotProps['corners']
  readonly width: number
}) {
  if (!corners) return null
  const [left, right, top, bottom] = [
    pad.left + 8,
    width - pad.right - 8,
    pad.top + 14,
    height - pad.bottom - 8,
  ]
  const places = [
    { x: left, y: top, anchor: 'start' },
    { x: right, y: top, anchor: 'end' },
    { x: left, y: bottom, anchor: 'start' },
    { x: right, y: bottom, anchor: 'end' },
  ] as const
  return corners.map((text, index) => (
    <text
      key={text}
      className={styles.corner}
      textAnchor={places[index]!.anchor}
      x={places[index]!.x}
      y={places[index]!.y}
    >
      {text}
    </text>
  ))
}

function Axes({
  x,
  y,
  scaleX,
  scaleY,
  width,
}: Pick<CrossPlotProps, 'x' | 'y'> & { scaleX: Scale; scaleY: Scale; width: number }) {
  const bottom = height - pad.bottom
  return (
    <g className={styles.axis}>
      <line x1={pad.left} x2={width - pad.right} y1={bottom} y2={bottom} />
      <line x1={pad.left} x2={pad.left} y1={pad.top} y2={bottom} />
      {x.cut === undefined ? null : (
        <line x1={scaleX.at(x.cut)} x2={scaleX.at(x.cut)} y1={pad.top} y2={bottom} strokeDasharray="3 3" />
      )}
      {y.cut === undefined ? null : (
        <line
          x1={pad.left}
          x2={width - pad.right}
          y1={scaleY.at(y.cut)}
          y2={scaleY.at(y.cut)}
          strokeDasharray="3 3"
        />
      )}
      <text x={pad.left} y={bottom + 16}>
        {x.write(scaleX.low)}
      </text>
      <text x={width - pad.right} y={bottom + 16} textAnchor="end">
        {x.write(scaleX.high)}
      </text>
      <text x={(pad.left + width - pad.right) / 2} y={bottom + 32} textAnchor="middle">
        {x.label}
      </text>
      <text x={pad.left - 6} y={bottom} textAnchor="end">
        {y.write(scaleY.low)}
      </text>
      <text x={pad.left - 6} y={pad.top + 10} textAnchor="end">
        {y.write(scaleY.high)}
      </text>
      <text transform={`translate(14 ${(pad.top + bottom) / 2}) rotate(-90)`} textAnchor="middle">
        {y.label}
      </text>
    </g>
  )
}

/** Narrower than this, points bear numbers that a list below names. */
const narrow = 560

interface Placed {
  readonly number: number
  readonly point: CrossPoint
  readonly x: number
  readonly y: number
  readonly labelY: number
}

/** Names stand right of their points, moved down or up until none lies on another. */
function placed(points: readonly CrossPoint[], scaleX: Scale, scaleY: Scale): Placed[] {
  const shown = points.flatMap((point, index) =>
    point.x.value === null || point.y.value === null
      ? []
      : [
          {
            number: index + 1,
            point,
            x: scaleX.at(point.x.value),
            y: scaleY.at(point.y.value),
            labelY: scaleY.at(point.y.value),
          },
        ],
  )
  const done: Placed[] = []
  for (const one of [...shown].sort((a, b) => a.y - b.y)) {
    const near = done.filter((other) => Math.abs(other.x - one.x) < 130).map((other) => other.labelY + 14)
    done.push({ ...one, labelY: Math.max(one.labelY, ...near) })
  }
  return done
}

function Point({ one, scaleX, scaleY, width }: { one: Placed; scaleX: Scale; scaleY: Scale; width: number }) {
  const { number, point, x, y, labelY } = one
  const color = point.faint ? 'var(--thin)' : `var(--${point.color ?? 'lived'})`
  const isRight = x > width * 0.72
  const isNarrow = width < narrow
  return (
    <g>
      <g stroke={color} strokeWidth={1.2} opacity={0.75}>
        {point.x.low === null || point.x.high === null ? null : (
          <line x1={scaleX.at(point.x.low)} x2={scaleX.at(point.x.high)} y1={y} y2={y} />
        )}
        {point.y.low === null || point.y.high === null ? null : (
          <line x1={x} x2={x} y1={scaleY.at(point.y.low)} y2={scaleY.at(point.y.high)} />
        )}
      </g>
      <circle cx={x} cy={y} r={4.5} fill={color} />
      <text
        className={styles.name}
        data-faint={point.faint || undefined}
        x={isRight ? x - 8 : x + 8}
        y={labelY - 5}
        textAnchor={isRight ? 'end' : 'start'}
      >
        {isNarrow ? number : point.name}
      </text>
    </g>
  )
}

/** Things by two figures each, with an error cross; cut in four where that says what to do. */
export function CrossPlot({ label, points, x, y, corners }: CrossPlotProps) {
  const { ref, width } = useElementSize()
  const formats = useFormats()
  const scaleX = scaleOf(
    [...points.flatMap((point) => ends(point.x)), x.cut ?? null],
    pad.left,
    Math.max(width, 200) - pad.right,
  )
  const scaleY = scaleOf(
    [...points.flatMap((point) => ends(point.y)), y.cut ?? null],
    height - pad.bottom,
    pad.top,
  )
  const told = formats.list(
    points.map(
      ({ name, x: across, y: up }) => `${name} ${x.write(across.value ?? 0)} / ${y.write(up.value ?? 0)}`,
    ),
  )
  return (
    <div ref={ref} style={{ minHeight: height }}>
      {width === 0 || points.length === 0 ? null : (
        <svg width={width} height={height} role="img" aria-label={`${label}: ${told}`}>
          <Axes x={x} y={y} scaleX={scaleX} scaleY={scaleY} width={width} />
          <Corners corners={corners} width={width} />
          {placed(points, scaleX, scaleY).map((one) => (
            <Point key={one.point.key} one={one} scaleX={scaleX} scaleY={scaleY} width={width} />
          ))}
        </svg>
      )}
      {width > 0 && width < narrow ? (
        <ol className={styles.names}>
          {points.map(({ key, name }) => (
            <li key={key}>{name}</li>
          ))}
        </ol>
      ) : null}
    </div>
  )
}
