import { guardedDocuments } from '../../../foundations/ledger/guarded-documents.ts'
import type { Ledger, WorkspaceTransaction } from '../../../foundations/ledger/ledger.ts'
import { orderedDocuments, orderedDocumentTable } from '../../../foundations/ledger/ordered-documents.ts'
import type { ExperienceGuard, ExperienceSection } from '../../strategy/contract.ts'
import type { Measure } from '../contract.ts'
import { measureOutline } from './measure-outline.ts'

export const measureTable = orderedDocumentTable('measure')
const documents = orderedDocuments<Measure>(measureTable, 'measure')

export const measureSection: ExperienceSection<WorkspaceTransaction, Measure[]> = {
  ...measureOutline,
  read: documents.list,
  write: documents.replace,
}

export interface MeasureRecordsNeeds {
  readonly ledger: Ledger
  readonly guard: ExperienceGuard<WorkspaceTransaction>
}

export function measureRecords({ ledger, guard }: MeasureRecordsNeeds) {
  const section = measureOutline.name
  return guardedDocuments({ ledger, documents, guard: (tx, edit) => guard(tx, { section, ...edit }) })
}
export type MeasureRecords = ReturnType<typeof measureRecords>
