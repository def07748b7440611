import { threadedFunction } from '../../../foundations/computation/threaded-function.ts'
import type { Analysis } from '../analyses/run-analyses.job.ts'
import type { DriverResponses, DriversFound, driversOfResponses } from './drivers-of-responses.ts'
import type { FollowedPeople } from './followed-people.facts.ts'
import type { ScoreBesideAsked } from './responses-beside.facts.ts'
import type { DriversAsked } from './understand-drivers.routes.ts'

type DriverAnalysis = Analysis<DriversAsked, DriverResponses, DriversFound>

/** Where a score, and where an outcome, is read with the marks beside it. */
interface DriverReading {
  readonly responses: (workspace: string, asked: ScoreBesideAsked) => Promise<DriverResponses>
  readonly people: FollowedPeople
}

/** Drivers, worked out in a thread. */
export function driverAnalysis({ responses, people }: DriverReading): DriverAnalysis {
  return {
    name: 'drivers',
    version: 4,
    read: (workspace, asked) =>
      'followed' in asked ? people.read(workspace, asked.followed) : responses(workspace, asked),
    compute: threadedFunction<typeof driversOfResponses>(
      new URL('./drivers-of-responses.ts', import.meta.url),
      'driversOfResponses',
    ),
  }
}
