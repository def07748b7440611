import type { Binding, Ledger } from '../../../foundations/ledger/ledger.ts'
import { orderedDocuments, orderedDocumentTable } from '../../../foundations/ledger/ordered-documents.ts'

/** That somebody saw an alert. */
export interface AlertSeen {
  readonly key: string
  readonly by: string
  readonly on: string
}

export const alertSeenTable = orderedDocumentTable('alert_seen')

const documents = orderedDocuments<AlertSeen>(alertSeenTable, 'alert_seen')

/** Alerts that were seen, in each workspace. */
export function alertsSeen(ledger: Ledger) {
  return {
    list: (binding: Binding) => ledger.inWorkspace(binding, documents.list),
    put: (binding: Binding, key: string, by: string) =>
      ledger.inWorkspace(binding, (tx) =>
        documents.put(tx, { key, by, on: tx.now.toISOString().slice(0, 10) }),
      ),
    remove: (binding: Binding, key: string) => ledger.inWorkspace(binding, (tx) => documents.remove(tx, key)),
  }
}
export type AlertsSeen = ReturnType<typeof alertsSeen>
