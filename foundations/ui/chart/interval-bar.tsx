import type { EstimateView } from '../../format/estimate-view.ts'

interface IntervalBarProps {
  readonly estimate: EstimateView
  /** Ends of the line; zero is marked where it lies within. */
  readonly low: number
  readonly high: number
  /** What the bar says, for those who do not see it. */
  readonly label: string
  /** Begins at zero where the figure is an amount; else a dot stands at its value. */
  readonly filled?: boolean
  /** Drawn grey: not told apart from nothing. */
  readonly faint?: boolean
  readonly color?: 'lived' | 'promise' | 'people' | 'ink'
}

const height = 18
const middle = height / 2

/** A figure on a line: a bar from zero or a dot, with its interval as a whisker. */
export function IntervalBar({
  estimate,
  low,
  high,
  label,
  filled,
  faint,
  color = 'lived',
}: IntervalBarProps) {
  const at = (value: number) =>
    `${(((Math.min(high, Math.max(low, value)) - low) / (high - low || 1)) * 100).toFixed(2)}%`
  const stroke = faint ? 'var(--thin)' : `var(--${color})`
  const { value } = estimate
  const [from, to] = value === null ? [0, 0] : [Math.min(0, value), Math.max(0, value)]
  return (
    <svg width="100%" height={height} role="img" aria-label={label}>
      <line x1="0%" x2="100%" y1={middle} y2={middle} stroke="var(--rule)" />
      {low <= 0 && high >= 0 ? (
        <line x1={at(0)} x2={at(0)} y1={2} y2={height - 2} stroke="var(--muted)" />
      ) : null}
      {filled && value !== null ? (
        <rect
          x={at(from)}
          width={`${((to - from) / (high - low || 1)) * 100}%`}
          y={middle - 5}
          height={10}
          fill={stroke}
          opacity={0.32}
        />
      ) : null}
      {estimate.low !== null && estimate.high !== null ? (
        <g stroke={stroke} strokeWidth={1.4}>
          <line x1={at(estimate.low)} x2={at(estimate.high)} y1={middle} y2={middle} />
          <line x1={at(estimate.low)} x2={at(estimate.low)} y1={middle - 4} y2={middle + 4} />
          <line x1={at(estimate.high)} x2={at(estimate.high)} y1={middle - 4} y2={middle + 4} />
        </g>
      ) : null}
      {value === null ? null : <circle cx={at(value)} cy={middle} r={4} fill={stroke} />}
    </svg>
  )
}
