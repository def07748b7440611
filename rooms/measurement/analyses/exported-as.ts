import type { Exported, ExportForm } from './analysis.contract.ts'
import { csvText, type TableRows } from './csv-text.ts'
import { parquetTable } from './parquet-table.ts'

interface ExportTexts {
  /** Name of the files, without their endings. */
  readonly name: string
  readonly rows: () => TableRows
  /** Code over the table, whose file is named. */
  readonly r: (file: string) => string
  readonly python: (file: string) => string
}

const endings = { csv: 'csv', parquet: 'parquet', r: 'R', python: 'py' } as const

/** What is carried away in one form: a table, or code that reads it. */
export function exportedAs(form: ExportForm, { name, rows, r, python }: ExportTexts): Exported {
  const fileName = `${name}.${endings[form]}`
  if (form === 'parquet')
    return { fileName, text: Buffer.from(parquetTable(rows())).toString('base64'), encoding: 'base64' }
  if (form === 'csv') return { fileName, text: csvText(rows()), encoding: 'utf8' }
  return { fileName, text: { r, python }[form](`${name}.csv`), encoding: 'utf8' }
}

/** The short name of a period as a part of a file's name. */
export function periodInName({ name }: { readonly name: string }): string {
  return name.replaceAll('..', '-to-')
}
