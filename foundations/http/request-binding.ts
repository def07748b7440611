import type { RequestContext } from './request-context.contract.ts'

/** Whose records a request is about and who asks: what binds a transaction of the ledger. */
export function requestBinding(
  { workspace }: { readonly workspace: string },
  { actor }: Pick<RequestContext, 'actor'>,
) {
  return { workspace, actor }
}
