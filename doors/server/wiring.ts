import type { AnyRouter } from '@orpc/server'
import type { StreamRoute } from '../../foundations/http/stream-route.ts'
import type { Ledger } from '../../foundations/ledger/ledger.ts'
import type { Migration } from '../../foundations/ledger/migration.ts'
import { designRoom } from '../../rooms/design/room.ts'
import { touchpointSection } from '../../rooms/design/touchpoint/touchpoint.ledger.ts'
import { strategyRoom } from '../../rooms/strategy/room.ts'

export interface WiringNeeds {
  readonly ledger: Ledger
}

/** All that the rooms mount. */
export interface Rooms {
  readonly router: Readonly<Record<string, AnyRouter>>
  readonly migrations: readonly Migration[]
  readonly streams: readonly StreamRoute[]
}

/** Builds the rooms in their order; every arrow from an earlier room to a later one is a line here. */
export async function wireRooms({ ledger }: WiringNeeds): Promise<Rooms> {
  const strategy = await strategyRoom({ ledger, sections: [touchpointSection] })
  const design = await designRoom({ ledger, guard: strategy.guard })
  return {
    router: { strategy: strategy.router, design: design.router },
    migrations: [...strategy.migrations, ...design.migrations],
    streams: [],
  }
}
