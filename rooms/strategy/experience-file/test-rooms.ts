import { createRouterClient } from '@orpc/server'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import { type Ledger, openLedger } from '../../../foundations/ledger/ledger.ts'
import { readMigrations } from '../../../foundations/ledger/migration.ts'
import { journeySection } from '../../design/journey/journey.ledger.ts'
import { journeyOutline } from '../../design/journey/journey-outline.ts'
import { designRoom } from '../../design/room.ts'
import { touchpointSection } from '../../design/touchpoint/touchpoint.ledger.ts'
import { touchpointOutline } from '../../design/touchpoint/touchpoint-outline.ts'
import { measureSection } from '../../measurement/measures/measure.ledger.ts'
import { measureOutline } from '../../measurement/measures/measure-outline.ts'
import { strategyRoom } from '../room.ts'
import { experienceOutlines } from './experience-outlines.ts'

export const testOutlines = experienceOutlines([measureOutline, touchpointOutline, journeyOutline])

/** Strategy and design over a ledger of their own, with the measures of measurement beside them. */
export async function openTestRooms(open: () => Promise<Ledger> = () => openLedger({})) {
  const ledger = await open()
  const strategy = await strategyRoom({
    ledger,
    sections: [measureSection, touchpointSection, journeySection],
  })
  const design = await designRoom({ ledger, guard: strategy.guard })
  const measures = await readMigrations(
    new URL('../../measurement/migrations/', import.meta.url),
    'measurement',
  )
  await ledger.migrate([...strategy.migrations, ...design.migrations, ...measures])
  const clientOf = (actor: string) => {
    const context: RequestContext = { caller: { kind: 'stranger' }, actor, locale: 'en', requestId: 'test' }
    return createRouterClient({ ...strategy.router, ...design.router }, { context })
  }
  return { ledger, strategy, design, clientOf }
}
