import { documentSection } from '../../../foundations/ledger/document-section.ts'
import type { WorkspaceTransaction } from '../../../foundations/ledger/ledger.ts'
import type { ExperienceRefusal, ExperienceSection, Team } from '../contract.ts'
import { teamOutline } from './team-outline.ts'

const { table, stored, records } = documentSection<Team, ExperienceRefusal>({
  section: teamOutline.name,
  noun: 'team',
})

export const teamTable = table

export const teamSection: ExperienceSection<WorkspaceTransaction, Team[]> = { ...teamOutline, ...stored }

export const teamRecords = records
export type TeamRecords = ReturnType<typeof teamRecords>
