import type { Domain } from '../../format/axis-domain.ts'
import { type EstimateView, intervalOf } from '../../format/estimate-view.ts'
import type { FigureForm } from '../../format/formats.ts'
import { type Better, gapState } from '../../format/gap-state.ts'
import { MarkShape } from '../mark/mark.tsx'
import { useFormats } from '../words/use-formats.ts'
import { useWords } from '../words/use-words.ts'
import { figureWords } from './figure.words.ts'
import styles from './gap-line.module.css'

interface GapLineProps {
  readonly promise: number | null
  readonly estimate: EstimateView
  readonly gap: EstimateView | null
  readonly form: FigureForm
  readonly better?: Better
  readonly domain: Domain
  /** Writes the ticks under the line. */
  readonly axis?: boolean
}

const middle = 9

function Track({ domain, at }: { readonly domain: Domain; readonly at: (value: number) => string }) {
  return (
    <>
      <line x1="0%" x2="100%" y1={middle} y2={middle} stroke="var(--rule)" />
      {domain.ticks.map((tick) => (
        <line key={tick} x1={at(tick)} x2={at(tick)} y1={middle - 3} y2={middle + 3} stroke="var(--rule)" />
      ))}
    </>
  )
}

interface PlacedProps {
  readonly at: (value: number) => string
}

function Promised({ promise, at }: PlacedProps & { readonly promise: number }) {
  return (
    <>
      <line
        x1={at(promise)}
        x2={at(promise)}
        y1={middle - 8}
        y2={middle + 8}
        stroke="var(--promise)"
        strokeWidth={1.6}
        strokeDasharray="3 2.5"
      />
      <svg x={at(promise)} y={middle} overflow="visible" aria-hidden="true">
        <MarkShape kind="promise" x={0} y={0} />
      </svg>
    </>
  )
}

function Lived({ estimate, at }: PlacedProps & { readonly estimate: EstimateView }) {
  const interval = intervalOf(estimate)
  if (estimate.value === null) return null
  return (
    <>
      {interval ? (
        <g stroke="var(--lived)" strokeWidth={1.4}>
          <line x1={at(interval.low)} x2={at(interval.high)} y1={middle} y2={middle} />
          <line x1={at(interval.low)} x2={at(interval.low)} y1={middle - 4} y2={middle + 4} />
          <line x1={at(interval.high)} x2={at(interval.high)} y1={middle - 4} y2={middle + 4} />
        </g>
      ) : null}
      <circle cx={at(estimate.value)} cy={middle} r={4.2} fill="var(--lived)" />
    </>
  )
}

function Ticks({ domain, form }: Pick<GapLineProps, 'domain' | 'form'>) {
  const formats = useFormats()
  const span = domain.high - domain.low
  const every = Math.ceil((domain.ticks.length - 1) / 3)
  const written = domain.ticks.filter((_, index) => (domain.ticks.length - 1 - index) % every === 0)
  return (
    <div className={styles.ticks} aria-hidden="true">
      {written.map((tick) => (
        <span key={tick} style={{ left: `${((tick - domain.low) / span) * 100}%` }}>
          {form.unit === 'share'
            ? formats.percent(tick)
            : formats.number(tick, { digits: tick % 1 === 0 ? 0 : 1 })}
        </span>
      ))}
    </div>
  )
}

/** The distance between what is promised (diamond) and what is lived (dot with its interval), on one line. */
export function GapLine({ promise, estimate, gap, form, better = 'higher', domain, axis }: GapLineProps) {
  const formats = useFormats()
  const say = useWords(figureWords)
  const at = (value: number) =>
    `${(((Math.min(domain.high, Math.max(domain.low, value)) - domain.low) / (domain.high - domain.low)) * 100).toFixed(2)}%`
  const state = gapState(gap, better)
  const told = [
    promise === null ? '' : say('promised', { value: formats.value(promise, form) }),
    estimate.value === null ? '⋯' : say('lived', { value: formats.value(estimate.value, form) }),
  ]
  return (
    <div className={styles.line}>
      <svg width="100%" height={18} role="img" aria-label={told.filter(Boolean).join(', ')}>
        <Track domain={domain} at={at} />
        {promise !== null && estimate.value !== null && (state === 'short' || state === 'ahead') ? (
          <line
            x1={at(estimate.value)}
            x2={at(promise)}
            y1={middle}
            y2={middle}
            stroke={`var(--${state})`}
            strokeWidth={3.5}
            opacity={0.28}
          />
        ) : null}
        {promise === null ? null : <Promised promise={promise} at={at} />}
        <Lived estimate={estimate} at={at} />
      </svg>
      {axis ? <Ticks domain={domain} form={form} /> : null}
    </div>
  )
}
