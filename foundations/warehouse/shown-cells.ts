import {
  ALL,
  type Cell,
  cellKey,
  suppressCells,
  type Thresholds,
} from '../statistics/suppression/suppress-cells.ts'
import { type CalendarLevel, calendarLevels, parentOf } from './calendar.ts'

/** People in one cell of the table of one period; cells without people are left out. */
export interface PeopleRow {
  readonly level: CalendarLevel
  readonly period: string
  readonly people: number
  readonly coordinates: readonly string[]
}

/** Cells of one period, those without people included, and the keys of those that may be shown. */
interface PeriodCells {
  readonly cells: readonly Cell[]
  readonly shown: ReadonlySet<string>
}

export interface ShownCells {
  /** Values of each dimension in which anybody ever answered. */
  readonly values: readonly (readonly string[])[]
  /** The periods in which anybody answered, by name. */
  readonly periods: ReadonlyMap<string, PeriodCells>
}

/** Cells of all periods together that are still decided on; finer tables are not answered. */
const mostCells = 60_000

/**
 * Decides which cells of the tables over all dimensions and periods may be shown; null where the tables are too fine.
 *
 * From the longest period down: what a longer period hides stays hidden in the shorter ones that make it up. A cell in
 * which nobody answered counts as one more small cell, so that nobody can tell it from a hidden one. Then a sum over one table
 * can be worked out only from cells of that table and its margins, and each table can be decided on by itself.
 */
export function shownCells(rows: readonly PeopleRow[], thresholds: Thresholds): ShownCells | null {
  const values = valuesOf(rows)
  const totals = rows.filter(({ coordinates }) => coordinates.every((value) => value === ALL))
  const combinations = values.reduce((product, each) => product * (each.length + 1), 1)
  if (combinations * totals.length > mostCells) return null
  const periods = new Map<string, PeriodCells>()
  const complete = completer(rows, values)
  for (const level of calendarLevels) {
    const names = totals.filter((total) => total.level === level).map(({ period }) => period)
    if (level === 'all') for (const name of names) periods.set(name, shownAlone(complete(name), thresholds))
    else decideLevel(periods, { names, complete }, thresholds)
  }
  return { values, periods }
}

function valuesOf(rows: readonly PeopleRow[]): string[][] {
  const whole = rows.filter(({ level }) => level === 'all')
  const dimensions = rows[0]?.coordinates.length ?? 0
  return Array.from({ length: dimensions }, (_, dimension) =>
    [...new Set(whole.map(({ coordinates }) => coordinates[dimension]!))]
      .filter((value) => value !== ALL)
      .sort(),
  )
}

/** All cells of a period, with the people found in each. */
function completer(rows: readonly PeopleRow[], values: readonly (readonly string[])[]) {
  const found = new Map(rows.map((row) => [`${row.period} ${cellKey(row.coordinates)}`, row.people]))
  const combinations = values.reduce<string[][]>(
    (some, each) => some.flatMap((chosen) => [ALL, ...each].map((value) => [...chosen, value])),
    [[]],
  )
  return (period: string): Cell[] =>
    combinations.map((coordinates) => ({
      coordinates,
      people: found.get(`${period} ${cellKey(coordinates)}`) ?? 0,
    }))
}

function shownAlone(cells: readonly Cell[], thresholds: Thresholds): PeriodCells {
  return { cells, shown: suppressCells(cells, thresholds) }
}

interface Level {
  readonly names: readonly string[]
  readonly complete: (period: string) => Cell[]
}

/** Decides on the periods of one length, those of one longer period together. */
function decideLevel(
  periods: Map<string, PeriodCells>,
  { names, complete }: Level,
  thresholds: Thresholds,
): void {
  for (const [parentName, family] of Map.groupBy(names, parentOf)) {
    const parent = periods.get(parentName)!
    const members = family.map((name) => ({ name, cells: complete(name) }))
    const table = [
      ...members.flatMap(({ name, cells }) => cells.map((cell) => withPeriod(cell, name))),
      ...parent.cells.map((cell) => withPeriod(cell, ALL)),
    ]
    const hiddenAlready = parent.cells
      .filter(({ coordinates }) => !parent.shown.has(cellKey(coordinates)))
      .map(({ coordinates }) => cellKey([...coordinates, ALL]))
    const shown = suppressCells(table, thresholds, hiddenAlready)
    for (const { name, cells } of members) periods.set(name, { cells, shown: shownIn(name, cells, shown) })
  }
}

function withPeriod(cell: Cell, period: string): Cell {
  return { ...cell, coordinates: [...cell.coordinates, period] }
}

function shownIn(period: string, cells: readonly Cell[], shown: ReadonlySet<string>): Set<string> {
  const kept = cells.filter(({ coordinates }) => shown.has(cellKey([...coordinates, period])))
  return new Set(kept.map(({ coordinates }) => cellKey(coordinates)))
}
