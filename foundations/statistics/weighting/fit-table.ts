import type { WhyNot } from '../estimate.ts'

const MAX_ROUNDS = 10_000
const SETTLED = 1e-12

/** A table whose row and column sums were brought to their targets. */
export interface FittedTable {
  readonly table: number[][]
  readonly rounds: number
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

function scaledRows(table: readonly (readonly number[])[], targets: readonly number[]): number[][] {
  return table.map((row, i) => {
    const sum = sumOf(row)
    return row.map((value) => (sum === 0 ? 0 : (value * targets[i]!) / sum))
  })
}

const transposed = (table: readonly (readonly number[])[]) =>
  table[0]!.map((_, column) => table.map((row) => row[column]!))

function largestChange(
  before: readonly (readonly number[])[],
  after: readonly (readonly number[])[],
): number {
  return Math.max(...after.flatMap((row, i) => row.map((value, j) => Math.abs(value - before[i]![j]!))))
}

/**
 * Iterative proportional fitting of a two-way table to given row and column sums; it keeps every odds ratio.
 *
 * 'zero-denominator' when a row or column that must not be empty is empty; 'not-converged' when the targets contradict each other.
 * Source: Deming & Stephan (1940), Ann. Math. Stat. 11:427.
 */
export function fitTable(
  table: readonly (readonly number[])[],
  rowTargets: readonly number[],
  columnTargets: readonly number[],
): FittedTable | WhyNot {
  const empty = (lines: readonly (readonly number[])[], targets: readonly number[]) =>
    lines.some((line, i) => sumOf(line) === 0 && targets[i]! > 0)
  if (empty(table, rowTargets) || empty(transposed(table), columnTargets)) return 'zero-denominator'
  const scale = Math.max(...rowTargets, ...columnTargets)
  let current = table.map((row) => [...row])
  for (let rounds = 1; rounds <= MAX_ROUNDS; rounds++) {
    const next = transposed(scaledRows(transposed(scaledRows(current, rowTargets)), columnTargets))
    const change = largestChange(current, next)
    current = next
    const rowsAgree = current.every((row, i) => Math.abs(sumOf(row) - rowTargets[i]!) <= 1e-9 * scale)
    if (change <= SETTLED * scale) return rowsAgree ? { table: current, rounds } : 'not-converged'
  }
  return 'not-converged'
}
