import type { ClickHouseClient } from '@clickhouse/client'
import type { Batch, BatchMarks } from './batch-marks.ts'
import type { InsertRows } from './insert-rows.ts'
import type { KeptMessages } from './kept-messages.ts'
import type { Shape } from './table.ts'

/** What keeping and taking out work with. */
export interface Writer {
  readonly client: ClickHouseClient
  readonly insertRows: InsertRows
  readonly kept: KeptMessages
  readonly marks: BatchMarks
  readonly shape: Shape
  readonly clock: () => Date
  /** Batches that failed and could not be taken out yet, because the engine was gone. */
  readonly failed: Batch[]
}
