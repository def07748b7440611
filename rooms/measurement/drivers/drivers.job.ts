import { threadedFunction } from '../../../foundations/computation/threaded-function.ts'
import type { Analysis } from '../analyses/run-analyses.job.ts'
import type { DriversAsked } from './drivers.facts.ts'
import type { DriverResponses, DriversFound, driversOfResponses } from './drivers-of-responses.ts'

type DriverAnalysis = Analysis<DriversAsked, DriverResponses, DriversFound>

/** Drivers, worked out in a thread. */
export function driverAnalysis(read: DriverAnalysis['read']): DriverAnalysis {
  return {
    name: 'drivers',
    version: 1,
    read,
    compute: threadedFunction<typeof driversOfResponses>(
      new URL('./drivers-of-responses.ts', import.meta.url),
      'driversOfResponses',
    ),
  }
}
