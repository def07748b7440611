import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { EncodedRows, ReaderMessage, ReaderTask } from './reader-thread.job.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** Generations that are collected often: rows live shortly, and larger ones would only take more memory. */
const resourceLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 1_024 }

/** Batches of a file, read in a thread of its own so that the server goes on answering. */
export async function* readInThread(task: ReaderTask): AsyncGenerator<EncodedRows> {
  const worker = new Worker(new URL('./reader-thread.job.ts', import.meta.url), {
    workerData: task,
    resourceLimits,
  })
  try {
    let message = await nextMessage(worker)
    while ('batch' in message) {
      const coming = nextMessageAfter(worker)
      yield message.batch
      message = await coming
    }
    if ('unreadable' in message) throw new UnreadableFile(message.unreadable)
  } finally {
    await worker.terminate()
  }
}

function nextMessageAfter(worker: Worker): Promise<ReaderMessage> {
  const coming = nextMessage(worker)
  worker.postMessage('more')
  return coming
}

async function nextMessage(worker: Worker): Promise<ReaderMessage> {
  const [message] = await once(worker, 'message')
  return message
}
