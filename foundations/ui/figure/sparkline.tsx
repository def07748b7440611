import type { EstimateView } from '../../format/estimate-view.ts'
import type { MarkKind } from '../mark/mark.tsx'
import { MarkShape } from '../mark/mark.tsx'
import { useWords } from '../words/use-words.ts'
import { figureWords } from './figure.words.ts'
import styles from './sparkline.module.css'

export interface SparkPoint {
  readonly label: string
  readonly estimate: EstimateView
}

interface Placed {
  readonly x: number
  readonly value: number
  readonly low: number
  readonly high: number
}

const width = 138
const height = 38
const edge = 5

function placedPoints(points: readonly SparkPoint[]): Placed[] {
  const step = width / Math.max(1, points.length - 1)
  return points.flatMap(({ estimate }, index) => {
    if (estimate.value === null) return []
    const { value, low, high } = estimate
    return [{ x: index * step, value, low: low ?? value, high: high ?? value }]
  })
}

function heightOf(placed: readonly Placed[]) {
  const low = Math.min(...placed.map((point) => point.low))
  const high = Math.max(...placed.map((point) => point.high))
  const span = high - low || 1
  return (value: number) => height - edge - ((value - low) * (height - 2 * edge)) / span
}

const pathOf = (pairs: readonly (readonly [number, number])[]) =>
  `M${pairs.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`

interface SparklineProps {
  readonly points: readonly SparkPoint[]
  readonly mark?: MarkKind | 'ink'
}

/** How a figure came here: line with its interval as a band; nothing is drawn before three periods. */
export function Sparkline({ points, mark = 'lived' }: SparklineProps) {
  const say = useWords(figureWords)
  const placed = placedPoints(points)
  const last = placed.at(-1)
  if (placed.length < 3 || !last) return <div className={styles.box} aria-hidden="true" />
  const y = heightOf(placed)
  const color = `var(--${mark})`
  const band = [
    ...placed.map((point) => [point.x, y(point.high)] as const),
    ...placed.map((point) => [point.x, y(point.low)] as const).reverse(),
  ]
  const values = { count: placed.length, from: points[0]?.label ?? '', to: points.at(-1)?.label ?? '' }
  return (
    <div className={styles.box}>
      <svg
        className={styles.lines}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={say('sparkline', values)}
      >
        <path d={`${pathOf(band)}Z`} fill={color} opacity={0.13} />
        <path
          d={pathOf(placed.map((point) => [point.x, y(point.value)] as const))}
          fill="none"
          stroke={color}
          strokeWidth={1.6}
          strokeLinejoin="round"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <svg
        className={styles.end}
        style={{ left: `calc((100% - 6px) * ${(last.x / width).toFixed(4)})` }}
        width={1}
        height={height}
        aria-hidden="true"
      >
        <MarkShape
          kind={mark === 'people' ? 'people' : 'lived'}
          x={0}
          y={y(last.value)}
          radius={3.4}
          color={color}
        />
      </svg>
    </div>
  )
}
