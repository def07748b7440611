import type { AnyRouter } from '@orpc/server'
import type { AccessNeeds } from '../../foundations/access/access.routes.ts'
import { keyRecords } from '../../foundations/access/key.ledger.ts'
import { workspaceRecords } from '../../foundations/access/workspace.ledger.ts'
import type { Computation } from '../../foundations/computation/computation.ts'
import type { StreamRoute } from '../../foundations/http/stream-route.ts'
import type { WireRoute } from '../../foundations/http/wire-route.ts'
import type { JobKind, Schedule } from '../../foundations/jobs/job.ts'
import type { Jobs } from '../../foundations/jobs/jobs.ts'
import type { Binding, Ledger } from '../../foundations/ledger/ledger.ts'
import type { Migration } from '../../foundations/ledger/migration.ts'
import type { Warehouse } from '../../foundations/warehouse/warehouse.ts'
import { journeySection } from '../../rooms/design/journey/journey.ledger.ts'
import { designRoom } from '../../rooms/design/room.ts'
import { touchpointSection } from '../../rooms/design/touchpoint/touchpoint.ledger.ts'
import { governanceRoom } from '../../rooms/governance/room.ts'
import { annotationSection } from '../../rooms/measurement/annotations/annotation.ledger.ts'
import { measureSection } from '../../rooms/measurement/measures/measure.ledger.ts'
import { measurementRoom } from '../../rooms/measurement/room.ts'
import { strategyRoom } from '../../rooms/strategy/room.ts'
import { understandingRoom } from '../../rooms/understanding/room.ts'

export interface WiringNeeds {
  readonly ledger: Ledger
  readonly warehouse: Warehouse
  readonly jobs: Jobs
  readonly computation: Computation
  /** A directory of its own for files that wait to be read. */
  readonly uploads: string
  readonly eventJournal: { readonly directory: string; readonly aheadMessages: number }
  /** Folder whose folders are imported from on schedule. */
  readonly inbox?: string | undefined
}

/** All that the rooms mount. */
export interface Rooms {
  readonly router: Readonly<Record<string, AnyRouter>>
  readonly migrations: readonly Migration[]
  readonly streams: readonly StreamRoute[]
  readonly wires: readonly WireRoute[]
  readonly jobs: readonly JobKind<never>[]
  readonly schedules: readonly Schedule[]
  /** Resolves when what was taken in is kept. */
  readonly close: () => Promise<void>
  /** Keys of the teams and units of a workspace. */
  readonly places: AccessNeeds['places']
  /** Makes a workspace hold what an `experience.yaml` states. */
  readonly applyExperience: (binding: Binding, yaml: string) => Promise<unknown>
}

/** Builds the rooms in their order; every arrow from an earlier room to a later one is a line here. */
export async function wireRooms({
  ledger,
  warehouse,
  jobs,
  computation,
  uploads,
  eventJournal,
  inbox,
}: WiringNeeds): Promise<Rooms> {
  const strategy = await strategyRoom({
    ledger,
    sections: [measureSection, touchpointSection, journeySection, annotationSection],
  })
  const understanding = await understandingRoom({
    ledger,
    warehouse,
    jobs,
    uploadDirectory: uploads,
    eventJournal,
    inbox,
    knownTouchpoints: async (binding) =>
      new Set((await design.records.touchpoints.list(binding)).map(({ key }) => key)),
    shippedMappings: new URL('../../examples/mappings/', import.meta.url),
    writeKeys: async (binding) =>
      (await keyRecords(ledger).list(binding)).filter(({ use }) => use === 'ingestion'),
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
  const governance = governanceRoom({
    ...measurement.records,
    touchpoints: design.records.touchpoints.list,
    teams: strategy.records.teams.list,
    organisation: workspaceRecords(ledger).nameOf,
    computation,
    ledger,
  })
  return {
    router: {
      strategy: strategy.router,
      understanding: understanding.router,
      design: design.router,
      measurement: measurement.router,
      governance: governance.router,
    },
    migrations: [strategy, understanding, design, measurement].flatMap(({ migrations }) => migrations),
    streams: understanding.streams,
    wires: understanding.wires,
    jobs: understanding.jobs,
    schedules: understanding.schedules,
    close: understanding.close,
    places: async (binding) => {
      const { teams, units } = strategy.records
      const keys = (all: readonly { readonly key: string }[]) => all.map(({ key }) => key)
      return { teams: keys(await teams.list(binding)), units: keys(await units.list(binding)) }
    },
    applyExperience: async (binding, yaml) => {
      const { findings } = await strategy.records.files.apply(binding, { text: yaml, language: 'en' })
      if (findings.length > 0) throw new Error(`The experience does not fit: ${findings[0]!.message}.`)
    },
  }
}
