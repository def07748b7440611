export type ChartCell = string | number | null

/** The numbers of a chart as a table: what is read aloud, shown on demand, and exported. */
export interface ChartTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly ChartCell[])[]
}

function field(cell: ChartCell): string {
  if (cell === null) return ''
  const text = String(cell)
  const safe = typeof cell === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Comma-separated values (RFC 4180); a text that a spreadsheet would run as a formula is defused. */
export function chartCsv({ columns, rows }: ChartTable): string {
  return [columns, ...rows].map((row) => row.map(field).join(',')).join('\r\n')
}
