import { documentSection } from '../../../foundations/ledger/document-section.ts'
import type { WorkspaceTransaction } from '../../../foundations/ledger/ledger.ts'
import type { ExperienceRefusal, ExperienceSection, Standard } from '../contract.ts'
import { standardOutline } from './standard-outline.ts'

const { table, stored, records } = documentSection<Standard, ExperienceRefusal>({
  section: standardOutline.name,
  noun: 'standard',
})

export const standardTable = table

export const standardSection: ExperienceSection<WorkspaceTransaction, Standard[]> = {
  ...standardOutline,
  ...stored,
}

export const standardRecords = records
export type StandardRecords = ReturnType<typeof standardRecords>
