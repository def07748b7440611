/** A table: a row of heads, then rows of values; what is missing is null or undefined. */
export type TableRows = readonly (readonly (string | number | boolean | null | undefined)[])[]

/** A table as RFC 4180 text: what holds a comma, a quote or a line break is quoted; what is missing is empty. */
export function csvText(rows: TableRows): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

function cell(value: TableRows[number][number]): string {
  if (value === null || value === undefined) return ''
  const text = String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
