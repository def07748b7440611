import type { Readable } from 'node:stream'
import type { Permission } from '../access/permission.contract.ts'
import type { RequestContext } from './request-context.contract.ts'

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

export interface StreamRoute {
  readonly method: 'PUT' | 'POST'
  /** Below `/api/v1`, as in contracts: `/workspaces/{workspace}/uploads/{fileName}`. */
  readonly path: `/workspaces/{workspace}/${string}`
  readonly admits: Permission
  readonly bytesMax: number
  /** Answers with what is sent back as JSON. */
  readonly receive: (file: StreamedFile) => Promise<unknown>
}
