import type { JobKind, Schedule } from '../../foundations/jobs/job.ts'
import type { Jobs } from '../../foundations/jobs/jobs.ts'
import type { Binding, Ledger } from '../../foundations/ledger/ledger.ts'
import { readMigrations } from '../../foundations/ledger/migration.ts'
import type { Warehouse } from '../../foundations/warehouse/warehouse.ts'
import { type EventFacts, eventFacts } from './events/event.facts.ts'
import { eventRoutes } from './events/event.routes.ts'
import { eventIntake, intakeLimits } from './events/event-intake.routes.ts'
import type { EventJournal } from './events/event-journal.ts'
import { eventSurroundings } from './events/event-surroundings.routes.ts'
import { eventTableRecords } from './events/event-table.ledger.ts'
import { eventWireRoutes } from './events/event-wires.routes.ts'
import { keepEntries } from './events/journal-entries.facts.ts'
import { openJournal, takeJournal } from './events/journal-files.job.ts'
import type { EventMessage } from './events/message-of-event.facts.ts'
import { rememberedFor } from './events/remembered-for.ts'
import { clearUploads } from './import/clear-uploads.job.ts'
import { draftRoutes } from './import/draft.routes.ts'
import { importFacts } from './import/import.facts.ts'
import { importJob, undoJob } from './import/import.job.ts'
import { importRecords } from './import/import.ledger.ts'
import { importRoutes } from './import/import.routes.ts'
import { mappingRecords } from './import/mapping.ledger.ts'
import { mappingRoutes } from './import/mapping.routes.ts'
import { pseudonymSecret } from './import/pseudonym-secret.ledger.ts'
import { dueLooks, lookJob } from './import/schedule/look.job.ts'
import { scheduleRecords } from './import/schedule/schedule.ledger.ts'
import { scheduleRoutes } from './import/schedule/schedule.routes.ts'
import { uploadRoute } from './import/upload.routes.ts'
import { uploadedFiles } from './import/uploaded-files.job.ts'
import { segmentFacts } from './segments/segment.facts.ts'
import { segmentRoutes } from './segments/segment.routes.ts'
import { sourceFacts } from './sources/source.facts.ts'
import { sourceRecords } from './sources/source.ledger.ts'
import { sourceRoutes, type WriteKey } from './sources/source.routes.ts'
import { webhookRecords } from './webhooks/webhook.ledger.ts'
import { webhookRoutes } from './webhooks/webhook.routes.ts'
import { webhookWireRoute } from './webhooks/webhook-wire.routes.ts'

export interface UnderstandingRoomNeeds {
  readonly ledger: Ledger
  readonly warehouse: Warehouse
  readonly jobs: Pick<Jobs, 'start' | 'cancel' | 'get'>
  /** Where uploaded files wait to be imported. */
  readonly uploadDirectory: string
  /** Folder whose folders are imported from on schedule; without it none is. */
  readonly inbox?: string | undefined
  /** Keys of the touchpoints designed in a workspace; without it all are taken for known. */
  readonly knownTouchpoints?: (binding: Binding) => Promise<ReadonlySet<string>>
  /** Where events are written down before they are kept, and how many may be acknowledged until then; 0 for none. */
  readonly eventJournal?: { readonly directory: string; readonly aheadMessages: number }
  /** Where the mappings lie that come with Tutti. */
  readonly shippedMappings?: URL
  /** Keys that programs send events with. */
  readonly writeKeys?: (binding: Binding) => Promise<readonly WriteKey[]>
}

export async function understandingRoom({
  ledger,
  warehouse,
  jobs,
  uploadDirectory,
  inbox,
  knownTouchpoints,
  eventJournal,
  shippedMappings,
  writeKeys,
}: UnderstandingRoomNeeds) {
  const records = importRecords(ledger)
  const files = uploadedFiles(uploadDirectory)
  const facts = importFacts(warehouse)
  const secret = pseudonymSecret(ledger)
  const mappings = mappingRecords(ledger)
  const looks = {
    ...{ inbox, records, mappings, files, jobs },
    ...{ schedules: scheduleRecords(ledger), alone: ledger.alone, clock: ledger.clock },
  }
  const kinds: readonly JobKind<never>[] = [
    importJob({ records, facts, files, secret, clock: ledger.clock }),
    undoJob({ records, facts }),
    lookJob(looks),
  ]
  const events = { records: eventTableRecords(ledger), facts: eventFacts(warehouse) }
  const surroundings = eventSurroundings({ ...events, knownTouchpoints, clock: ledger.clock })
  const journal = await beginJournal(events.facts, eventJournal)
  const limits = { ...intakeLimits, aheadMessages: eventJournal?.aheadMessages ?? 0 }
  const intake = eventIntake({ ...events, surroundings, clock: ledger.clock, limits, journal })
  const hooks = webhookRecords(ledger)
  const webhooks = rememberedFor({ load: hooks.open, durationMs: 5_000, clock: ledger.clock })
  return {
    router: {
      imports: importRoutes({ records, jobs, files, secret, knownTouchpoints, clock: ledger.clock }),
      mappings: mappingRoutes(mappings),
      schedules: scheduleRoutes(looks),
      drafts: draftRoutes({ shippedMappings }),
      segments: segmentRoutes(segmentFacts(warehouse)),
      events: eventRoutes({ ...events, surroundings }),
      webhooks: webhookRoutes({ records: hooks, forget: webhooks.forget, surroundings, clock: ledger.clock }),
      sources: sourceRoutes({
        facts: sourceFacts(warehouse),
        records: sourceRecords(ledger),
        webhooks: hooks.list,
        writeKeys,
        clock: ledger.clock,
      }),
    },
    migrations: await readMigrations(new URL('./migrations/', import.meta.url), 'understanding'),
    streams: [uploadRoute(records, files)],
    wires: [...eventWireRoutes(intake), webhookWireRoute({ intake, webhooks })],
    jobs: kinds,
    /** Resolves when what was taken is kept. */
    close: intake.close,
    schedules: [dueLooks(looks), clearUploads({ files, records, clock: ledger.clock })] satisfies Schedule[],
  }
}

/** What was written down before is kept first; then the journal is open, where events may be acknowledged by it. */
async function beginJournal(
  facts: EventFacts,
  journal: UnderstandingRoomNeeds['eventJournal'],
): Promise<EventJournal<EventMessage> | undefined> {
  if (!journal) return undefined
  await takeJournal(journal.directory, (entries) => keepEntries(facts, entries))
  return journal.aheadMessages > 0 ? openJournal(journal.directory) : undefined
}
