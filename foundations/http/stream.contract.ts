import type { z } from 'zod'
import type { Permission } from '../access/permission.contract.ts'

/** What crosses the door as it arrives, instead of being read whole first: the one thing that is no procedure. */
export interface StreamContract {
  readonly method: 'PUT' | 'POST'
  /** Below `/api/v1`, as in procedures: `/workspaces/{workspace}/uploads/{fileName}`. */
  readonly path: `/workspaces/{workspace}/${string}`
  readonly admits: Permission
  readonly tag: string
  readonly summary: string
  readonly bytesMax: number
  readonly output: z.ZodType
}
