import { givenBack, growingBytes } from './growing-bytes.ts'

/** Values of one column, one behind the other. */
export interface Column<Value> {
  readonly add: (value: Value) => void
  /** What was added, as the engine lays it out. */
  readonly written: () => readonly Uint8Array[]
}

/** Values of one column, of which each is a list. */
export interface ListColumn<Value> {
  readonly add: <Item>(items: readonly Item[], elementOf: (item: Item) => Value) => void
  readonly written: () => readonly Uint8Array[]
}

/** What a column holds, as ClickHouse writes its type. */
export interface ColumnKind<Opened> {
  readonly type: string
  readonly open: () => Opened
}

// biome-ignore lint/suspicious/noExplicitAny: columns of a table hold different things.
export type ColumnKinds = Readonly<Record<string, ColumnKind<any>>>
export type OpenColumns<Kinds extends ColumnKinds> = {
  readonly [Name in keyof Kinds]: ReturnType<Kinds[Name]['open']>
}

function kind<Value>(
  type: string,
  write: (bytes: ReturnType<typeof growingBytes>, value: Value) => void,
): ColumnKind<Column<Value>> {
  return {
    type,
    open: () => {
      const bytes = growingBytes()
      return { add: (value) => write(bytes, value), written: () => [bytes.written()] }
    },
  }
}

export const text = kind<string>('String', (bytes, value) => bytes.text(value))
export const number = kind<number>('Float64', (bytes, value) => bytes.float64(value))
export const small = kind<number>('UInt16', (bytes, value) => bytes.unsigned16(value))
export const moment = kind<Date>("DateTime64(3, 'UTC')", (bytes, value) => bytes.integer64(value.getTime()))
/** So many bytes, given in hexadecimal. */
export const fixedBytes = (width: number) =>
  kind<string>(`FixedString(${width})`, (bytes, value) => bytes.hexadecimal(value))

export const numberOrNull: ColumnKind<Column<number | null>> = {
  type: 'Nullable(Float64)',
  open: () => {
    const [missing, values] = [growingBytes(), growingBytes()]
    return {
      add: (value) => {
        missing.byte(value === null ? 1 : 0)
        values.float64(value ?? 0)
      },
      written: () => [missing.written(), values.written()],
    }
  },
}

/** Lists lie as the places where they end, and then all their elements. */
export function list<Value>(element: ColumnKind<Column<Value>>): ColumnKind<ListColumn<Value>> {
  return {
    type: `Array(${element.type})`,
    open: () => {
      const [ends, elements] = [growingBytes(), element.open()]
      let end = 0
      return {
        add: (items, elementOf) => {
          for (const item of items) elements.add(elementOf(item))
          end += items.length
          ends.integer64(end)
        },
        written: () => [ends.written(), ...elements.written()],
      }
    },
  }
}

/** Texts by name. */
export const texts: ColumnKind<Column<Readonly<Record<string, string>>>> = {
  type: 'Map(String, String)',
  open: () => {
    const [ends, names, values] = [growingBytes(), growingBytes(), growingBytes()]
    let end = 0
    return {
      add: (named) => {
        for (const name in named) {
          names.text(name)
          values.text(named[name]!)
          end += 1
        }
        ends.integer64(end)
      },
      written: () => [ends.written(), names.written(), values.written()],
    }
  },
}

export function openColumns<Kinds extends ColumnKinds>(kinds: Kinds): OpenColumns<Kinds> {
  const opened = Object.entries(kinds).map(([name, { open }]) => [name, open()])
  return Object.fromEntries(opened) as OpenColumns<Kinds>
}

/** Names and types of columns, as ClickHouse writes a structure. */
export function structureOf(kinds: ColumnKinds): string {
  return Object.entries(kinds)
    .map(([name, { type }]) => `${name} ${type}`)
    .join(', ')
}

/**
 * Rows in one block of ClickHouse's Native format: column after column as the engine keeps them, so that it copies where it would
 * have to read every row of another format (https://clickhouse.com/docs/interfaces/formats/Native). In memory of its
 * own, that may be handed to another thread.
 */
export function nativeBlock<Kinds extends ColumnKinds>(
  kinds: Kinds,
  columns: OpenColumns<Kinds>,
  rows: number,
): Uint8Array<ArrayBuffer> {
  const names = Object.keys(kinds)
  const head = growingBytes()
  head.varint(names.length)
  head.varint(rows)
  const parts = [head.written()]
  for (const name of names) {
    const named = growingBytes()
    named.text(name)
    named.text(kinds[name]!.type)
    parts.push(named.written(), ...columns[name]!.written())
  }
  return joined(parts)
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
    givenBack(part)
  }
  return all
}
