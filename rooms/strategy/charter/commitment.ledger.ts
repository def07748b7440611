import { guardedDocuments } from '../../../foundations/ledger/guarded-documents.ts'
import type { Ledger, WorkspaceTransaction } from '../../../foundations/ledger/ledger.ts'
import { orderedDocuments, orderedDocumentTable } from '../../../foundations/ledger/ordered-documents.ts'
import type { Commitment, ExperienceGuard, ExperienceSection } from '../contract.ts'
import { commitmentOutline } from './commitment-outline.ts'

export const commitmentTable = orderedDocumentTable('commitment')
const documents = orderedDocuments<Commitment>(commitmentTable, 'commitment')

export const commitmentSection: ExperienceSection<WorkspaceTransaction, Commitment[]> = {
  ...commitmentOutline,
  read: documents.list,
  write: documents.replace,
}

export interface CommitmentRecordsNeeds {
  readonly ledger: Ledger
  readonly guard: ExperienceGuard<WorkspaceTransaction>
}

export function commitmentRecords({ ledger, guard }: CommitmentRecordsNeeds) {
  const section = commitmentOutline.name
  return guardedDocuments({ ledger, documents, guard: (tx, edit) => guard(tx, { section, ...edit }) })
}
export type CommitmentRecords = ReturnType<typeof commitmentRecords>
