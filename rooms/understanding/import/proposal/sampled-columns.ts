import { MappingFile } from '../mapping-file.ts'
import { numberedHeader, tableHeader } from '../table-header.ts'
import type { ColumnSample } from './column-sample.ts'
import { detectDecimal } from './detect-decimal.ts'
import { detectHeader } from './detect-header.ts'
import type { TableSample } from './sample-text.ts'

/** Columns of a sample under their names, and how the file is to be read. */
export interface SampledColumns {
  readonly columns: readonly ColumnSample[]
  readonly file: MappingFile
  readonly rows: number
}

export function sampledColumns({ rows, file }: TableSample): SampledColumns {
  const header = detectHeader(rows)
  const above = rows.slice(0, header.headerRows)
  const width = rows[0]?.length ?? 0
  const { names, labels } =
    above.length > 0
      ? tableHeader(
          above.map((cells, line) => ({ line, cells })),
          header,
        )
      : numberedHeader(width)
  const data = rows.slice(header.headerRows).filter(({ length }) => length === width)
  const columns = names.map((name, index) => ({
    name,
    label: labels[index] ?? name,
    cells: data.map((cells) => cells[index]!.trim()),
  }))
  const decimal = detectDecimal(data.slice(0, 500).flat())
  return { columns, rows: data.length, file: MappingFile.parse({ ...file, ...header, decimal }) }
}
