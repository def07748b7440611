import type { AnyRouter } from '@orpc/server'
import type { StreamRoute } from '../../foundations/http/stream-route.ts'
import type { JobKind } from '../../foundations/jobs/job.ts'
import type { Jobs } from '../../foundations/jobs/jobs.ts'
import type { Ledger } from '../../foundations/ledger/ledger.ts'
import type { Migration } from '../../foundations/ledger/migration.ts'
import type { Warehouse } from '../../foundations/warehouse/warehouse.ts'
import { designRoom } from '../../rooms/design/room.ts'
import { touchpointSection } from '../../rooms/design/touchpoint/touchpoint.ledger.ts'
import { strategyRoom } from '../../rooms/strategy/room.ts'

export interface WiringNeeds {
  readonly ledger: Ledger
  readonly warehouse: Warehouse
  readonly jobs: Jobs
  /** A directory of its own for files that wait to be read. */
  readonly uploads: string
}

/** All that the rooms mount. */
export interface Rooms {
  readonly router: Readonly<Record<string, AnyRouter>>
  readonly migrations: readonly Migration[]
  readonly streams: readonly StreamRoute[]
  readonly jobs: readonly JobKind[]
}

/** Builds the rooms in their order; every arrow from an earlier room to a later one is a line here. */
export async function wireRooms({ ledger }: WiringNeeds): Promise<Rooms> {
  const strategy = await strategyRoom({ ledger, sections: [touchpointSection] })
  const design = await designRoom({ ledger, guard: strategy.guard })
  return {
    router: { strategy: strategy.router, design: design.router },
    migrations: [...strategy.migrations, ...design.migrations],
    streams: [],
    jobs: [],
  }
}
