import type { Warehouse } from '../../../foundations/warehouse/warehouse.ts'
import type { countedFacts } from '../measures/measure.contract.ts'

type Facts = (typeof countedFacts)[number]

/** How many facts of each kind came in, those of customers and prospects, the most frequent first. */
export type FoundKinds = Readonly<Record<Facts, ReadonlyMap<string, number>>>

const names = { answers: 'kind', interactions: 'name', outcomes: 'kind' } as const

/** Counts the facts of each kind. */
export function foundKinds(warehouse: Warehouse) {
  const counted = async (workspace: string, facts: Facts): Promise<ReadonlyMap<string, number>> => {
    const read = await warehouse.columns(workspace, {
      sql: `SELECT toString(${names[facts]}) AS called, toFloat64(count()) AS n FROM ${facts} GROUP BY called ORDER BY n DESC, called`,
    })
    const { codes, values } = read.texts('called')
    const counts = read.numbers('n')
    return new Map(Array.from(codes, (code, row) => [values[code]!, Number(counts[row])]))
  }
  return async (workspace: string): Promise<FoundKinds> => ({
    answers: await counted(workspace, 'answers'),
    interactions: await counted(workspace, 'interactions'),
    outcomes: await counted(workspace, 'outcomes'),
  })
}
