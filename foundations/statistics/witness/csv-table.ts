/** Columns of a comma-separated file by name; numbers where every filled field is one. */
export interface Table {
  readonly columns: readonly string[]
  readonly rows: number
  /** Fields as written. */
  text(column: string): string[]
  /** Fields as numbers; empty or NA is NaN. Throws when the column does not exist. */
  numbers(column: string): Float64Array
}

const FIELD = /("(?:[^"]|"")*"|[^,]*)(,|$)/g

function fieldsOf(line: string): string[] {
  const fields: string[] = []
  for (const [whole, field, end] of line.matchAll(FIELD)) {
    fields.push(field!.startsWith('"') ? field!.slice(1, -1).replaceAll('""', '"') : field!)
    if (end === '' || whole === '') break
  }
  return fields
}

const toNumber = (field: string) => (field === '' || field === 'NA' ? Number.NaN : Number(field))

/** Reads comma-separated text with a header line; fields may be quoted but do not span lines. */
export function csvTable(text: string): Table {
  const [header = '', ...lines] = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const columns = fieldsOf(header)
  const records = lines.map(fieldsOf)
  const column = (name: string) => {
    const index = columns.indexOf(name)
    if (index < 0) throw new RangeError(`no column ${name}; there are ${columns.join(', ')}`)
    return records.map((record) => record[index] ?? '')
  }
  return {
    columns,
    rows: records.length,
    text: column,
    numbers: (name) => Float64Array.from(column(name), toNumber),
  }
}
