/** The known key nearest to a mistyped one, where it is near enough to be meant; null otherwise. */
export function closestKey(typed: string, known: readonly string[]): string | null {
  const tolerance = Math.max(1, Math.floor(typed.length / 3))
  let closest: string | null = null
  let least = tolerance + 1
  for (const key of known) {
    const distance = editDistance(typed, key, least)
    if (distance < least) [closest, least] = [key, distance]
  }
  return closest
}

/** Insertions, deletions, replacements and swaps of neighbours from one word to the other; at most `limit`. */
function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) >= limit) return limit
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)]
  for (let row = 1; row <= from.length; row++) {
    const line = [row]
    for (let column = 1; column <= to.length; column++)
      line.push(cheapest({ rows, line, from, to, row, column }))
    rows.push(line)
  }
  return Math.min(limit, rows[from.length]?.[to.length] ?? limit)
}

interface Cell {
  readonly rows: readonly number[][]
  readonly line: readonly number[]
  readonly from: string
  readonly to: string
  readonly row: number
  readonly column: number
}

function cheapest({ rows, line, from, to, row, column }: Cell): number {
  const above = rows[row - 1] ?? []
  const same = from[row - 1] === to[column - 1]
  const swapped =
    row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
  return Math.min(
    (above[column] ?? 0) + 1,
    (line[column - 1] ?? 0) + 1,
    (above[column - 1] ?? 0) + (same ? 0 : 1),
    swapped ? (rows[row - 2]?.[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
  )
}
