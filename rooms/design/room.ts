import type { Ledger, WorkspaceTransaction } from '../../foundations/ledger/ledger.ts'
import { readMigrations } from '../../foundations/ledger/migration.ts'
import type { ExperienceGuard } from '../strategy/contract.ts'
import { journeyRecords } from './journey/journey.ledger.ts'
import { journeyRoutes } from './journey/journey.routes.ts'
import { touchpointRecords } from './touchpoint/touchpoint.ledger.ts'
import { touchpointRoutes } from './touchpoint/touchpoint.routes.ts'

export interface DesignRoomNeeds {
  readonly ledger: Ledger
  /** Whether a change leaves the experience whole; given by strategy. */
  readonly guard: ExperienceGuard<WorkspaceTransaction>
}

export async function designRoom({ ledger, guard }: DesignRoomNeeds) {
  const touchpoints = touchpointRecords({ ledger, guard })
  const journeys = journeyRecords({ ledger, guard })
  return {
    router: { touchpoints: touchpointRoutes(touchpoints), journeys: journeyRoutes(journeys) },
    migrations: await readMigrations(new URL('./migrations/', import.meta.url), 'design'),
    /** For the rooms that read them. */
    records: { touchpoints, journeys },
  }
}
