import type { Warehouse } from '../../../foundations/warehouse/warehouse.ts'
import type { RowAnswer } from './read-row.ts'

export function importFacts(warehouse: Warehouse) {
  return {
    /** Keeps the answers of rows; rows kept before are not counted again. */
    keep: (workspace: string, answers: readonly RowAnswer[]) => warehouse.keepAnswers(workspace, answers),
  }
}
export type ImportFacts = ReturnType<typeof importFacts>
