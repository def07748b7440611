import { guardedDocuments } from '../../../foundations/ledger/guarded-documents.ts'
import type { Ledger, WorkspaceTransaction } from '../../../foundations/ledger/ledger.ts'
import { orderedDocuments, orderedDocumentTable } from '../../../foundations/ledger/ordered-documents.ts'
import type { ExperienceGuard, ExperienceSection, Standard } from '../contract.ts'
import { standardOutline } from './standard-outline.ts'

export const standardTable = orderedDocumentTable('standard')
const documents = orderedDocuments<Standard>(standardTable, 'standard')

export const standardSection: ExperienceSection<WorkspaceTransaction, Standard[]> = {
  ...standardOutline,
  read: documents.list,
  write: documents.replace,
}

export interface StandardRecordsNeeds {
  readonly ledger: Ledger
  readonly guard: ExperienceGuard<WorkspaceTransaction>
}

export function standardRecords({ ledger, guard }: StandardRecordsNeeds) {
  const section = standardOutline.name
  return guardedDocuments({ ledger, documents, guard: (tx, edit) => guard(tx, { section, ...edit }) })
}
export type StandardRecords = ReturnType<typeof standardRecords>
