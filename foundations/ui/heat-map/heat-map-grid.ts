import { type EstimateView, intervalOf } from '../../format/estimate-view.ts'
import type { FigureForm } from '../../format/formats.ts'
import type { Better } from '../../format/gap-state.ts'

/** A figure grouped by what makes the rows and what makes the columns. */
export interface GridFigure {
  readonly group: Readonly<Record<string, string>>
  readonly estimate: EstimateView
  readonly promise: number | null
}

/** On which side of its reference a cell lies, when its whole interval does. */
export type CellTone = 'short' | 'ahead' | 'level' | 'thin'

export interface GridCell {
  readonly estimate: EstimateView
  readonly tone: CellTone
  /** How far from the reference, from 1 to 3; 0 where no side is clear. */
  readonly depth: 0 | 1 | 2 | 3
}

export interface GridRow {
  readonly key: string
  readonly whole: EstimateView | null
  readonly promise: number | null
  readonly cells: ReadonlyMap<string, GridCell>
}

function scaleWidth({ unit, scale }: FigureForm): number {
  if (unit === 'points') return 200
  if (unit === 'share') return 1
  return scale ? scale.high - scale.low : 1
}

function depthOf(distance: number, form: FigureForm): 1 | 2 | 3 {
  const part = Math.abs(distance) / scaleWidth(form)
  if (part < 0.025) return 1
  return part < 0.075 ? 2 : 3
}

interface Standard {
  readonly form: FigureForm
  readonly better: Better
}

/** A cell against its reference: a side is told only when the whole interval lies on it. */
export function gridCell(estimate: EstimateView, reference: number | null, standard: Standard): GridCell {
  const { form, better } = standard
  const interval = intervalOf(estimate)
  if (estimate.value === null) return { estimate, tone: 'thin', depth: 0 }
  if (!interval || reference === null) return { estimate, tone: 'level', depth: 0 }
  const above = interval.low > reference
  if (!above && interval.high >= reference) return { estimate, tone: 'level', depth: 0 }
  const good = above === (better === 'higher')
  return { estimate, tone: good ? 'ahead' : 'short', depth: depthOf(estimate.value - reference, form) }
}

interface GridNeeds extends Standard {
  /** Name of the grouping that makes the rows, and of the one that makes the columns. */
  readonly rowsBy: string
  readonly columnsBy: string
  readonly rowKeys: readonly string[]
  readonly figures: readonly GridFigure[]
  /** The same figures without the columns: what a row is as a whole. */
  readonly wholes: readonly GridFigure[]
}

/** Rows in the order given; each cell is held against the promise of its row, or against its whole without one. */
export function gridRows(needs: GridNeeds): readonly GridRow[] {
  const { rowsBy, columnsBy, rowKeys, figures, wholes, form, better } = needs
  const figuresOfRow = Map.groupBy(figures, (figure) => figure.group[rowsBy] ?? '')
  return rowKeys.map((key) => {
    const whole = wholes.find((one) => one.group[rowsBy] === key)
    const mine = figuresOfRow.get(key) ?? []
    const promise = whole?.promise ?? mine[0]?.promise ?? null
    const reference = promise ?? whole?.estimate.value ?? null
    const cells = mine.map(
      (figure) =>
        [figure.group[columnsBy] ?? '', gridCell(figure.estimate, reference, { form, better })] as const,
    )
    return { key, whole: whole?.estimate ?? null, promise, cells: new Map(cells) }
  })
}
