import { type DocumentEdit, type GuardedDocuments, guardedDocuments } from './guarded-documents.ts'
import type { Ledger, WorkspaceTransaction } from './ledger.ts'
import { type Keyed, orderedDocuments, orderedDocumentTable } from './ordered-documents.ts'

/** A change of one section, about to be made. */
export type SectionEdit<Document> = { readonly section: string } & DocumentEdit<Document>

export interface DocumentSectionNeeds<Document, Refusal> {
  readonly ledger: Ledger
  /** Says, inside the transaction that would make the change, why it is refused; null where it is not. */
  readonly guard: (tx: WorkspaceTransaction, edit: SectionEdit<Document>) => Promise<Refusal | null>
}

/**
 * Keyed documents in an order of their own, as a section of one file and as records by themselves: the table they lie in, how
 * the section is read and replaced as a whole, and how one document is put and removed under the guard of the file.
 */
export function documentSection<Document extends Keyed, Refusal>({
  section,
  noun,
}: {
  /** Name of the section in the file. */
  readonly section: string
  /** What one document is called, in the table and in the audit trail. */
  readonly noun: string
}) {
  const table = orderedDocumentTable(noun)
  const documents = orderedDocuments<Document>(table, noun)
  return {
    table,
    stored: { read: documents.list, write: documents.replace },
    records: ({
      ledger,
      guard,
    }: DocumentSectionNeeds<Document, Refusal>): GuardedDocuments<Document, Refusal> =>
      guardedDocuments({ ledger, documents, guard: (tx, edit) => guard(tx, { section, ...edit }) }),
  }
}
