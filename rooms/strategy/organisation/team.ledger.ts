import { guardedDocuments } from '../../../foundations/ledger/guarded-documents.ts'
import type { Ledger, WorkspaceTransaction } from '../../../foundations/ledger/ledger.ts'
import { orderedDocuments, orderedDocumentTable } from '../../../foundations/ledger/ordered-documents.ts'
import type { ExperienceGuard, ExperienceSection, Team } from '../contract.ts'
import { teamOutline } from './team-outline.ts'

export const teamTable = orderedDocumentTable('team')
const documents = orderedDocuments<Team>(teamTable, 'team')

export const teamSection: ExperienceSection<WorkspaceTransaction, Team[]> = {
  ...teamOutline,
  read: documents.list,
  write: documents.replace,
}

export interface TeamRecordsNeeds {
  readonly ledger: Ledger
  readonly guard: ExperienceGuard<WorkspaceTransaction>
}

export function teamRecords({ ledger, guard }: TeamRecordsNeeds) {
  const section = teamOutline.name
  return guardedDocuments({ ledger, documents, guard: (tx, edit) => guard(tx, { section, ...edit }) })
}
export type TeamRecords = ReturnType<typeof teamRecords>
