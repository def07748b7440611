import { join } from 'node:path'
import { type Computation, openComputation } from '../../foundations/computation/computation.ts'
import { type Jobs, openJobs } from '../../foundations/jobs/jobs.ts'
import { type Ledger, openLedger } from '../../foundations/ledger/ledger.ts'
import { openWarehouse, type Warehouse } from '../../foundations/warehouse/warehouse.ts'
import type { Configuration } from './configuration.ts'
import { reportError } from './report-error.ts'
import type { Undo } from './undo.ts'

export interface Stores {
  readonly ledger: Ledger
  readonly warehouse: Warehouse
  readonly jobs: Jobs
  readonly computation: Computation
}

export interface StoresToOpen {
  readonly configuration: Configuration
  /** Held by this process. */
  readonly directory: string
  readonly undo: Undo
}

/** Opens ledger, warehouse and jobs: in the data directory, or on the servers that the configuration names. */
export async function openStores({ configuration, directory, undo }: StoresToOpen): Promise<Stores> {
  const { ledgerUrl, warehouseUrl, warehouseCluster: cluster } = configuration
  const ledger = await openLedger(ledgerUrl ? { url: ledgerUrl } : { directory: join(directory, 'ledger') })
  undo.push(ledger.close)
  const location = warehouseUrl ? { url: warehouseUrl, cluster } : { directory: join(directory, 'warehouse') }
  const warehouse = await openWarehouse({ location, alone: (work) => ledger.alone('warehouse', work) })
  undo.push(warehouse.close)
  const jobs = openJobs({ ledger, onError: reportError })
  const computation = openComputation()
  undo.push(computation.close)
  return { ledger, warehouse, jobs, computation }
}
