import { documentSection } from '../../../foundations/ledger/document-section.ts'
import type { WorkspaceTransaction } from '../../../foundations/ledger/ledger.ts'
import type { ExperienceRefusal, ExperienceSection } from '../../strategy/contract.ts'
import type { Measure } from '../contract.ts'
import { measureOutline } from './measure-outline.ts'

const { table, stored, records } = documentSection<Measure, ExperienceRefusal>({
  section: measureOutline.name,
  noun: 'measure',
})

export const measureTable = table

export const measureSection: ExperienceSection<WorkspaceTransaction, Measure[]> = {
  ...measureOutline,
  ...stored,
}

export const measureRecords = records
export type MeasureRecords = ReturnType<typeof measureRecords>
