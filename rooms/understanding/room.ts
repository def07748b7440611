import type { Jobs } from '../../foundations/jobs/jobs.ts'
import type { Ledger } from '../../foundations/ledger/ledger.ts'
import { readMigrations } from '../../foundations/ledger/migration.ts'
import type { Warehouse } from '../../foundations/warehouse/warehouse.ts'
import { importFacts } from './import/import.facts.ts'
import { importJob } from './import/import.job.ts'
import { importRecords } from './import/import.ledger.ts'
import { importRoutes } from './import/import.routes.ts'
import { uploadRoute } from './import/upload.routes.ts'
import { uploadedFiles } from './import/uploaded-files.job.ts'
import { segmentFacts } from './segments/segment.facts.ts'
import { segmentRoutes } from './segments/segment.routes.ts'

export interface UnderstandingRoomNeeds {
  readonly ledger: Ledger
  readonly warehouse: Warehouse
  readonly jobs: Pick<Jobs, 'start' | 'cancel'>
  /** Where uploaded files wait to be imported. */
  readonly uploadDirectory: string
}

export async function understandingRoom({
  ledger,
  warehouse,
  jobs,
  uploadDirectory,
}: UnderstandingRoomNeeds) {
  const records = importRecords(ledger)
  const files = uploadedFiles(uploadDirectory)
  return {
    router: {
      imports: importRoutes({ records, jobs, files, clock: ledger.clock }),
      segments: segmentRoutes(segmentFacts(warehouse)),
    },
    migrations: await readMigrations(new URL('./migrations/', import.meta.url), 'understanding'),
    streams: [uploadRoute(records, files)],
    jobs: [importJob({ records, facts: importFacts(warehouse), files, clock: ledger.clock })],
  }
}
