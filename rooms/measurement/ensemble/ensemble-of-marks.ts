import type { DriverResponses, ReadStatement } from '../drivers/drivers-of-responses.ts'
import {
  type Levels,
  type LivedCells,
  levelsAtEqualTouchpoints,
  levelsOf,
  touchpointLevels,
} from './levels-of-places.ts'
import { type RaisingFound, raisingOfResponses } from './raising-of-responses.ts'
import { type StrandFound, strandOf } from './strands-of-levels.ts'

/** Marks of one kind by place, journeys as they are designed, and the answers that tell what raising marks brings. */
export interface EnsembleInput {
  readonly cells: LivedCells
  /** The same marks by channel and unit. */
  readonly placed: LivedCells
  /** Share of the people who were read. */
  readonly drawn: number
  readonly journeys: readonly { readonly key: string; readonly touchpoints: readonly string[] }[]
  readonly scale: { readonly low: number; readonly high: number }
  /** Fewest people behind a place. */
  readonly leastPeople: number
  /** Null where no measure tells what counts in the end. */
  readonly responses: DriverResponses | null
}

export interface EnsembleFound {
  readonly drawn: number
  readonly people: number
  readonly strands: readonly StrandFound[]
  readonly raising: RaisingFound | null
  readonly statement: ReadStatement | null
}

/** How even the experience is along journeys, over channels and over units, and what raising the weakest touchpoints brings. */
export function ensembleOfMarks(
  { cells, placed, drawn, journeys, scale, leastPeople, responses }: EnsembleInput,
  onProgress: (share: number) => void = () => {},
): EnsembleFound {
  const touchpoints = touchpointLevels(cells)
  const levelOf = levelsByName(touchpoints, leastPeople)
  const judged = [...levelOf.values()]
  const middle = judged.reduce((sum, one) => sum + one, 0) / Math.max(1, judged.length)
  const asked = { scale, leastPeople, middle }
  onProgress(0.1)
  const strands = [
    strandOf(touchpoints, { kind: 'touchpoint', ...asked }),
    ...journeys.map(({ key, touchpoints: own }) =>
      strandOf(levelsOf(touchpoints, placesOf(touchpoints, own)), { kind: 'journey', key, ...asked }),
    ),
    strandOf(levelsAtEqualTouchpoints(placed, placed.channels), { kind: 'channel', ...asked }),
    strandOf(levelsAtEqualTouchpoints(placed, placed.units), { kind: 'unit', ...asked }),
  ]
  onProgress(0.3)
  const raising =
    responses &&
    raisingOfResponses(
      responses,
      (one) => levelOf.get(one),
      (share) => onProgress(0.3 + 0.7 * share),
    )
  return {
    drawn,
    people: touchpoints.everybody,
    strands,
    raising,
    statement: responses?.statement ?? null,
  }
}

function levelsByName({ names, levels, people }: Levels, leastPeople: number): Map<string, number> {
  return new Map(
    names.flatMap((name, at) => (people[at]! >= leastPeople ? [[name, levels[at]!] as const] : [])),
  )
}

/** Places of the touchpoints of a journey among those that were marked, each once. */
function placesOf({ names }: Levels, touchpoints: readonly string[]): number[] {
  return [...new Set(touchpoints)].map((one) => names.indexOf(one)).filter((at) => at >= 0)
}
