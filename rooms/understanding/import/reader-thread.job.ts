import { parentPort, workerData } from 'node:worker_threads'
import type { Mapping } from './mapping.ts'
import { type ReadBatch, readBatches } from './read-batches.job.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** What the thread is given: the file, how to read it, and the present day. */
export interface ReaderTask {
  readonly path: string
  readonly mapping: Mapping
  readonly now: Date
}

/** What the thread says: a batch, then waits to be asked for more; at the end that it is done, or why it cannot be. */
export type ReaderMessage =
  | { readonly batch: ReadBatch }
  | { readonly done: true }
  | { readonly unreadable: string }

const { path, mapping, now } = workerData as ReaderTask
const port = parentPort!

async function read(): Promise<ReaderMessage> {
  try {
    for await (const batch of readBatches(path, { mapping, now })) {
      port.postMessage({ batch } satisfies ReaderMessage)
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
