/**
 * The pairing of rows and columns of a square table that is worth most: the column of each row.
 *
 * By the Hungarian method with shortest augmenting paths, in time n³. A RangeError for a table that is not square or holds a number that is not finite. Source: Kuhn (1955),
 * Naval Research Logistics Quarterly 2:83; Jonker & Volgenant (1987), Computing 38:325.
 */
export function bestAssignment(worth: readonly (readonly number[])[]): number[] {
  const n = worth.length
  if (worth.some((row) => row.length !== n || !row.every(Number.isFinite)))
    throw new RangeError(`an assignment needs a square table of ${n} by ${n} finite numbers`)
  const [rowPrice, columnPrice] = [new Float64Array(n + 1), new Float64Array(n + 1)]
  const rowOf = new Int32Array(n + 1).fill(n)
  for (let row = 0; row < n; row++) {
    rowOf[n] = row
    augment({ worth, rowPrice, columnPrice, rowOf })
  }
  const columns = new Array<number>(n)
  for (let column = 0; column < n; column++) columns[rowOf[column]!] = column
  return columns
}

interface Pairing {
  readonly worth: readonly (readonly number[])[]
  readonly rowPrice: Float64Array
  readonly columnPrice: Float64Array
  /** Row of each column; the last place holds the row that is to be paired. */
  readonly rowOf: Int32Array
}

/** Pairs the row in the last place along the cheapest path of changes. */
function augment({ worth, rowPrice, columnPrice, rowOf }: Pairing): void {
  const n = worth.length
  const least = new Float64Array(n).fill(Number.POSITIVE_INFINITY)
  const before = new Int32Array(n).fill(n)
  const isDone = new Uint8Array(n + 1)
  let at = n
  do {
    isDone[at] = 1
    const row = rowOf[at]!
    let [nearest, next] = [Number.POSITIVE_INFINITY, -1]
    for (let column = 0; column < n; column++) {
      if (isDone[column] === 1) continue
      const cost = -worth[row]![column]! - rowPrice[row]! - columnPrice[column]!
      if (cost < least[column]!) [least[column], before[column]] = [cost, at]
      if (least[column]! < nearest) [nearest, next] = [least[column]!, column]
    }
    for (let column = 0; column <= n; column++) {
      if (isDone[column] === 1) {
        rowPrice[rowOf[column]!]! += nearest
        columnPrice[column]! -= nearest
      } else if (column < n) least[column]! -= nearest
    }
    at = next
  } while (rowOf[at] !== n)
  for (; at !== n; at = before[at]!) rowOf[at] = rowOf[before[at]!]!
}
