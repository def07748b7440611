import type { Caller } from '../access/caller.contract.ts'
import type { Locale } from './locale.contract.ts'

/** What every procedure knows of the request it answers. Its caller has been admitted before it runs. */
export interface RequestContext {
  readonly caller: Caller
  /** The caller as the ledger and the audit trail name it: `{ workspace, actor }` binds a transaction. */
  readonly actor: string
  readonly locale: Locale
  readonly requestId: string
}
