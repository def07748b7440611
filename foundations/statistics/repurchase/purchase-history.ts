/** What is known of one customer without a contract, in one unit of time (weeks). */
export interface PurchaseHistory {
  /** Repeat purchases, the first one not counted. */
  readonly repeats: number
  /** Time of the last purchase since the first; 0 without repeats. */
  readonly recency: number
  /** Time observed since the first purchase. */
  readonly observed: number
}

/** Equal histories counted once. */
export interface HistoryGroup extends PurchaseHistory {
  readonly customers: number
}

/** Groups equal histories, so that a likelihood is computed once for each. */
export function groupedHistories(histories: readonly PurchaseHistory[]): HistoryGroup[] {
  const groups = new Map<string, PurchaseHistory & { customers: number }>()
  for (const { repeats, recency, observed } of histories) {
    const key = `${repeats} ${recency} ${observed}`
    const group = groups.get(key)
    if (group) group.customers += 1
    else groups.set(key, { repeats, recency, observed, customers: 1 })
  }
  return [...groups.values()]
}

/** Whether a history can exist. */
export function isPossible({ repeats, recency, observed }: PurchaseHistory): boolean {
  return repeats >= 0 && recency >= 0 && recency <= observed && observed > 0 && (repeats > 0 || recency === 0)
}
