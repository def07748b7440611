import type { HeldMessage, HeldQuery } from '../../../foundations/warehouse/held-messages.ts'
import type { Message } from '../../../foundations/warehouse/message.ts'
import type { Warehouse } from '../../../foundations/warehouse/warehouse.ts'

/** What events are kept as, and what waits. */
export function eventFacts(warehouse: Warehouse) {
  return {
    keep: (workspace: string, messages: readonly Message[]) => warehouse.keep(workspace, messages),
    /** Puts messages in the place of those with the same ids. */
    replace: (workspace: string, messages: readonly Message[]) =>
      warehouse.keep(workspace, messages, { changed: 'replace' }),
    heldCounts: (workspace: string) => warehouse.heldCounts(workspace),
    heldMessages: (workspace: string, query: HeldQuery): Promise<HeldMessage[]> =>
      warehouse.heldMessages(workspace, query),
  }
}
export type EventFacts = ReturnType<typeof eventFacts>

/** A message that says nothing any more: put in the place of one that waits, nothing of it waits. */
export function emptied({ id, source, occurredAt, receivedAt }: HeldMessage): Message {
  return {
    ...{ id, source },
    occurredAt: new Date(`${(occurredAt || receivedAt).replace(' ', 'T')}Z`),
    population: 'customers',
    person: '',
    unit: '',
    offer: '',
    channel: '',
    language: '',
    weight: 1,
    segments: {},
  }
}
