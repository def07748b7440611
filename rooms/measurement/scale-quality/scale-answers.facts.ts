import type { ItemQuery } from '../../../foundations/warehouse/items.ts'
import type { Warehouse } from '../../../foundations/warehouse/warehouse.ts'
import type { ScaleInput, WeighedPart } from './scale-input.ts'

/** What a question about a scale was understood as. */
export interface ScaleAsked {
  readonly query: ItemQuery
  readonly parts: readonly WeighedPart[]
}

/** A model of fewer responses says little: methods ask for a hundred of them. */
const leastResponses = 100
const draws = 200

/** Reads answers to the questions of a scale. */
export function scaleAnswers(warehouse: Warehouse) {
  return async (workspace: string, { query, parts }: ScaleAsked): Promise<ScaleInput> => {
    const { statement, ...items } = await warehouse.items(workspace, query)
    const { sql, parameters = {} } = statement
    return { ...items, parts, statement: { sql, parameters }, leastResponses, draws, seed: 1 }
  }
}
