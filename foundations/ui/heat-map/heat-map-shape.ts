import type { FigureForm } from '../../format/formats.ts'
import type { GridRow } from './heat-map-grid.ts'

export interface HeatColumn {
  readonly key: string
  readonly label: string
}

export interface HeatMapProps {
  readonly caption: string
  /** What the rows are, e.g. touchpoints. */
  readonly rowsLabel: string
  readonly rows: readonly GridRow[]
  readonly rowName: (key: string) => string
  readonly columns: readonly HeatColumn[]
  readonly form: FigureForm
  readonly onOpen: (row: string, column: string | null) => void
}

export interface CellPlace {
  readonly row: string
  /** Null stands for the whole of the row. */
  readonly column: string | null
}
