import type { ResponseQuery } from '../../../foundations/warehouse/responses.ts'
import type { Warehouse } from '../../../foundations/warehouse/warehouse.ts'
import type { CountedFigure } from '../measures/counted-figure.ts'
import type { DriverResponses } from './drivers-of-responses.ts'

/** A question about a score that was understood. */
export interface ScoreAsked {
  readonly query: ResponseQuery
  readonly figure: CountedFigure
}

/** Fewest people behind a driver: at least 50, of employees 25 (who are fewer). */
const leastPeople = { customers: 50, prospects: 50, employees: 25 } as const
const draws = 2000

/** Reads answers that came together. */
export function driverResponses(warehouse: Warehouse) {
  return async (workspace: string, { query, figure }: ScoreAsked): Promise<DriverResponses> => {
    const { hidden, asked, beside, groupNames, drawn, statement } = await warehouse.responses(
      workspace,
      query,
    )
    return {
      ...{ hidden, asked, beside, groupNames, drawn, figure, draws, seed: 1 },
      leastPeople: leastPeople[query.population],
      statement: { sql: statement.sql, parameters: statement.parameters ?? {} },
    }
  }
}
