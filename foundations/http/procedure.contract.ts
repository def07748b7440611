import { oc } from '@orpc/contract'
import { z } from 'zod'
import type { Permission } from '../access/permission.contract.ts'

/** Who may call a procedure: anybody, anybody signed in, or a caller with this permission in the workspace. */
export type Admission = 'anyone' | 'signed-in' | Permission

export interface ProcedureMeta {
  readonly admits: Admission
}

interface ProcedureRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Path below `/api/v1`; `workspacePath` gives those that belong to a workspace. */
  readonly path: `/${string}`
  readonly admits: Admission
  readonly summary: string
  readonly tag: string
  readonly description?: string
  readonly successStatus?: number
}

/** Starts the contract of one procedure. Every procedure says whom it admits; the server refuses all others. */
export function procedure({
  admits,
  method,
  path,
  summary,
  tag,
  description,
  successStatus,
}: ProcedureRoute) {
  return oc
    .$meta<ProcedureMeta>({ admits })
    .route({ method, path, summary, description, successStatus, tags: [tag] })
}

/** Path of something that belongs to a workspace. */
export function workspacePath<Path extends `/${string}`>(path: Path) {
  return `/workspaces/{workspace}${path}` as const
}

/** Short readable identifier: lower-case letters, digits and hyphens; the same in files, addresses and the API. */
export const Key = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'use lower-case letters, digits and hyphens, at most 63 characters')
  .meta({ id: 'Key', description: 'Lower-case letters, digits and hyphens, at most 63 characters.' })

/** Text that can be kept: PostgreSQL refuses the null character and lone halves of a surrogate pair. */
const KeptText = z
  .string()
  .min(1)
  .refine((text) => text.isWellFormed() && !text.includes('\0'), 'holds a character that cannot be kept')

/** Text shown to people, in one language for all or in French and English. */
export const LocalText = z
  .union([KeptText, z.strictObject({ en: KeptText, fr: KeptText })])
  .meta({ id: 'LocalText', description: 'One text for all languages, or one in English and one in French.' })
export type LocalText = z.infer<typeof LocalText>

/** Input of every procedure that belongs to a workspace. */
export const InWorkspace = z.object({ workspace: Key })

/** What a procedure answers when it has nothing to tell. */
export const Done = z.object({ done: z.literal(true) })
