import { guardedDocuments } from '../../../foundations/ledger/guarded-documents.ts'
import type { Ledger, WorkspaceTransaction } from '../../../foundations/ledger/ledger.ts'
import { orderedDocuments, orderedDocumentTable } from '../../../foundations/ledger/ordered-documents.ts'
import type { ExperienceGuard, ExperienceSection } from '../../strategy/contract.ts'
import type { Journey } from '../contract.ts'
import { journeyOutline } from './journey-outline.ts'

export const journeyTable = orderedDocumentTable('journey')
const documents = orderedDocuments<Journey>(journeyTable, 'journey')

export const journeySection: ExperienceSection<WorkspaceTransaction, Journey[]> = {
  ...journeyOutline,
  read: documents.list,
  write: documents.replace,
}

export interface JourneyRecordsNeeds {
  readonly ledger: Ledger
  readonly guard: ExperienceGuard<WorkspaceTransaction>
}

export function journeyRecords({ ledger, guard }: JourneyRecordsNeeds) {
  const section = journeyOutline.name
  return guardedDocuments({ ledger, documents, guard: (tx, edit) => guard(tx, { section, ...edit }) })
}
export type JourneyRecords = ReturnType<typeof journeyRecords>
