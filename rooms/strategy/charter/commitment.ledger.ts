import { documentSection } from '../../../foundations/ledger/document-section.ts'
import type { WorkspaceTransaction } from '../../../foundations/ledger/ledger.ts'
import type { Commitment, ExperienceRefusal, ExperienceSection } from '../contract.ts'
import { commitmentOutline } from './commitment-outline.ts'

const { table, stored, records } = documentSection<Commitment, ExperienceRefusal>({
  section: commitmentOutline.name,
  noun: 'commitment',
})

export const commitmentTable = table

export const commitmentSection: ExperienceSection<WorkspaceTransaction, Commitment[]> = {
  ...commitmentOutline,
  ...stored,
}

export const commitmentRecords = records
export type CommitmentRecords = ReturnType<typeof commitmentRecords>
