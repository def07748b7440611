import type { Warehouse } from '../../../foundations/warehouse/warehouse.ts'

/** Segments found in the answers of customers and prospects. */
export function segmentFacts(warehouse: Warehouse) {
  return { list: (workspace: string) => warehouse.segments(workspace) }
}
export type SegmentFacts = ReturnType<typeof segmentFacts>
