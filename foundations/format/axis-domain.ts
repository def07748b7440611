import { type FigureForm, isDifference } from './formats.ts'

export interface Domain {
  readonly low: number
  readonly high: number
  readonly ticks: readonly number[]
}

/** Ends of the scale on which a unit is written; counts have no upper end. */
export function scaleEnds(form: FigureForm): { low: number; high: number | null } {
  const ends = endsOfUnit(form)
  if (!isDifference(form) || ends.high === null) return ends
  return { low: ends.low - ends.high, high: ends.high - ends.low }
}

function endsOfUnit({ unit, scale }: FigureForm): { low: number; high: number | null } {
  if (unit === 'points') return { low: -100, high: 100 }
  if (unit === 'share') return { low: 0, high: 1 }
  if (unit === 'score' && scale) return scale
  if (unit === 'money') return { low: scale?.low ?? 0, high: null }
  return { low: 0, high: null }
}

/** The step 1, 2 or 5 × 10^k that cuts a width in about `parts`. */
function niceStep(width: number, parts: number): number {
  const raw = width / parts
  const power = 10 ** Math.floor(Math.log10(raw))
  const error = raw / power
  if (error >= Math.sqrt(50)) return 10 * power
  if (error >= Math.sqrt(10)) return 5 * power
  return error >= Math.SQRT2 ? 2 * power : power
}

const rounded = (value: number) => Number(value.toPrecision(12))

interface Span {
  readonly low: number
  readonly high: number
}

/** Widens a span to whole steps counted from `origin`, without leaving the scale. */
function widened(span: Span, scale: { low: number; high: number | null }, parts: number): Domain {
  const origin = Math.max(scale.low, 0)
  const step = niceStep(span.high - span.low || 1, parts)
  const low = rounded(Math.floor((span.low - origin) / step + 1e-9) * step + origin)
  const top = rounded(Math.ceil((span.high - origin) / step - 1e-9) * step + origin)
  const high = Math.min(top, scale.high ?? top)
  const count = Math.floor((high - low) / step + 1e-9)
  const ticks = Array.from({ length: count + 1 }, (_, index) => rounded(low + index * step))
  return { low, high, ticks: ticks.at(-1) === high ? ticks : [...ticks, high] }
}

/** An axis that holds all values and shows an end of the scale or zero, whichever leaves the picture larger. */
export function axisDomain(values: readonly number[], form: FigureForm, parts = 4): Domain {
  const ends = scaleEnds(form)
  if (values.length === 0) return widened({ low: ends.low, high: ends.high ?? 1 }, ends, parts)
  const lowest = Math.min(...values)
  const highest = Math.max(...values)
  const margin = (highest - lowest) * 0.12 || Math.abs(highest) * 0.1 || 1
  const anchors = [ends.low, 0, ends.high].filter((end): end is number => end !== null)
  const spans = anchors.map((anchor) => ({
    low: Math.max(ends.low, Math.min(anchor, lowest - margin)),
    high: Math.min(ends.high ?? Number.POSITIVE_INFINITY, Math.max(anchor, highest + margin)),
  }))
  const smallest = spans.reduce((best, span) => (span.high - span.low < best.high - best.low ? span : best))
  return widened(smallest, ends, parts)
}
