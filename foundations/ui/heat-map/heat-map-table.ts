import type { ChartTable } from '../chart/chart-table.ts'
import type { GridRow } from './heat-map-grid.ts'
import type { HeatColumn } from './heat-map-shape.ts'

interface TableNeeds {
  readonly rows: readonly GridRow[]
  readonly columns: readonly HeatColumn[]
  readonly rowName: (key: string) => string
  readonly headers: readonly string[]
}

/** The map as a long table, one figure a line, with its interval and n. */
export function heatMapTable({ rows, columns, rowName, headers }: TableNeeds): ChartTable {
  const lines = rows.flatMap((row) =>
    columns.flatMap(({ key, label }) => {
      const cell = row.cells.get(key)
      if (!cell) return []
      const { value, low, high, n } = cell.estimate
      return [[rowName(row.key), label, value, low, high, n, row.promise]]
    }),
  )
  return { columns: headers, rows: lines }
}
