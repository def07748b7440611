import { parquetWriteBuffer } from 'hyparquet-writer'
import type { TableRows } from './csv-text.ts'

/** A table as a Parquet file: columns of numbers, of truths or of texts, as what they hold says; what is missing is null. */
export function parquetTable([heads = [], ...rows]: TableRows): Uint8Array {
  const columnData = heads.map((head, at) => {
    const values = rows.map((row) => row[at] ?? null)
    const type = typeOf(values)
    const data = values.map((value) => (type === 'STRING' && value !== null ? String(value) : value))
    return { name: String(head), data, type, nullable: true }
  })
  return new Uint8Array(parquetWriteBuffer({ columnData }))
}

function typeOf(values: readonly (string | number | boolean | null)[]): 'DOUBLE' | 'BOOLEAN' | 'STRING' {
  const told = values.filter((value) => value !== null)
  if (told.length > 0 && told.every((value) => typeof value === 'number')) return 'DOUBLE'
  return told.length > 0 && told.every((value) => typeof value === 'boolean') ? 'BOOLEAN' : 'STRING'
}
