import { documentSection } from '../../../foundations/ledger/document-section.ts'
import type { WorkspaceTransaction } from '../../../foundations/ledger/ledger.ts'
import type { ExperienceRefusal, ExperienceSection } from '../../strategy/contract.ts'
import type { Touchpoint } from '../contract.ts'
import { touchpointOutline } from './touchpoint-outline.ts'

const { table, stored, records } = documentSection<Touchpoint, ExperienceRefusal>({
  section: touchpointOutline.name,
  noun: 'touchpoint',
})

export const touchpointTable = table

export const touchpointSection: ExperienceSection<WorkspaceTransaction, Touchpoint[]> = {
  ...touchpointOutline,
  ...stored,
}

export const touchpointRecords = records
export type TouchpointRecords = ReturnType<typeof touchpointRecords>
