import { readFileSync } from 'node:fs'
import type { Message } from '../../foundations/warehouse/message.ts'
import type { MeasurementRoom } from '../../rooms/measurement/test-measurement-room.ts'
import { readBatches } from '../../rooms/understanding/import/read-batches.job.ts'
import { readMapping } from '../../rooms/understanding/import/read-mapping.ts'

interface Example {
  readonly workspace: string
  /** Name of the mapping beside this file, `olist.yaml`. */
  readonly mapping: string
  readonly files: readonly { readonly path: string; readonly name: string }[]
  /** Which messages are kept; all where absent. */
  readonly keeps?: (message: Message) => boolean
}

/** Imports files through a mapping of the examples into a room. */
export async function importExample(
  { warehouse }: MeasurementRoom,
  { workspace, mapping, files, keeps = () => true }: Example,
): Promise<void> {
  const found = readMapping(readFileSync(new URL(mapping, import.meta.url), 'utf8'), 'en')
  if ('findings' in found) throw new Error(JSON.stringify(found.findings))
  const reading = { files, mapping: found.mapping, now: new Date('2026-01-01'), secret: 'test' }
  for await (const { messages } of readBatches(reading))
    await warehouse.keep(workspace, messages.filter(keeps))
}
