import { type EstimateView, intervalOf } from '../../format/estimate-view.ts'
import type { FigureForm } from '../../format/formats.ts'
import { useFormats } from '../words/use-formats.ts'

interface IntervalTextProps {
  readonly estimate: EstimateView | null | undefined
  readonly form: FigureForm
  readonly signed?: boolean
}

/** The interval of an estimate in its brackets; nothing where there is none. */
export function IntervalText({ estimate, form, signed }: IntervalTextProps) {
  const formats = useFormats()
  const interval = intervalOf(estimate)
  if (!interval) return null
  return (
    <span style={{ color: 'var(--muted)', whiteSpace: 'nowrap' }}>
      {formats.interval(interval, form, signed)}
    </span>
  )
}
