import { useElementSize } from '@mantine/hooks'
import { useFormats } from '../words/use-formats.ts'
import styles from './band-lines.module.css'

export interface BandPoint {
  readonly x: number
  readonly y: number
  readonly low: number | null
  readonly high: number | null
}

/** A line with its interval as a band. Lines differ in colour and in dash. */
export interface BandLine {
  readonly key: string
  readonly name: string
  readonly color: 'lived' | 'promise' | 'people' | 'short' | 'ahead' | 'muted'
  readonly dash?: string
  readonly points: readonly BandPoint[]
}

interface BandAxis {
  readonly label: string
  readonly write: (value: number) => string
  /** Values written along it. */
  readonly ticks: readonly number[]
}

interface BandLinesProps {
  readonly label: string
  readonly lines: readonly BandLine[]
  readonly x: BandAxis
  readonly y: BandAxis
  /** An upright line at a value that matters, with what it says. */
  readonly mark?: { readonly x: number; readonly text: string } | null
}

const height = 280
const pad = { top: 12, bottom: 40 }
/** Room left of the drawing: the name of the axis, then its longest value. */
const leftOf = ({ write, ticks }: BandAxis) =>
  30 + 7 * Math.max(0, ...ticks.map((tick) => write(tick).length))
const narrow = 520

type At = (value: number) => number

function scaleOf(ticks: readonly number[], from: number, to: number): At {
  const [low, high] = [Math.min(...ticks), Math.max(...ticks)]
  return (value) => from + ((Math.min(high, Math.max(low, value)) - low) / (high - low || 1)) * (to - from)
}

function Axes({ x, y, atX, atY, width }: Pick<BandLinesProps, 'x' | 'y'> & Scales) {
  const [left, bottom] = [leftOf(y), height - pad.bottom]
  const right = Math.max(...x.ticks.map(atX))
  return (
    <g className={styles.axis}>
      {y.ticks.map((tick) => (
        <g key={tick}>
          <line x1={left} x2={right} y1={atY(tick)} y2={atY(tick)} />
          <text x={left - 6} y={atY(tick) + 4} textAnchor="end">
            {y.write(tick)}
          </text>
        </g>
      ))}
      {x.ticks.map((tick) => (
        <text key={tick} x={atX(tick)} y={bottom + 16} textAnchor="middle">
          {x.write(tick)}
        </text>
      ))}
      <text x={(left + right) / 2} y={bottom + 34} textAnchor="middle">
        {x.label}
      </text>
      <text
        x={Math.min(12, width)}
        y={pad.top + 4}
        transform={`rotate(-90 12 ${(pad.top + bottom) / 2}) translate(0 ${(bottom - pad.top) / 2})`}
        textAnchor="middle"
      >
        {y.label}
      </text>
    </g>
  )
}

interface Scales {
  readonly atX: At
  readonly atY: At
  readonly width: number
}

function Line({ line, atX, atY }: { readonly line: BandLine } & Omit<Scales, 'width'>) {
  const path = (points: readonly (readonly [number, number])[]) =>
    points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${atX(x).toFixed(1)} ${atY(y).toFixed(1)}`).join('')
  const banded = line.points.filter(({ low, high }) => low !== null && high !== null)
  const color = `var(--${line.color})`
  return (
    <g>
      {banded.length > 1 ? (
        <path
          d={`${path(banded.map(({ x, high }) => [x, high!]))}L${path(
            banded.toReversed().map(({ x, low }) => [x, low!]),
          ).slice(1)}Z`}
          fill={color}
          opacity={0.14}
        />
      ) : null}
      <path
        d={path(line.points.map(({ x, y }) => [x, y]))}
        fill="none"
        stroke={color}
        strokeWidth={2.2}
        strokeDasharray={line.dash}
      />
    </g>
  )
}

/** Names at the ends of their lines, moved down until none lies on another. */
function EndNames({ lines, atX, atY }: { readonly lines: readonly BandLine[] } & Omit<Scales, 'width'>) {
  const ends = lines
    .map(({ key, name, points }) => ({ key, name, x: atX(points.at(-1)!.x), y: atY(points.at(-1)!.y) }))
    .sort((a, b) => a.y - b.y)
  const placed: typeof ends = []
  for (const one of ends) placed.push({ ...one, y: Math.max(one.y, (placed.at(-1)?.y ?? -20) + 15) })
  return placed.map(({ key, name, x, y }) => (
    <text key={key} className={styles.name} x={x + 8} y={y + 4}>
      {name}
    </text>
  ))
}

function Legend({ lines }: { readonly lines: readonly BandLine[] }) {
  return (
    <ul className={styles.names}>
      {lines.map(({ key, name, color, dash }) => (
        <li key={key}>
          <svg width={26} height={8} aria-hidden="true">
            <line
              x1={0}
              x2={26}
              y1={4}
              y2={4}
              stroke={`var(--${color})`}
              strokeWidth={2.4}
              strokeDasharray={dash}
            />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  )
}

/** A few lines over one scale, each with its interval; their names stand at their ends, or below where there is no room. */
export function BandLines({ label, lines, x, y, mark }: BandLinesProps) {
  const { ref, width } = useElementSize()
  const formats = useFormats()
  const shown = lines.filter(({ points }) => points.length > 1)
  const isNarrow = width < narrow
  const longest = Math.max(0, ...shown.map(({ name }) => name.length))
  const right = width - (isNarrow ? 16 : Math.min(width / 3, 20 + longest * 7))
  const [atX, atY] = [scaleOf(x.ticks, leftOf(y), right), scaleOf(y.ticks, height - pad.bottom, pad.top)]
  const told = formats.list(
    shown.map(({ name, points }) => `${name} ${y.write(points.at(-1)!.y)} (${x.write(points.at(-1)!.x)})`),
  )
  return (
    <div ref={ref} style={{ minHeight: height }}>
      {width === 0 || shown.length === 0 ? null : (
        <svg width={width} height={height} role="img" aria-label={`${label}: ${told}`}>
          <Axes {...{ x, y, atX, atY, width }} />
          {mark ? (
            <g className={styles.axis}>
              <line
                x1={atX(mark.x)}
                x2={atX(mark.x)}
                y1={pad.top}
                y2={height - pad.bottom}
                strokeDasharray="3 3"
              />
              <text x={atX(mark.x) + 4} y={pad.top + 10}>
                {mark.text}
              </text>
            </g>
          ) : null}
          {shown.map((line) => (
            <Line key={line.key} {...{ line, atX, atY }} />
          ))}
          {isNarrow ? null : <EndNames {...{ lines: shown, atX, atY }} />}
        </svg>
      )}
      {isNarrow && longest > 0 ? <Legend lines={shown} /> : null}
    </div>
  )
}
