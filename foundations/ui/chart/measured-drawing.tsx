import { useElementSize } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { Drawing } from './drawing.tsx'

interface MeasuredDrawingProps {
  readonly height: number
  /** Narrower than this it scrolls, in pixels. */
  readonly minWidth?: number
  /** What the drawing shows, for those who do not see it. */
  readonly label: string
  readonly children: (width: number) => ReactNode
}

/** A drawing as wide as the place it has; its height is kept free before that is known, so that nothing moves. */
export function MeasuredDrawing({ height, minWidth = 0, label, children }: MeasuredDrawingProps) {
  const { ref, width } = useElementSize()
  const wide = Math.max(width, minWidth)
  const drawing =
    width === 0 ? null : (
      <Drawing width={wide} height={height} label={label}>
        {() => children(wide)}
      </Drawing>
    )
  const style = { minHeight: height }
  return minWidth === 0 ? (
    <div ref={ref} style={style}>
      {drawing}
    </div>
  ) : (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section ref={ref} style={{ ...style, overflowX: 'auto' }} tabIndex={0} aria-label={label}>
      {drawing}
    </section>
  )
}
