import { guardedDocuments } from '../../../foundations/ledger/guarded-documents.ts'
import type { Ledger, WorkspaceTransaction } from '../../../foundations/ledger/ledger.ts'
import { orderedDocuments, orderedDocumentTable } from '../../../foundations/ledger/ordered-documents.ts'
import type { ExperienceGuard, ExperienceSection } from '../../strategy/contract.ts'
import type { Touchpoint } from '../contract.ts'
import { touchpointOutline } from './touchpoint-outline.ts'

export const touchpointTable = orderedDocumentTable('touchpoint')
const documents = orderedDocuments<Touchpoint>(touchpointTable, 'touchpoint')

export const touchpointSection: ExperienceSection<WorkspaceTransaction, Touchpoint[]> = {
  ...touchpointOutline,
  read: documents.list,
  write: documents.replace,
}

export interface TouchpointRecordsNeeds {
  readonly ledger: Ledger
  readonly guard: ExperienceGuard<WorkspaceTransaction>
}

export function touchpointRecords({ ledger, guard }: TouchpointRecordsNeeds) {
  const section = touchpointOutline.name
  return guardedDocuments({ ledger, documents, guard: (tx, edit) => guard(tx, { section, ...edit }) })
}
export type TouchpointRecords = ReturnType<typeof touchpointRecords>
