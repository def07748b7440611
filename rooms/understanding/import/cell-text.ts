/** A cell of a typed file (JSON, Parquet) as text; dates as ISO 8601, what is nested under paths such as `a.b`. */
export function flatCells(value: object, decimal: '.' | ','): Map<string, string> {
  const cells = new Map<string, string>()
  const add = (path: string, cell: unknown) => {
    if (isPlainObject(cell)) for (const [key, inner] of Object.entries(cell)) add(`${path}.${key}`, inner)
    else cells.set(path, cellText(cell, decimal))
  }
  for (const [key, cell] of Object.entries(value)) add(key, cell)
  return cells
}

export function cellText(cell: unknown, decimal: '.' | ','): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return numberText(cell, decimal)
  if (typeof cell === 'object')
    return cell instanceof Date ? dateText(cell) : JSON.stringify(cell, plainNumbers)
  return String(cell)
}

export function numberText(value: number, decimal: '.' | ','): string {
  return decimal === '.' ? String(value) : String(value).replace('.', decimal)
}

/** A moment as ISO 8601, as a day alone where it is the first instant of one. */
export function dateText(moment: Date): string {
  if (Number.isNaN(moment.getTime())) return ''
  const text = moment.toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19)
}

function isPlainObject(cell: unknown): cell is object {
  return typeof cell === 'object' && cell !== null && Object.getPrototypeOf(cell) === Object.prototype
}

function plainNumbers(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}
