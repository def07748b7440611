/** Columns of a comma-separated file by name; numbers where every filled field is one. */
export interface Table {
  readonly columns: readonly string[]
  readonly rows: number
  /** Fields as written. */
  text(column: string): string[]
  /** Fields as numbers; empty or NA is NaN. Throws when the column does not exist or holds words. */
  numbers(column: string): Float64Array
  /** Whether every filled field of a column is a number. */
  isNumeric(column: string): boolean
  /** The rows in which none of these columns is empty or NA. */
  complete(columns: readonly string[]): Table
}

const FIELD = /("(?:[^"]|"")*"|[^,]*)(,|$)/g

function fieldsOf(line: string): string[] {
  const fields: string[] = []
  for (const [whole, field, end] of line.matchAll(FIELD)) {
    fields.push(field!.startsWith('"') ? field!.slice(1, -1).replaceAll('""', '"') : field!.trim())
    if (end === '' || whole === '') break
  }
  return fields
}

const MISSING = new Set(['', 'NA', 'NaN', 'null'])
const isNumber = (field: string) => MISSING.has(field) || Number.isFinite(Number(field))

function numberOf(field: string, name: string): number {
  if (!isNumber(field)) throw new RangeError(`column ${name} holds "${field}", which is no number`)
  return MISSING.has(field) ? Number.NaN : Number(field)
}

function tableOf(columns: readonly string[], records: readonly (readonly string[])[]): Table {
  const column = (name: string) => {
    const index = columns.indexOf(name)
    if (index < 0) throw new RangeError(`no column ${name}; there are ${columns.join(', ')}`)
    return records.map((record) => record[index] ?? '')
  }
  return {
    columns,
    rows: records.length,
    text: column,
    numbers: (name) => Float64Array.from(column(name), (field) => numberOf(field, name)),
    isNumeric: (name) => column(name).every(isNumber),
    complete: (names) => {
      const wanted = names.map(column)
      const kept = records.filter((_, row) => wanted.every((fields) => !MISSING.has(fields[row]!)))
      return tableOf(columns, kept)
    },
  }
}

/** Reads comma-separated text with a header line; fields may be quoted but do not span lines. */
export function csvTable(text: string): Table {
  const [header = '', ...lines] = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
  return tableOf(fieldsOf(header), lines.map(fieldsOf))
}
