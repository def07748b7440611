import styles from './day-bars.module.css'

export interface DayBar {
  readonly day: string
  readonly count: number
  /** What arrived that day and is not counted yet; stands above the bar, paler. */
  readonly waiting?: number
}

interface DayBarsProps {
  /** What the drawing shows, in a sentence. */
  readonly label: string
  readonly days: readonly DayBar[]
  readonly height?: number
  readonly width?: number
}

/** How much came on each day: a bar a day from zero; days without anything stay empty. */
export function DayBars({ label, days, height = 30, width = 150 }: DayBarsProps) {
  const step = width / Math.max(1, days.length)
  const most = Math.max(1, ...days.map(({ count, waiting = 0 }) => count + waiting))
  const tall = (count: number) => (count === 0 ? 0 : Math.max(1.5, (count / most) * (height - 2)))
  return (
    <svg
      className={styles.bars}
      viewBox={`0 0 ${width} ${height}`}
      style={{ height }}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <line x1={0} x2={width} y1={height - 0.5} y2={height - 0.5} vectorEffect="non-scaling-stroke" />
      {days.map(({ day, count, waiting = 0 }, index) => (
        <g key={day}>
          <rect
            x={index * step + step * 0.12}
            width={step * 0.76}
            y={height - 1 - tall(count)}
            height={tall(count)}
          />
          <rect
            data-kind="waiting"
            x={index * step + step * 0.12}
            width={step * 0.76}
            y={height - 1 - tall(count) - tall(waiting)}
            height={tall(waiting)}
          />
        </g>
      ))}
    </svg>
  )
}
