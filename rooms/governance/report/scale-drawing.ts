import type { ReportScale } from './report-blocks.ts'

/** The colours of the paper: those of the screens in their light theme. */
export const inks = {
  ink: '#1c1b1a',
  muted: '#55514c',
  rule: '#d5d0c6',
  promise: '#27407a',
  lived: '#c4631a',
  short: '#b5382a',
  ahead: '#2f7d6b',
} as const

const width = 190
const height = 20
const middle = height / 2
const margin = 6

/** The promise as a diamond and what is lived as a disc with its interval, on one axis, as an SVG. */
export function scaleDrawing({ domain, promise, lived, low, high, state }: ReportScale): string {
  const span = domain.high - domain.low
  const x = (value: number) => rounded(margin + ((value - domain.low) / span) * (width - 2 * margin))
  const parts = [line([margin, width - margin], { colour: inks.rule, thick: 1 })]
  if (lived !== null && (state === 'short' || state === 'ahead'))
    parts.push(line([x(lived), x(promise)], { colour: inks[state], thick: 5, opacity: 0.22 }))
  if (low !== null && high !== null) {
    parts.push(line([x(low), x(high)], { colour: inks.lived, thick: 1.4 }))
    for (const end of [low, high])
      parts.push(
        `<path d="M${x(end)} ${middle - 3.5}V${middle + 3.5}" stroke="${inks.lived}" stroke-width="1.4" fill="none"/>`,
      )
  }
  if (lived !== null) parts.push(`<circle cx="${x(lived)}" cy="${middle}" r="3.8" fill="${inks.lived}"/>`)
  const at = x(promise)
  parts.push(
    `<path d="M${at} ${middle - 5}L${at + 5} ${middle}L${at} ${middle + 5}L${at - 5} ${middle}Z" fill="#ffffff" stroke="${inks.promise}" stroke-width="1.5"/>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${parts.join('')}</svg>`
}

interface Pen {
  readonly colour: string
  readonly thick: number
  readonly opacity?: number
}

function line([from, to]: readonly [number, number], { colour, thick, opacity = 1 }: Pen): string {
  return `<path d="M${from} ${middle}H${to}" stroke="${colour}" stroke-width="${thick}" stroke-opacity="${opacity}" fill="none"/>`
}

const rounded = (value: number) => Math.round(value * 10) / 10
