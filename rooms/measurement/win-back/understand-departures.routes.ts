import { problem } from '../../../foundations/http/problem.contract.ts'
import type { DepartureFacts } from './departures.facts.ts'
import type { DepartureNames } from './returns-of-leavers.ts'

/** Names that were asked for, where there are any. */
interface DeparturesAsked {
  readonly leaving?: string | undefined
  readonly contact?: string | undefined
}

/** Which interactions tell that people left, came back and were written to; a name that is not there is refused with those that are. */
export async function understandDepartures(
  departures: DepartureFacts,
  workspace: string,
  { leaving, contact }: DeparturesAsked,
): Promise<DepartureNames | null> {
  const { known, names } = await departures.names(workspace, { leaving, contact })
  const unknown = [leaving, contact].find((name) => name !== undefined && !known.includes(name))
  if (unknown !== undefined)
    throw problem('MEASUREMENT_INTERACTION_UNKNOWN', { key: unknown, known: known.join(', ') || '–' })
  return names
}
