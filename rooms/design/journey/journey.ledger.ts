import { documentSection } from '../../../foundations/ledger/document-section.ts'
import type { WorkspaceTransaction } from '../../../foundations/ledger/ledger.ts'
import type { ExperienceRefusal, ExperienceSection } from '../../strategy/contract.ts'
import type { Journey } from '../contract.ts'
import { journeyOutline } from './journey-outline.ts'

const { table, stored, records } = documentSection<Journey, ExperienceRefusal>({
  section: journeyOutline.name,
  noun: 'journey',
})

export const journeyTable = table

export const journeySection: ExperienceSection<WorkspaceTransaction, Journey[]> = {
  ...journeyOutline,
  ...stored,
}

export const journeyRecords = records
export type JourneyRecords = ReturnType<typeof journeyRecords>
