import { ALL } from '../statistics/suppression/suppress-cells.ts'
import {
  type CalendarLevel,
  calendarLevels,
  calendarNameOf,
  type Days,
  daysOf,
  parentOf,
} from './calendar.ts'
import { columnsOf } from './counted-facts.ts'
import type { Statement } from './engine.ts'
import { groupColumn, parameters } from './histogram.ts'
import type { Grouping, HistogramQuery } from './histogram-query.contract.ts'
import type { PeopleRow } from './shown-cells.ts'

/** What tells groups of employees apart, time aside. */
export type GroupDimension = Exclude<Grouping, 'month' | 'quarter' | 'year'>

/** People in one cell of the table of one kind of answers. */
export interface KindRow extends PeopleRow {
  readonly kind: string
}

interface PeopleTable {
  readonly dimensions: readonly GroupDimension[]
  /** The finest periods counted. */
  readonly level: CalendarLevel
}

type EngineRow = Omit<KindRow, 'coordinates' | 'kind'> & { readonly kind_: string } & Readonly<
    Record<`c${number}`, string>
  >

/**
 * People per cell of the table over all dimensions, its margins included, for each length of time down to the one asked for.
 * Of shorter periods only those that make up the same longer ones as the days asked for are counted.
 */
export async function peopleRows(
  read: <Row>(statement: Statement) => Promise<Row[]>,
  { query, workspace }: { query: HistogramQuery; workspace: string },
  { dimensions, level }: PeopleTable,
): Promise<KindRow[]> {
  const levels = calendarLevels.slice(0, calendarLevels.indexOf(level) + 1)
  const columns = dimensions.map((dimension, index) => groupColumn(dimension, index, 'raw'))
  const selects = levels.flatMap((each) =>
    subsets(columns).map((subset) => peopleSelect(query, subset, each)),
  )
  const rows = await read<EngineRow>({
    sql: selects.join('\nUNION ALL\n'),
    parameters: { ...parameters({ ...query, by: dimensions }, workspace), ...familyDays(query, levels) },
  })
  return rows.map(({ kind_: kind, level: of, period, people, ...rest }) => ({
    kind,
    level: of,
    period,
    people: Number(people),
    coordinates: dimensions.map((_, index) => rest[`c${index}`]!),
  }))
}

function peopleSelect(query: HistogramQuery, columns: readonly string[], level: CalendarLevel): string {
  const { table, kind, score, people } = columnsOf(query)
  const period = level === 'all' ? "'all'" : groupColumn(level, 0, 'raw')
  const coordinates = columns.map((column, index) => `${column} AS c${index}, `).join('')
  const days =
    level === 'all' || level === 'year'
      ? ''
      : ` AND toDate(occurred_at) >= {${level}_from:Date} AND toDate(occurred_at) <= {${level}_to:Date}`
  return `SELECT ${kind} AS kind_, ${coordinates}'${level}' AS level, ${period} AS period, ${people} AS people
FROM ${table}
WHERE workspace = {workspace:String} AND population = 'employees' AND ${kind} IN {kinds:Array(String)} AND ${score} IS NOT NULL${days}
GROUP BY kind_, ${columns.map((_, index) => `c${index}, `).join('')}period`
}

/** First and last day of the longer periods that hold the days asked for, for quarters and months. */
function familyDays({ from, to }: Days, levels: readonly CalendarLevel[]): Record<string, string> {
  const days = (['quarter', 'month'] as const)
    .filter((level) => levels.includes(level))
    .flatMap((level) => {
      const parentAt = (day: string) => daysOf(parentOf(calendarNameOf(level, day)))
      return [
        [`${level}_from`, parentAt(from).from],
        [`${level}_to`, parentAt(to).to],
      ]
    })
  return Object.fromEntries(days)
}

/** Every choice of columns, those left out standing for all values. */
function subsets(columns: readonly string[]): string[][] {
  return columns.reduce<string[][]>(
    (found, column) =>
      found.flatMap((subset) => [
        [...subset, column],
        [...subset, `'${ALL}'`],
      ]),
    [[]],
  )
}
