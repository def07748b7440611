import { appendFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import type { ClickHouseClient } from '@clickhouse/client'
import { engineTime } from './engine-time.ts'

export interface Batch {
  readonly workspace: string
  readonly batch: string
  /** Work that keeps it, such as an import; empty where nothing takes it out as a whole. */
  readonly origin: string
  /** Months of answers that it touches. */
  readonly months: readonly string[]
}

export type BatchState = 'begun' | 'kept' | 'withdrawn' | 'taken-out'

export interface BatchMark extends Batch {
  readonly state: BatchState
}

/** Where it is written down how far batches are. */
export interface BatchMarks {
  readonly begun: (batch: Batch) => Promise<void>
  readonly kept: (batch: Batch) => Promise<void>
  /** For what goes: written down in the table at once, after all that was written elsewhere. */
  readonly write: (marks: readonly BatchMark[]) => Promise<void>
  /** Brings into the table what was written elsewhere. */
  readonly settle: () => Promise<void>
}

interface MarkTable {
  readonly client: ClickHouseClient
  readonly clock: () => Date
}

/**
 * On a server: in its table. That a batch was kept is written down with the next one, as its messages tell it too; on a
 * cluster, where these lie in several places, before it is acknowledged.
 */
export function marksInTable(table: MarkTable, { atOnce }: { readonly atOnce: boolean }): BatchMarks {
  let unwritten: BatchMark[] = []

  async function write(marks: readonly BatchMark[]): Promise<void> {
    const all = [...unwritten, ...marks]
    if (all.length > 0) await insertMarks(table, all)
    unwritten = []
  }

  return {
    begun: (batch) => write([{ ...batch, state: 'begun' }]),
    kept: async (batch) => {
      unwritten.push({ ...batch, state: 'kept' })
      if (atOnce) await write([])
    },
    write,
    settle: () => write([]),
  }
}

/** Marks that a journal gathers before they go into the table together. */
const gathered = 500

/**
 * Beside an embedded engine: in a journal, which takes a line in a fraction of a millisecond where a statement takes
 * fifteen. What it holds goes into the table many at a time, at the start and at the end.
 */
export function marksInJournal(table: MarkTable, path: string): BatchMarks {
  let lines = 0

  async function add(mark: BatchMark): Promise<void> {
    if (lines >= gathered) await settle()
    appendFileSync(path, `${JSON.stringify(mark)}\n`)
    lines += 1
  }

  async function settle(): Promise<void> {
    const marks = await marksIn(path)
    if (marks.length > 0) await insertMarks(table, marks)
    await writeFile(path, '')
    lines = 0
  }

  return {
    begun: (batch) => add({ ...batch, state: 'begun' }),
    kept: (batch) => add({ ...batch, state: 'kept' }),
    write: async (marks) => {
      await settle()
      await insertMarks(table, marks)
    },
    settle,
  }
}

/** Marks of a journal; a line that a dying process left half written marks nothing. */
async function marksIn(path: string): Promise<BatchMark[]> {
  const text = await readFile(path, 'utf8').catch((failure: NodeJS.ErrnoException) => {
    if (failure.code === 'ENOENT') return ''
    throw failure
  })
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  return whole.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as BatchMark]))
}

async function insertMarks({ client, clock }: MarkTable, marks: readonly BatchMark[]): Promise<void> {
  const at = engineTime(clock())
  await client.insert({
    table: 'batch',
    values: marks.map((mark) => ({ ...mark, at })),
    format: 'JSONEachRow',
  })
}
