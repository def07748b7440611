/** What is known of one customer without a contract, in one unit of time (weeks). */
export interface PurchaseHistory {
  /** Repeat purchases, the first one not counted. */
  readonly repeats: number
  /** Time of the last purchase since the first; 0 without repeats. */
  readonly recency: number
  /** Time observed since the first purchase. */
  readonly observed: number
}

/** Histories as columns, one entry a customer, or one a group of customers with the same history, as a store can count them. */
export interface HistoryColumns {
  readonly repeats: ArrayLike<number>
  readonly recency: ArrayLike<number>
  readonly observed: ArrayLike<number>
  /** Customers with this history; absent: one each. */
  readonly customers?: ArrayLike<number>
}

/** Histories in either shape. */
export type PurchaseHistories = readonly PurchaseHistory[] | HistoryColumns

const isList = (histories: PurchaseHistories): histories is readonly PurchaseHistory[] =>
  Array.isArray(histories)

/** Histories as columns. */
export function historyColumns(histories: PurchaseHistories): HistoryColumns {
  if (!isList(histories)) return histories
  return {
    repeats: Float64Array.from(histories, ({ repeats }) => repeats),
    recency: Float64Array.from(histories, ({ recency }) => recency),
    observed: Float64Array.from(histories, ({ observed }) => observed),
  }
}

/** Equal histories counted once. */
export interface HistoryGroup extends PurchaseHistory {
  readonly customers: number
}

/** Groups equal histories, so that a costly likelihood is computed once for each. */
export function groupedHistories({ repeats, recency, observed, customers }: HistoryColumns): HistoryGroup[] {
  const groups = new Map<string, PurchaseHistory & { customers: number }>()
  for (let i = 0; i < repeats.length; i++) {
    const history = { repeats: repeats[i]!, recency: recency[i]!, observed: observed[i]! }
    const key = `${history.repeats} ${history.recency} ${history.observed}`
    const group = groups.get(key)
    if (group) group.customers += customers?.[i] ?? 1
    else groups.set(key, { ...history, customers: customers?.[i] ?? 1 })
  }
  return [...groups.values()]
}

/** Whether a history can exist. */
export function isPossible({ repeats, recency, observed }: PurchaseHistory): boolean {
  return (
    Number.isInteger(repeats) &&
    repeats >= 0 &&
    recency >= 0 &&
    recency <= observed &&
    observed > 0 &&
    observed < Number.POSITIVE_INFINITY &&
    (repeats > 0 || recency === 0)
  )
}

/** Customers and repeaters among histories, or null when one of them cannot exist. */
export function countedHistories(
  columns: HistoryColumns,
): { customers: number; repeaters: number; meanObserved: number } | null {
  const { repeats, recency, observed } = columns
  let [customers, repeaters, time] = [0, 0, 0]
  for (let i = 0; i < repeats.length; i++) {
    const count = columns.customers?.[i] ?? 1
    if (!(count >= 0) || !isPossible({ repeats: repeats[i]!, recency: recency[i]!, observed: observed[i]! }))
      return null
    customers += count
    if (repeats[i]! > 0) repeaters += count
    time += count * observed[i]!
  }
  return { customers, repeaters, meanObserved: time / customers }
}

/** Every so many-th history, so that about `rows` are left. */
export function thinnedHistories(
  { repeats, recency, observed, customers }: HistoryColumns,
  rows: number,
): HistoryColumns {
  const step = Math.max(1, Math.ceil(repeats.length / rows))
  const kept = Math.ceil(repeats.length / step)
  const every = (column: ArrayLike<number>) =>
    Float64Array.from({ length: kept }, (_, i) => column[i * step]!)
  return {
    repeats: every(repeats),
    recency: every(recency),
    observed: every(observed),
    ...(customers && { customers: every(customers) }),
  }
}

/** A RangeError that names what cannot be: a history that nobody can have, or a parameter that is not above 0. */
export function assertPossible(history: PurchaseHistory, parameters: object): void {
  if (!isPossible(history)) {
    const { repeats, recency, observed } = history
    throw new RangeError(`${repeats} repeats, the last after ${recency} of ${observed}, is no history`)
  }
  const values = parameters as Readonly<Record<string, number>>
  for (const name in values) {
    const value = values[name]!
    if (!(value > 0 && value < Number.POSITIVE_INFINITY))
      throw new RangeError(`${name} is ${value}; it must be above 0`)
  }
}
