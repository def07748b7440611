import { type ReactNode, useId } from 'react'

interface DrawingProps {
  readonly width: number
  readonly height: number
  /** What the drawing shows, in a sentence, for those who do not see it. */
  readonly label: string
  /** Receives the name of the hatch that stands for thin data. */
  readonly children: (hatch: string) => ReactNode
}

/** A drawing made of plain shapes, whole in itself so that it can be exported as it is. */
export function Drawing({ width, height, label, children }: DrawingProps) {
  const hatch = `hatch-${useId().replaceAll(/[^a-z0-9]/gi, '')}`
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      fontFamily="var(--sans)"
      fontSize={12}
      fill="var(--ink)"
    >
      <defs>
        <pattern id={hatch} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1={0} y1={0} x2={0} y2={5} stroke="var(--thin)" strokeWidth={1.6} />
        </pattern>
      </defs>
      {children(`url(#${hatch})`)}
    </svg>
  )
}
