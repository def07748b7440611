import { parentPort, workerData } from 'node:worker_threads'
import type { Proposal } from '../../contract.ts'
import { UnreadableFile } from '../unreadable-file.ts'
import { proposeMapping } from './propose-mapping.ts'
import { sampleFile } from './sample-file.job.ts'

/** What the thread is given: the file, its name, and the present day. */
export interface ProposalTask {
  readonly path: string
  readonly fileName: string
  readonly today: string
}

export type ProposalMessage = { readonly proposal: Proposal } | { readonly unreadable: string }

async function propose({ path, ...context }: ProposalTask): Promise<ProposalMessage> {
  try {
    return { proposal: proposeMapping(await sampleFile(path), context) }
  } catch (error) {
    if (error instanceof UnreadableFile) return { unreadable: error.message }
    throw error
  }
}

parentPort!.postMessage(await propose(workerData as ProposalTask))
