export type SortValue = string | number | null | undefined

export interface Sorting {
  readonly key: string
  readonly descending: boolean
}

/** Orders by a value; what has none comes last, whichever way it is sorted. */
export function sortedRows<Row>(
  rows: readonly Row[],
  valueIn: (row: Row) => SortValue,
  { descending, compare }: { descending: boolean; compare: (one: string, other: string) => number },
): readonly Row[] {
  const sign = descending ? -1 : 1
  return [...rows].sort((one, other) => {
    const [a, b] = [valueIn(one) ?? null, valueIn(other) ?? null]
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
    if (typeof a === 'number' && typeof b === 'number') return sign * (a - b)
    return sign * compare(String(a), String(b))
  })
}
