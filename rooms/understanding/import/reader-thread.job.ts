import { parentPort, workerData } from 'node:worker_threads'
import { type EncodedBatch, encodeBatch } from './import.facts.ts'
import type { BatchCounts, RefusedRow } from './message-batch.facts.ts'
import { type FileReading, readBatches } from './read-batches.job.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** What the thread is given: the files, how to read them, and whether anything shall be kept. */
export interface ReaderTask extends FileReading {
  readonly dryRun: boolean
}

/** Rows read together, ready to be kept. */
export interface EncodedRows extends BatchCounts {
  /** Null in a dry run. */
  readonly encoded: EncodedBatch | null
  readonly refused: readonly RefusedRow[]
  readonly bytesRead: number
}

/** What the thread says: a batch, then waits to be asked for more; at the end that it is done, or why it cannot be. */
export type ReaderMessage =
  | { readonly batch: EncodedRows }
  | { readonly done: true }
  | { readonly unreadable: string }

const { dryRun, ...reading } = workerData as ReaderTask
const port = parentPort!

async function read(): Promise<ReaderMessage> {
  try {
    for await (const { source, messages, ...counted } of readBatches(reading)) {
      if (dryRun) port.postMessage({ batch: { ...counted, encoded: null } } satisfies ReaderMessage)
      else {
        const { encoded, transfer } = encodeBatch(source, messages)
        port.postMessage({ batch: { ...counted, encoded } } satisfies ReaderMessage, transfer)
      }
      await asked()
    }
    return { done: true }
  } catch (error) {
    if (error instanceof UnreadableFile) return { unreadable: error.message }
    throw error
  }
}

function asked(): Promise<unknown> {
  return new Promise((resolve) => port.once('message', resolve))
}

port.postMessage(await read())
