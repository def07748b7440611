import type { Binding, Ledger, WorkspaceTransaction } from './ledger.ts'
import type { Keyed, OrderedDocuments } from './ordered-documents.ts'

/** A change about to be made. */
export type DocumentEdit<Document> = { readonly put: Document } | { readonly remove: string }

/** Says, inside the transaction that would make the change, why it is refused; null where it is not. */
export type DocumentGuard<Document, Refusal> = (
  tx: WorkspaceTransaction,
  edit: DocumentEdit<Document>,
) => Promise<Refusal | null>

export interface GuardedDocuments<Document extends Keyed, Refusal> {
  readonly list: (binding: Binding) => Promise<Document[]>
  readonly get: (binding: Binding, key: string) => Promise<Document | null>
  /** Null where it was written. */
  readonly put: (binding: Binding, document: Document) => Promise<Refusal | null>
  /** Null where it was removed, `unknown` where there was none. */
  readonly remove: (binding: Binding, key: string) => Promise<Refusal | 'unknown' | null>
}

export interface GuardedDocumentsNeeds<Document extends Keyed, Refusal> {
  readonly ledger: Ledger
  readonly documents: OrderedDocuments<Document>
  readonly guard: DocumentGuard<Document, Refusal>
}

/** Ordered documents, one transaction a call, with every change put to a guard first. */
export function guardedDocuments<Document extends Keyed, Refusal>({
  ledger,
  documents,
  guard,
}: GuardedDocumentsNeeds<Document, Refusal>): GuardedDocuments<Document, Refusal> {
  return {
    list: (binding) => ledger.inWorkspace(binding, documents.list),
    get: (binding, key) => ledger.inWorkspace(binding, (tx) => documents.get(tx, key)),
    put: (binding, document) =>
      ledger.inWorkspace(binding, async (tx) => {
        const refusal = await guard(tx, { put: document })
        if (refusal === null) await documents.put(tx, document)
        return refusal
      }),
    remove: (binding, key) =>
      ledger.inWorkspace(binding, async (tx) => {
        if ((await documents.get(tx, key)) === null) return 'unknown'
        const refusal = await guard(tx, { remove: key })
        if (refusal === null) await documents.remove(tx, key)
        return refusal
      }),
  }
}
