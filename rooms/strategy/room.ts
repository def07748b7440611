import type { Ledger, WorkspaceTransaction } from '../../foundations/ledger/ledger.ts'
import { readMigrations } from '../../foundations/ledger/migration.ts'
import { commitmentRecords, commitmentSection } from './charter/commitment.ledger.ts'
import { commitmentRoutes } from './charter/commitment.routes.ts'
import type { ExperienceSection } from './contract.ts'
import {
  experienceFileRecords,
  experienceGuard,
  type Sections,
} from './experience-file/experience-file.ledger.ts'
import { experienceFileRoutes } from './experience-file/experience-file.routes.ts'
import { teamRecords, teamSection } from './organisation/team.ledger.ts'
import { teamRoutes } from './organisation/team.routes.ts'
import { unitRecords, unitSection } from './organisation/unit.ledger.ts'
import { unitRoutes } from './organisation/unit.routes.ts'
import { platformRecords, platformSection } from './platform/platform.ledger.ts'
import { platformRoutes } from './platform/platform.routes.ts'
import { standardRecords, standardSection } from './standards/standard.ledger.ts'
import { standardRoutes } from './standards/standard.routes.ts'

export interface StrategyRoomNeeds {
  readonly ledger: Ledger
  /** Sections of `experience.yaml` that the later rooms contribute, in the order of the file. */
  readonly sections: readonly ExperienceSection<WorkspaceTransaction>[]
}

export async function strategyRoom({ ledger, sections: later }: StrategyRoomNeeds) {
  const sections: Sections = [
    platformSection,
    teamSection,
    unitSection,
    ...later,
    standardSection,
    commitmentSection,
  ]
  const guard = experienceGuard(sections)
  const platforms = platformRecords({ ledger, guard })
  const teams = teamRecords({ ledger, guard })
  const units = unitRecords({ ledger, guard })
  const standards = standardRecords({ ledger, guard })
  const commitments = commitmentRecords({ ledger, guard })
  const files = experienceFileRecords({ ledger, sections })
  return {
    router: {
      platform: platformRoutes(platforms),
      teams: teamRoutes(teams),
      units: unitRoutes(units),
      standards: standardRoutes(standards),
      charter: commitmentRoutes(commitments),
      experience: experienceFileRoutes(files),
    },
    migrations: await readMigrations(new URL('./migrations/', import.meta.url), 'strategy'),
    /** For the rooms that contribute sections: whether a change leaves the experience whole. */
    guard,
    /** For the rooms that read them. */
    records: { platforms, teams, units, standards, commitments, files },
  }
}
