import type { Readable } from 'node:stream'
import type { RequestContext } from './request-context.contract.ts'
import type { StreamContract } from './stream.contract.ts'

/** A file on its way in: the one thing that is not a procedure, because it is read as it arrives. */
export interface StreamedFile {
  readonly workspace: string
  /** Values of the places in the path, `workspace` among them. */
  readonly params: Readonly<Record<string, string>>
  readonly body: Readable
  readonly contentType: string
  /** Length that the sender declared, in bytes. */
  readonly declaredBytes: number | undefined
  readonly context: RequestContext
}

export interface StreamRoute extends StreamContract {
  /** Answers with what is sent back as JSON. */
  readonly receive: (file: StreamedFile) => Promise<unknown>
}
