import { guardedDocuments } from '../../../foundations/ledger/guarded-documents.ts'
import type { Ledger, WorkspaceTransaction } from '../../../foundations/ledger/ledger.ts'
import { orderedDocuments, orderedDocumentTable } from '../../../foundations/ledger/ordered-documents.ts'
import type { ExperienceGuard, ExperienceSection, Unit } from '../contract.ts'
import { unitOutline } from './unit-outline.ts'

export const unitTable = orderedDocumentTable('unit')
const documents = orderedDocuments<Unit>(unitTable, 'unit')

export const unitSection: ExperienceSection<WorkspaceTransaction, Unit[]> = {
  ...unitOutline,
  read: documents.list,
  write: documents.replace,
}

export interface UnitRecordsNeeds {
  readonly ledger: Ledger
  readonly guard: ExperienceGuard<WorkspaceTransaction>
}

export function unitRecords({ ledger, guard }: UnitRecordsNeeds) {
  const section = unitOutline.name
  return guardedDocuments({ ledger, documents, guard: (tx, edit) => guard(tx, { section, ...edit }) })
}
export type UnitRecords = ReturnType<typeof unitRecords>
