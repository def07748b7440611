import { join } from 'node:path'
import type { Warehouse } from '../../../foundations/warehouse/warehouse.ts'
import type { EventsTaken } from './event.contract.ts'
import { eventFacts } from './event.facts.ts'
import { eventIntake, type IntakeLimits, intakeLimits } from './event-intake.routes.ts'
import type { EventJournal } from './event-journal.ts'
import { eventSurroundings } from './event-surroundings.routes.ts'
import { keepEntries } from './journal-entries.facts.ts'
import { openJournal, takeJournal } from './journal-files.job.ts'
import type { EventMessage } from './message-of-event.facts.ts'

interface IntakeChoices {
  readonly limits?: IntakeLimits
  readonly journal?: EventJournal<EventMessage>
}

/** Takes events straight into a warehouse, with the shipped rules and every touchpoint known. */
export function openIntake(warehouse: Warehouse, { limits, journal }: IntakeChoices = {}) {
  const clock = () => new Date('2026-06-10T12:00:00Z')
  const surroundings = eventSurroundings({
    clock,
    records: { get: async () => undefined, put: async () => undefined },
  })
  const intake = eventIntake({ facts: eventFacts(warehouse), surroundings, clock, limits, journal })
  const take = (workspace: string, events: readonly object[]): Promise<EventsTaken> =>
    intake.take(
      { workspace, source: 'test' },
      { events: events.map((event) => ({ event, sentAt: undefined, bytes: 0 })) },
    )
  return { ...intake, take }
}

export const signedIn = (messageId: string, rest: object = {}) => ({
  type: 'track',
  event: 'Signed In',
  userId: 'ada',
  messageId,
  ...rest,
})

/** Interactions of a name that figures count. */
export async function countedIn(
  warehouse: Warehouse,
  workspace: string,
  name = 'signed-in',
): Promise<number> {
  const { histograms } = await warehouse.histograms(workspace, {
    facts: 'interactions',
    kinds: [name],
    population: 'customers',
    from: '2000-01-01',
    to: '2030-12-31',
    by: [],
  })
  return histograms.flatMap(({ bins }) => bins).reduce((sum, { n }) => sum + n, 0)
}

/** Opens an intake with a journal below a directory, after what was left there is kept; few are acknowledged ahead. */
export async function openJournalled(warehouse: Warehouse, directory: string) {
  const place = join(directory, 'events')
  await takeJournal(place, (entries) => keepEntries(eventFacts(warehouse), entries))
  const journal = await openJournal<EventMessage>(place)
  return openIntake(warehouse, { journal, limits: { ...intakeLimits, aheadMessages: 100 } })
}
