import { documentSection } from '../../../foundations/ledger/document-section.ts'
import type { WorkspaceTransaction } from '../../../foundations/ledger/ledger.ts'
import type { ExperienceRefusal, ExperienceSection, Unit } from '../contract.ts'
import { unitOutline } from './unit-outline.ts'

const { table, stored, records } = documentSection<Unit, ExperienceRefusal>({
  section: unitOutline.name,
  noun: 'unit',
})

export const unitTable = table

export const unitSection: ExperienceSection<WorkspaceTransaction, Unit[]> = { ...unitOutline, ...stored }

export const unitRecords = records
export type UnitRecords = ReturnType<typeof unitRecords>
