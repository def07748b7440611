export const markKinds = ['promise', 'lived', 'people'] as const
export type MarkKind = (typeof markKinds)[number]

interface MarkShapeProps {
  readonly kind: MarkKind
  readonly x: number
  readonly y: number
  /** Half of the width of the mark. */
  readonly radius?: number
  readonly color?: string
}

/** The mark inside a drawing: open diamond promised, dot lived, square what employees live. */
export function MarkShape({ kind, x, y, radius = 4.4, color }: MarkShapeProps) {
  const fill = color ?? `var(--${kind})`
  if (kind === 'lived') return <circle cx={x} cy={y} r={radius} fill={fill} />
  if (kind === 'people') {
    const half = radius * 0.86
    return <rect x={x - half} y={y - half} width={2 * half} height={2 * half} fill={fill} />
  }
  const wide = radius * 1.14
  return (
    <path
      d={`M${x} ${y - wide}L${x + wide} ${y}L${x} ${y + wide}L${x - wide} ${y}Z`}
      fill="var(--card)"
      stroke={fill}
      strokeWidth={1.6}
    />
  )
}

/** The mark beside a word; the word says what it is, so the mark itself stays silent. */
export function Mark({ kind, size = 12 }: { readonly kind: MarkKind; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true" style={{ flex: 'none' }}>
      <MarkShape kind={kind} x={6} y={6} />
    </svg>
  )
}
