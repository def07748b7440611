import {
  type EncodedMessages,
  encodeMessages,
  transferable,
} from '../../../foundations/warehouse/encode-messages.ts'
import type { Message } from '../../../foundations/warehouse/message.ts'
import type { Warehouse } from '../../../foundations/warehouse/warehouse.ts'

/** Messages of one source, made ready for the warehouse in the thread that reads them. */
export type EncodedBatch = EncodedMessages

export function encodeBatch(source: string, messages: readonly Message[]) {
  const encoded: EncodedBatch = encodeMessages(messages, { scope: source, repeated: 'last' })
  return { encoded, transfer: transferable(encoded) }
}

export function importFacts(warehouse: Warehouse) {
  return {
    /** Keeps what rows say; rows kept before are not counted again, and changed ones take the place of the old. */
    keep: async (workspace: string, encoded: EncodedBatch, origin: string) => {
      const receipt = await warehouse.keepEncoded(workspace, encoded, { origin, changed: 'replace' })
      for (const buffer of transferable(encoded)) buffer.transfer(0)
      return receipt
    },
    /** Takes out all that an import kept, and gives back what it had replaced. */
    takeOut: (workspace: string, origin: string) => warehouse.takeOut(workspace, origin),
  }
}
export type ImportFacts = ReturnType<typeof importFacts>
