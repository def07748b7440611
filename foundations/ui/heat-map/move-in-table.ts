const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

export interface TablePlace {
  readonly row: number
  readonly column: number
}

interface TableSize {
  readonly rows: number
  readonly columns: number
}

const within = (value: number, count: number) => Math.max(0, Math.min(count - 1, value))

/** Where a key leads from a cell; null where the key does not move. */
export function moveInTable(key: string, from: TablePlace, size: TableSize): TablePlace | null {
  if (key === 'Home') return { row: from.row, column: 0 }
  if (key === 'End') return { row: from.row, column: size.columns - 1 }
  const step = steps[key]
  if (!step) return null
  return { row: within(from.row + step[0], size.rows), column: within(from.column + step[1], size.columns) }
}
