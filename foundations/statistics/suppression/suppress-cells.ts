import { alphabetically, canBeDerived } from './suppress-groups.ts'

/** Stands for "all values of this dimension". */
export const ALL = '*'

/** One cell of a table over several dimensions; a margin has `*` at one or more places. */
export interface Cell {
  /** One value per dimension, always in the same order. */
  readonly coordinates: readonly string[]
  readonly people: number
}

/** Smallest groups that may be shown. */
export interface Thresholds {
  /** For the total and cells of one dimension. */
  readonly k: number
  /** For cells where two or more dimensions cross. */
  readonly kCrossed: number
  /** Dimensions that tell people apart, by position; only these count as crossed. All of them where absent. */
  readonly telling?: readonly number[]
  /** True where the same people may be in several cells: people are then counted as the largest cell, never as a sum. */
  readonly peopleRepeat?: boolean
}

interface Line {
  readonly members: readonly Cell[]
}

const SEPARATOR = '\u0000'

/** Key of a cell, unique within one table. */
export function cellKey(coordinates: readonly string[]): string {
  return coordinates.join(SEPARATOR)
}

const dimensionsCrossed = (cell: Cell) => cell.coordinates.filter((value) => value !== ALL).length

const tellingCrossed = ({ coordinates }: Cell, telling?: readonly number[]) =>
  coordinates.filter((value, index) => value !== ALL && (telling?.includes(index) ?? true)).length

const withAll = (coordinates: readonly string[], dimension: number) =>
  coordinates.map((value, index) => (index === dimension ? ALL : value))

/** Margins of a cell that are one dimension less fine. */
function marginsOf({ coordinates }: Cell): string[] {
  return coordinates.flatMap((value, index) => (value === ALL ? [] : [cellKey(withAll(coordinates, index))]))
}

/** Cells that differ in one dimension only, line by line, in a fixed order. */
function linesOf(cells: readonly Cell[]): Line[] {
  const lines = new Map<string, Cell[]>()
  for (const cell of cells) {
    cell.coordinates.forEach((value, dimension) => {
      if (value === ALL) return
      const key = `${dimension}${SEPARATOR}${cellKey(withAll(cell.coordinates, dimension))}`
      const line = lines.get(key)
      if (line) line.push(cell)
      else lines.set(key, [cell])
    })
  }
  return [...lines.entries()].sort(([a], [b]) => alphabetically(a, b)).map(([, members]) => ({ members }))
}

function smallestShown({ members }: Line, hidden: ReadonlySet<string>): Cell | undefined {
  return members
    .filter((cell) => !hidden.has(cellKey(cell.coordinates)))
    .sort((a, b) => a.people - b.people || alphabetically(cellKey(a.coordinates), cellKey(b.coordinates)))[0]
}

/** Whether what a line hides is a single cell, or fewer than `k` people. */
function givesAway(concealed: readonly Cell[], { k, peopleRepeat }: Thresholds): boolean {
  if (canBeDerived(concealed, k)) return true
  return peopleRepeat === true && concealed.length > 0 && concealed.every(({ people }) => people < k)
}

/** Hides one more cell of a line that gives a hidden one away; false when the line is safe or wholly hidden. */
function protectLine(line: Line, hidden: Set<string>, thresholds: Thresholds): boolean {
  const concealed = line.members.filter((cell) => hidden.has(cellKey(cell.coordinates)))
  if (!givesAway(concealed, thresholds)) return false
  const victim = smallestShown(line, hidden)
  if (!victim) return false
  hidden.add(cellKey(victim.coordinates))
  return true
}

function protectUntilStable(lines: readonly Line[], hidden: Set<string>, thresholds: Thresholds): void {
  let changed = true
  while (changed) {
    changed = false
    for (const line of lines) while (protectLine(line, hidden, thresholds)) changed = true
  }
}

function assertTable(cells: readonly Cell[]): void {
  const keys = new Set(cells.map((cell) => cellKey(cell.coordinates)))
  if (keys.size !== cells.length) throw new RangeError('a cell is listed twice')
  if (new Set(cells.map((cell) => cell.coordinates.length)).size > 1) {
    throw new RangeError('all cells need the same number of dimensions')
  }
}

/**
 * Decides which cells of a table over several dimensions may be shown; returns the keys (`cellKey`) of the shown ones.
 *
 * From the total downwards, by number of crossed dimensions; what was decided for a margin stays. A cell is hidden when it has fewer
 * people than its threshold or when one of its margins is hidden. Then, for every line (cells that differ in one dimension and
 * add up to their margin): while some member is hidden and the hidden members are one only, or fewer than `k` people together,
 * the smallest shown member is hidden too (ties: alphabetical), until nothing changes. A line of one member says nothing that its
 * margin does not say, and is left as it is. Margins that are not listed count as shown; cells in `hiddenAlready` (keys) are hidden
 * by a decision taken elsewhere, such as the table of a longer period, and stay so.
 */
export function suppressCells(
  cells: readonly Cell[],
  thresholds: Thresholds,
  hiddenAlready: Iterable<string> = [],
): Set<string> {
  const { k, kCrossed, telling } = thresholds
  assertTable(cells)
  const hidden = new Set(hiddenAlready)
  const depth = Math.max(0, ...cells.map(dimensionsCrossed))
  for (let crossed = 0; crossed <= depth; crossed++) {
    const level = cells.filter((cell) => dimensionsCrossed(cell) === crossed)
    for (const cell of level) {
      const tooSmall = !(cell.people >= (tellingCrossed(cell, telling) < 2 ? k : kCrossed))
      if (tooSmall || marginsOf(cell).some((margin) => hidden.has(margin)))
        hidden.add(cellKey(cell.coordinates))
    }
    protectUntilStable(linesOf(level), hidden, thresholds)
  }
  return new Set(cells.map((cell) => cellKey(cell.coordinates)).filter((key) => !hidden.has(key)))
}
