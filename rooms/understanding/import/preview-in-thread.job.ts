import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { PreviewMessage, PreviewTask } from './preview-thread.job.ts'

/** What the first rows would become, read in a thread of its own so that the server goes on answering. */
export async function previewInThread(task: PreviewTask): Promise<PreviewMessage> {
  const worker = new Worker(new URL('./preview-thread.job.ts', import.meta.url), { workerData: task })
  try {
    const [message] = await once(worker, 'message')
    return message
  } finally {
    await worker.terminate()
  }
}
