import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { ProposalMessage, ProposalTask } from './proposal-thread.job.ts'

/** A proposal made in a thread of its own, so that the server goes on answering. */
export async function proposeInThread(task: ProposalTask): Promise<ProposalMessage> {
  const worker = new Worker(new URL('./proposal-thread.job.ts', import.meta.url), { workerData: task })
  try {
    const [message] = await once(worker, 'message')
    return message
  } finally {
    await worker.terminate()
  }
}
