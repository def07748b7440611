import type { Warehouse } from '../../../foundations/warehouse/warehouse.ts'
import { driverResponses, type ScoreAsked } from './drivers.facts.ts'
import type { DriverResponses } from './drivers-of-responses.ts'
import { type LivedAsked, livedBeside } from './lived-beside.facts.ts'

/** A question about a score, with what happened before the answers weighed beside them. */
export interface ScoreBesideAsked extends ScoreAsked {
  readonly lived: readonly LivedAsked[]
  /** Days before an answer in which it counts. */
  readonly days: number
}

/** Reads answers that came together, and what happened before them. */
export function driverResponsesBeside(warehouse: Warehouse) {
  const [responses, beside] = [driverResponses(warehouse), livedBeside(warehouse)]
  return async (workspace: string, { lived, days, ...asked }: ScoreBesideAsked): Promise<DriverResponses> => {
    const read = await responses(workspace, asked)
    const columns: DriverResponses['beside'][number][] = []
    for (const one of lived) columns.push(await beside.beforeAnswers(workspace, asked, { ...one, days }))
    return { ...read, beside: [...read.beside, ...columns] }
  }
}
