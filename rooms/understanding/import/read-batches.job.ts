import { createHmac } from 'node:crypto'
import { shelfMaker } from './disk-shelf.job.ts'
import { fileReason } from './file-reasons.ts'
import { type HeadedTable, headedTables } from './headed-tables.job.ts'
import { linkedFiles } from './linked-files.ts'
import { lookupFile } from './lookup-file.job.ts'
import type { Mapping } from './mapping.ts'
import { columnsNamed, type ReadTable, tablesOf } from './mapping-table.ts'
import { type MessageBatch, messageBatch } from './message-batch.facts.ts'
import { reasonWithin, recordFault } from './record-fault.ts'
import { type RowIds, rowIds } from './row-ids.ts'
import { type RowOutcome, rowReader } from './row-reader.facts.ts'
import type { ReadingMeter, TableRecord } from './table-record.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** Files to be read by a mapping. */
export interface FileReading {
  readonly files: readonly { readonly path: string; readonly name: string }[]
  readonly mapping: Mapping
  readonly now: Date
  /** What pseudonyms of employees are made with. */
  readonly secret: string
}

export interface ReadBatch extends MessageBatch {
  /** Bytes read so far, in all files. */
  readonly bytesRead: number
}

/** Of so many rows, facts or bytes a batch is at least; the more, the less often roll-ups are made, and the more memory it takes. */
const batchFrom = { rows: 20_000, facts: 170_000, bytes: 4_000_000 }

/** Reads files batch by batch; what it yields holds every row exactly once. */
export async function* readBatches(reading: FileReading): AsyncGenerator<ReadBatch> {
  const meter = { bytesRead: 0 }
  const idsOf = new Map<string, RowIds>()
  for (const table of tablesOf(reading.mapping)) {
    const ids = idsOf.get(table.source) ?? rowIds(shelfMaker())
    idsOf.set(table.source, ids)
    let batch = messageBatch(table.source)
    let begunAt = meter.bytesRead
    for await (const { outcome, cells, file } of tableOutcomes(table, { ...reading, meter, ids })) {
      batch.add(outcome, { cells, file })
      const { rows, facts } = batch.size()
      const bytes = meter.bytesRead - begunAt
      if (rows < batchFrom.rows && facts < batchFrom.facts && bytes < batchFrom.bytes) continue
      yield { ...batch.taken(), ...meter }
      batch = messageBatch(table.source)
      begunAt = meter.bytesRead
    }
    yield { ...batch.taken(), ...meter }
  }
}

export interface ReadRow {
  readonly line: number
  readonly outcome: RowOutcome
  /** The row as it stands in the file. */
  readonly cells: readonly string[]
  /** File that it stands in, where there are several. */
  readonly file: string
}

export interface TableReading extends FileReading {
  readonly meter: ReadingMeter
  readonly ids: RowIds
}

/** What the rows of one table come to, one after the other. */
export async function* tableOutcomes(table: ReadTable, reading: TableReading): AsyncGenerator<ReadRow> {
  const files = filesOf(reading)
  const lent = await joined(table, reading, files)
  const needed = columnsNamed(table)
  const own = files.get(table.from)!
  for (const { path, name } of own) {
    const where = table.from === '' && own.length === 1 ? '' : name
    for await (const headed of headedTables(path, { file: table.file, needed, meter: reading.meter })) {
      const read = recordReader(table, { ...reading, headed, lent })
      const file = headed.part || where
      for await (const record of headed.records)
        yield { line: record.line, outcome: within(file, read(record)), cells: record.cells, file }
    }
  }
}

/** A refusal that names the file it is about. */
function within(file: string, outcome: RowOutcome): RowOutcome {
  if (file === '' || outcome === 'left out' || !('rejected' in outcome)) return outcome
  const rejected = outcome.rejected.map((row) => ({ ...row, reason: reasonWithin(file, row.reason) }))
  return { rejected }
}

function filesOf({ mapping, files }: FileReading) {
  const linked = linkedFiles(mapping, files)
  if ('files' in linked) return linked.files
  throw new UnreadableFile(
    'missing' in linked
      ? fileReason('fileMissing', { name: linked.missing, pattern: linked.pattern })
      : fileReason('fileUnexpected', { name: linked.unexpected, patterns: linked.patterns.join(', ') }),
  )
}

/** Adds to the cells of a row those that its joins take over. */
type Lend = (cells: readonly string[], placeOf: (column: string) => number) => string[]

async function joined(
  { joins }: ReadTable,
  { mapping, meter }: TableReading,
  files: ReturnType<typeof filesOf>,
): Promise<{ readonly names: readonly string[]; readonly lend: Lend } | null> {
  if (joins.length === 0) return null
  const lookups = await Promise.all(
    joins.map(async (join) => {
      const reading = { join, file: mapping.files![join.file]!, files: files.get(join.file)!, meter }
      return { here: join.here, found: await lookupFile(reading) }
    }),
  )
  const lend: Lend = (cells, placeOf) => {
    const all = [...cells]
    for (const { here, found } of lookups) all.push(...found.cellsFor(all[placeOf(here)]!.trim()))
    return all
  }
  return { names: joins.flatMap(({ columns }) => columns.map(([, here]) => here)), lend }
}

interface RecordReading extends TableReading {
  readonly headed: HeadedTable
  readonly lent: Awaited<ReturnType<typeof joined>>
}

function recordReader(
  table: ReadTable,
  { headed, lent, ids, now, secret }: RecordReading,
): (record: TableRecord) => RowOutcome {
  const names = [...headed.names, ...(lent?.names ?? [])]
  checkLent(headed, lent?.names ?? [])
  const places = new Map(names.map((name, place) => [name, place]))
  const placeOf = (column: string) => places.get(column)!
  const width = headed.names.length
  const read = rowReader(table, {
    names,
    now,
    ids: {
      idOf: (cells) => ids.idOf(cells.length === width ? cells : cells.slice(0, width)),
      mayHave: ids.mayHave,
    },
    pseudonymOf: (text) => createHmac('sha256', secret).update(text).digest('hex').slice(0, 32),
  })
  return (record) => {
    const { line, cells } = record
    const fault = recordFault(record, headed.names)
    if (fault) return { rejected: [{ line, ...fault }] }
    return read({ line, cells: lent ? lent.lend(cells, placeOf) : cells })
  }
}

function checkLent({ names }: HeadedTable, lent: readonly string[]): void {
  const twice = lent.find((name) => names.includes(name))
  if (twice === undefined) return
  throw new UnreadableFile(fileReason('joinedTwice', { name: twice }))
}
