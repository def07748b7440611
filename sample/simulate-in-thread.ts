import { Worker } from 'node:worker_threads'
import type { EncodedMessages } from '../foundations/warehouse/encode-messages.ts'
import type { SampleSize } from './sample-world.ts'

export interface SampleTask {
  readonly size: SampleSize
  readonly scope: string
}

export interface EncodedSampleBatch {
  readonly encoded: EncodedMessages
  readonly shareDone: number
}

/** Megabytes of the thread in which new objects live: most messages are gone before they would be moved elsewhere. */
const youngMemoryMb = 96
/** Batches made while the one before is kept. */
const ahead = 2

/** The sample made and encoded in a thread of its own, at most two batches ahead of whoever keeps them. */
export async function* simulateInThread(task: SampleTask): AsyncGenerator<EncodedSampleBatch> {
  const worker = new Worker(new URL('./sample-thread.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxYoungGenerationSizeMb: youngMemoryMb },
  })
  const arrivals = arrivalsFrom(worker)
  try {
    for (let one = 0; one < ahead; one++) worker.postMessage('next')
    for (let batch = await arrivals(); batch !== null; batch = await arrivals()) {
      worker.postMessage('next')
      yield batch
    }
  } finally {
    await worker.terminate()
  }
}

/** What the thread sends, one after the other; null at its end. Rejects where the thread fails or stops too early. */
function arrivalsFrom(worker: Worker): () => Promise<EncodedSampleBatch | null> {
  const arrived: (EncodedSampleBatch | null)[] = []
  let failure: Error | undefined
  let wake = () => {}
  worker.on('message', (batch: EncodedSampleBatch | null) => {
    arrived.push(batch)
    wake()
  })
  worker.on('error', (error: Error) => {
    failure = error
    wake()
  })
  worker.on('exit', () => {
    failure ??= new Error('the thread of the sample ended before the sample did')
    wake()
  })
  return async () => {
    if (arrived.length === 0 && !failure)
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    const batch = arrived.shift()
    if (batch === undefined) throw failure
    return batch
  }
}
