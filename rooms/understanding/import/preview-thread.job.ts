import { parentPort, workerData } from 'node:worker_threads'
import type { PreviewedRow } from '../contract.ts'
import { tablesOf } from './mapping-table.ts'
import { previewedRow } from './previewed-row.facts.ts'
import { type FileReading, tableOutcomes } from './read-batches.job.ts'
import { rowIds } from './row-ids.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** What the thread is given: the files, how to read them, and how many rows of each table to show. */
export interface PreviewTask extends FileReading {
  readonly rows: number
}

export interface PreviewMessage {
  readonly rows: PreviewedRow[]
  /** Why the rest could not be read. */
  readonly problem: string | null
}

async function preview(task: PreviewTask): Promise<PreviewMessage> {
  const rows: PreviewedRow[] = []
  try {
    for (const table of tablesOf(task.mapping)) rows.push(...(await firstRows(table, task)))
    return { rows, problem: null }
  } catch (error) {
    if (error instanceof UnreadableFile) return { rows, problem: error.message }
    throw error
  }
}

async function firstRows(table: ReturnType<typeof tablesOf>[number], task: PreviewTask) {
  const rows: PreviewedRow[] = []
  const reading = { ...task, meter: { bytesRead: 0 }, ids: rowIds() }
  for await (const read of tableOutcomes(table, reading)) {
    rows.push(previewedRow(read, read.outcome))
    if (rows.length >= task.rows) break
  }
  return rows
}

parentPort!.postMessage(await preview(workerData as PreviewTask))
