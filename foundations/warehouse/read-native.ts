/** Values of a column of texts: for each row the place of its text among the values, some of which no row may have. */
export interface TextColumn {
  readonly codes: Uint32Array
  readonly values: readonly string[]
}

/** Values of a column of numbers; NaN where the engine has none. */
export type NumberColumn =
  | Float64Array
  | Float32Array
  | Uint8Array
  | Uint16Array
  | Uint32Array
  | Int8Array
  | Int16Array
  | Int32Array
  | BigUint64Array
  | BigInt64Array

export type ReadColumn = NumberColumn | TextColumn

/** What a statement gave, column by column. */
export interface Columns {
  readonly rows: number
  readonly numbers: (name: string) => NumberColumn
  readonly texts: (name: string) => TextColumn
}

const arrays = {
  Float64: Float64Array,
  Float32: Float32Array,
  UInt8: Uint8Array,
  UInt16: Uint16Array,
  UInt32: Uint32Array,
  UInt64: BigUint64Array,
  Int8: Int8Array,
  Int16: Int16Array,
  Int32: Int32Array,
  Int64: BigInt64Array,
} as const
type ArrayType = keyof typeof arrays

interface Part {
  readonly type: string
  readonly column: ReadColumn
}

/**
 * Columns from blocks of ClickHouse's Native format: numbers are copied as they lie, texts become codes. A type that is neither
 * is a mistake of the statement: it has to be cast there.
 */
export function readNative(bytes: Uint8Array): Columns {
  const reader = byteReader(bytes)
  const parts = new Map<string, Part[]>()
  let rows = 0
  while (!reader.atEnd()) rows += readBlock(reader, parts)
  const columns = new Map([...parts].map(([name, some]) => [name, joined(some)]))
  const named = (name: string) => {
    const column = columns.get(name)
    if (!column && rows > 0) throw new RangeError(`The statement gives no column "${name}".`)
    return column
  }
  return {
    rows,
    numbers: (name) => (named(name) ?? new Float64Array(0)) as NumberColumn,
    texts: (name) => (named(name) ?? { codes: new Uint32Array(0), values: [] }) as TextColumn,
  }
}

function readBlock(reader: ByteReader, parts: Map<string, Part[]>): number {
  const width = reader.varint()
  const rows = reader.varint()
  for (let at = 0; at < width; at++) {
    const name = reader.text()
    const type = reader.text()
    if (rows === 0) continue
    const some = parts.get(name) ?? []
    some.push({ type, column: readColumn(reader, type, rows) })
    parts.set(name, some)
  }
  return rows
}

const nullable = /^Nullable\((Float64|Float32)\)$/

function readColumn(reader: ByteReader, type: string, rows: number): ReadColumn {
  if (type in arrays) return readNumbers(reader, type as ArrayType, rows)
  if (type === 'String') return readTexts(reader, rows)
  if (type === 'LowCardinality(String)') return readCodedTexts(reader)
  const of = nullable.exec(type)?.[1]
  if (!of) throw new RangeError(`A column of type ${type} cannot be read: cast it to a number or to String.`)
  const missing = reader.bytes(rows)
  const values = readNumbers(reader, of as ArrayType, rows) as Float64Array
  for (let row = 0; row < rows; row++) if (missing[row] === 1) values[row] = Number.NaN
  return values
}

/** A copy, because numbers need not lie where their kind of array can begin. */
function readNumbers(reader: ByteReader, type: ArrayType, rows: number): NumberColumn {
  const { BYTES_PER_ELEMENT: width } = arrays[type]
  return new arrays[type](reader.bytes(rows * width).slice().buffer)
}

function readTexts(reader: ByteReader, rows: number): TextColumn {
  const codes = new Uint32Array(rows)
  const found = new Map<string, number>()
  for (let row = 0; row < rows; row++) {
    const text = reader.text()
    let code = found.get(text)
    if (code === undefined) {
      code = found.size
      found.set(text, code)
    }
    codes[row] = code
  }
  return { codes, values: [...found.keys()] }
}

/** Texts as the engine codes them: a version, what the codes are written as, the texts, then a code for each row. */
function readCodedTexts(reader: ByteReader): TextColumn {
  const word = () => Number((readNumbers(reader, 'UInt64', 1) as BigUint64Array)[0])
  word()
  const codeType = (['UInt8', 'UInt16', 'UInt32'] as const)[word() & 255]!
  const values = Array.from({ length: word() }, reader.text)
  const codes = readNumbers(reader, codeType, word())
  return { codes: Uint32Array.from(codes as Uint32Array), values }
}

function joined(parts: readonly Part[]): ReadColumn {
  if (parts.length === 1) return parts[0]!.column
  if (parts[0]!.type.includes('String')) return joinedTexts(parts.map(({ column }) => column as TextColumn))
  const columns = parts.map(({ column }) => column as Float64Array)
  const all = new (columns[0]!.constructor as Float64ArrayConstructor)(
    columns.reduce((length, column) => length + column.length, 0),
  )
  let at = 0
  for (const column of columns) {
    all.set(column, at)
    at += column.length
  }
  return all
}

function joinedTexts(parts: readonly TextColumn[]): TextColumn {
  const found = new Map<string, number>()
  const codes = parts.map((part) => {
    const places = part.values.map((value) => {
      const place = found.get(value) ?? found.size
      found.set(value, place)
      return place
    })
    return part.codes.map((code) => places[code]!)
  })
  const all = joined(codes.map((column) => ({ type: 'UInt32', column }))) as Uint32Array
  return { codes: all, values: [...found.keys()] }
}

type ByteReader = ReturnType<typeof byteReader>

function byteReader(bytes: Uint8Array) {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  const varint = () => {
    let value = 0
    for (let factor = 1; ; factor *= 128) {
      const byte = bytes[at++]!
      value += (byte & 127) * factor
      if (byte < 128) return value
    }
  }
  const take = (length: number) => {
    if (at + length > bytes.length) throw new RangeError('What the engine gave breaks off midway.')
    at += length
    return at - length
  }
  return {
    atEnd: () => at >= bytes.length,
    varint,
    bytes: (length: number) => {
      const from = take(length)
      return new Uint8Array(bytes.buffer, bytes.byteOffset + from, length)
    },
    text: () => {
      const length = varint()
      const from = take(length)
      return buffer.toString('utf8', from, from + length)
    },
  }
}
