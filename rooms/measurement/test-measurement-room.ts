import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import type { Role } from '../../foundations/access/permission.contract.ts'
import { openComputation } from '../../foundations/computation/computation.ts'
import type { RequestContext } from '../../foundations/http/request-context.contract.ts'
import { openLedger } from '../../foundations/ledger/ledger.ts'
import { answerOf, messagesOf, type TestAnswer } from '../../foundations/warehouse/fixtures/answers.ts'
import { openWarehouse } from '../../foundations/warehouse/warehouse.ts'
import { designRoom } from '../design/room.ts'
import { touchpointSection } from '../design/touchpoint/touchpoint.ledger.ts'
import { strategyRoom } from '../strategy/room.ts'
import { annotationSection } from './annotations/annotation.ledger.ts'
import { measureSection } from './measures/measure.ledger.ts'
import { measurementRoom } from './room.ts'

/** An answer as a story tells it: the day, the score, and whatever else matters to it. */
export type Told = Partial<TestAnswer> & { readonly on?: string }

/** Strategy, design and measurement over a ledger and a warehouse of their own. */
export async function openMeasurementRoom() {
  const directory = await mkdtemp(join(tmpdir(), 'tutti-measurement-'))
  const ledger = await openLedger({ clock: () => new Date('2026-07-15T12:00:00Z') })
  const warehouse = await openWarehouse({ location: { directory } })
  const computation = openComputation()
  const strategy = await strategyRoom({
    ledger,
    sections: [measureSection, touchpointSection, annotationSection],
  })
  const design = await designRoom({ ledger, guard: strategy.guard })
  const measurement = await measurementRoom({
    ledger,
    warehouse,
    computation,
    guard: strategy.guard,
    touchpoints: design.records.touchpoints.list,
    journeys: design.records.journeys.list,
    standards: strategy.records.standards.list,
    units: strategy.records.units.list,
    teams: strategy.records.teams.list,
    pillars: strategy.records.platforms.pillars,
  })
  await ledger.migrate([...strategy.migrations, ...design.migrations, ...measurement.migrations])
  const router = { ...strategy.router, ...design.router, ...measurement.router }

  function clientIn(workspace: string, role: Role = 'analyst') {
    return createRouterClient(router, { context: contextOf(workspace, role) })
  }

  async function tell(workspace: string, told: readonly Told[]): Promise<void> {
    const answers = told.map(({ on = '2026-05-10', ...rest }, index) =>
      answerOf({
        messageId: `${workspace}-${index}`,
        occurredAt: new Date(`${on}T12:00:00Z`),
        ...rest,
      }),
    )
    await warehouse.keep(workspace, messagesOf(answers))
  }

  async function close(): Promise<void> {
    await computation.close()
    await warehouse.close()
    await ledger.close()
    await rm(directory, { recursive: true, force: true })
  }

  return { ledger, warehouse, clientIn, tell, close }
}
export type MeasurementRoom = Awaited<ReturnType<typeof openMeasurementRoom>>

function contextOf(workspace: string, role: Role): RequestContext {
  const person = { id: '1', name: 'Ada', email: 'ada@example.org' }
  const memberships = [{ workspace, name: workspace, role, team: null, unit: null }]
  return {
    caller: { kind: 'person', person, memberships },
    actor: 'person:1',
    locale: 'en',
    requestId: 'test',
  }
}

/** The same answer many times. */
export function times(count: number, told: Told): Told[] {
  return Array.from({ length: count }, () => told)
}
