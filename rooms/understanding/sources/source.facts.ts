import type { Warehouse } from '../../../foundations/warehouse/warehouse.ts'

/** What flowed in, and what waits. */
export function sourceFacts(warehouse: Warehouse) {
  return {
    flows: (workspace: string, since: string) => warehouse.flows(workspace, since),
    heldCounts: (workspace: string) => warehouse.heldCounts(workspace),
  }
}
export type SourceFacts = ReturnType<typeof sourceFacts>
