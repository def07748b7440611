import type { Ledger, WorkspaceTransaction } from '../../foundations/ledger/ledger.ts'
import { readMigrations } from '../../foundations/ledger/migration.ts'
import type { Warehouse } from '../../foundations/warehouse/warehouse.ts'
import type { ExperienceGuard } from '../strategy/contract.ts'
import type { FigureNeeds } from './figures/answer-figures.ts'
import { figureFacts } from './figures/figures.facts.ts'
import { figureRoutes } from './figures/figures.routes.ts'
import { measureRecords } from './measures/measure.ledger.ts'
import { measureRoutes } from './measures/measure.routes.ts'

export interface MeasurementRoomNeeds extends Pick<FigureNeeds, 'touchpoints' | 'standards' | 'units'> {
  readonly ledger: Ledger
  readonly warehouse: Warehouse
  /** Whether a change leaves the experience whole; given by strategy. */
  readonly guard: ExperienceGuard<WorkspaceTransaction>
}

export async function measurementRoom({ ledger, warehouse, guard, ...others }: MeasurementRoomNeeds) {
  const measures = measureRecords({ ledger, guard })
  const figures: FigureNeeds = {
    ...others,
    facts: figureFacts(warehouse),
    measures: measures.list,
    clock: ledger.clock,
  }
  return {
    router: { measures: measureRoutes(measures), figures: figureRoutes(figures) },
    migrations: await readMigrations(new URL('./migrations/', import.meta.url), 'measurement'),
    /** For the rooms that read them. */
    records: { measures },
  }
}
