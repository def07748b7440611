/** Says that what was written down was kept, or shall not be. */
export type Settle = () => void

/** Where messages are written down before the warehouse keeps them, so that they outlive the process. */
export interface EventJournal<Message> {
  /** Resolves once the messages survive the loss of the process. */
  readonly write: (workspace: string, messages: readonly Message[]) => Promise<Settle>
  /** Resolves once nothing is being written or removed any more. */
  readonly close: () => Promise<void>
}

/** What was written down, as JSON has it: moments are texts. */
export interface JournalEntry {
  readonly workspace: string
  readonly messages: readonly unknown[]
}
