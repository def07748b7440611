import {
  ALL,
  type Cell,
  cellKey,
  suppressCells,
  type Thresholds,
} from '../statistics/suppression/suppress-cells.ts'
import { canBeDerived } from '../statistics/suppression/suppress-groups.ts'
import { type CalendarLevel, calendarLevels, calendarPeriodOf, daysOf, parentOf } from './calendar.ts'
import type { Statement } from './engine.ts'
import { type Grouping, groupColumn, type Histogram, type HistogramQuery, parameters } from './histogram.ts'

/**
 * Hides what would tell how single employees answered.
 *
 * A group is shown only where enough people answered and where nothing hidden can be worked out by subtracting what is
 * shown: along every grouping and filter of the question, and from each year, quarter and month to the longer period
 * that holds it. The decision depends on the answers alone, never on what was asked before, so asking in another way
 * gives nothing more away.
 */
export interface GroupSizes {
  /** People needed behind a score. */
  readonly scores: number
  /** People needed where two traits of people cross, such as unit and segment. */
  readonly crossed: number
  /** People needed behind comments. */
  readonly comments: number
}

/** The sizes that hold unless an installation sets larger ones. */
export const groupSizes: GroupSizes = { scores: 5, crossed: 10, comments: 10 }

type Read = <Row>(statement: Statement) => Promise<Row[]>

interface Guarded {
  readonly read: Read
  readonly workspace: string
  readonly sizes: GroupSizes
}

type Dimension = Exclude<Grouping, 'month' | 'quarter' | 'year'>

interface PeopleRow {
  readonly kind: string
  readonly level: CalendarLevel
  readonly period: string
  readonly people: number
  readonly coordinates: readonly string[]
}

/** Cells that may be shown, per kind and period. */
type Decisions = Map<string, { readonly cells: readonly Cell[]; readonly shown: ReadonlySet<string> }>

/** The same histograms with every group emptied that must stay hidden. */
export async function guardHistograms(
  guarded: Guarded,
  query: HistogramQuery,
  histograms: readonly Histogram[],
): Promise<Histogram[]> {
  const dimensions = dimensionsOf(query)
  const level = await levelOf(guarded, query)
  if (level === null) return histograms.map(hide)
  const decisions = decide(await peopleRows(guarded, query, { dimensions, level }), dimensions, guarded.sizes)
  return histograms.map((histogram) =>
    mayShow(histogram, { query, dimensions, level, decisions, sizes: guarded.sizes })
      ? histogram
      : hide(histogram),
  )
}

function hide(histogram: Histogram): Histogram {
  return { ...histogram, bins: [], hidden: true }
}

/** Groupings and filters that tell groups apart, time aside. */
function dimensionsOf(query: HistogramQuery): Dimension[] {
  const filters: Dimension[] = [
    ...(query.touchpoint === undefined ? [] : ['touchpoint' as const]),
    ...(query.units === undefined ? [] : ['unit' as const]),
    ...(query.segment ? [`segment:${query.segment.name}` as const] : []),
  ]
  return [...new Set([...query.by.filter((grouping) => !isTime(grouping)), ...filters] as Dimension[])].sort()
}

function isTime(grouping: Grouping): grouping is 'month' | 'quarter' | 'year' {
  return grouping === 'month' || grouping === 'quarter' || grouping === 'year'
}

/** Length of the periods asked for; null when they are not of the calendar, and so could be played off against each other. */
async function levelOf({ read, workspace }: Guarded, query: HistogramQuery): Promise<CalendarLevel | null> {
  const grouping = query.by.find(isTime)
  if (grouping) return grouping
  const period = calendarPeriodOf(query)
  if (period) return period.level
  const [span] = await read<{ inside: number; answers: number }>({
    sql: `SELECT countIf(toDate(occurred_at) >= {from:Date} AND toDate(occurred_at) <= {to:Date}) AS inside, count() AS answers
FROM answer WHERE workspace = {workspace:String} AND population = 'employees'`,
    parameters: { workspace, from: query.from, to: query.to },
  })
  return span && span.inside === span.answers ? 'all' : null
}

/** People per cell of the table over all dimensions, its margins included, for each level of time down to the one asked for. */
async function peopleRows(
  { read, workspace }: Guarded,
  query: HistogramQuery,
  { dimensions, level }: { dimensions: readonly Dimension[]; level: CalendarLevel },
): Promise<PeopleRow[]> {
  const levels = calendarLevels.slice(0, calendarLevels.indexOf(level) + 1)
  const columns = dimensions.map((dimension, index) => groupColumn(dimension, index, 'raw'))
  const selects = levels.flatMap((each) => subsets(columns).map((subset) => peopleSelect(subset, each)))
  const rows = await read<PeopleRow & Record<`c${number}`, string>>({
    sql: selects.join('\nUNION ALL\n'),
    parameters: parameters({ ...query, by: dimensions }, workspace),
  })
  return rows.map((row) => ({
    kind: row.kind,
    level: row.level,
    period: row.period,
    people: Number(row.people),
    coordinates: dimensions.map((_, index) => row[`c${index}`]!),
  }))
}

function peopleSelect(columns: readonly string[], level: CalendarLevel): string {
  const period = level === 'all' ? "'all'" : groupColumn(level, 0, 'raw')
  const coordinates = columns.map((column, index) => `${column} AS c${index}, `).join('')
  return `SELECT kind, ${coordinates}'${level}' AS level, ${period} AS period, uniqExact(person) AS people
FROM answer
WHERE workspace = {workspace:String} AND population = 'employees' AND kind IN {kinds:Array(String)} AND score IS NOT NULL
GROUP BY kind, ${columns.map((_, index) => `c${index}, `).join('')}period`
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

/** From the longest period down: what a longer period hides stays hidden in the shorter ones. */
function decide(rows: readonly PeopleRow[], dimensions: readonly Dimension[], sizes: GroupSizes): Decisions {
  const decisions: Decisions = new Map()
  const thresholds: Thresholds = {
    k: sizes.scores,
    kCrossed: sizes.crossed,
    telling: dimensions.flatMap((dimension, index) => (tellsPeople(dimension) ? [index] : [])),
  }
  for (const level of calendarLevels) {
    const atLevel = rows.filter((row) => row.level === level)
    if (level === 'all') decideWhole(decisions, atLevel, thresholds)
    else decideWithin(decisions, atLevel, thresholds)
  }
  return decisions
}

function tellsPeople(dimension: Dimension): boolean {
  return dimension === 'unit' || dimension.startsWith('segment:')
}

function decideWhole(decisions: Decisions, rows: readonly PeopleRow[], thresholds: Thresholds): void {
  for (const [key, cells] of Map.groupBy(rows, (row) => decisionKey(row.kind, row.period))) {
    decisions.set(key, { cells, shown: suppressCells(cells, thresholds) })
  }
}

/** Decides on the periods that make up one longer period, together with it. */
function decideWithin(decisions: Decisions, rows: readonly PeopleRow[], thresholds: Thresholds): void {
  for (const [parentKey, family] of Map.groupBy(rows, (row) => decisionKey(row.kind, parentOf(row.period)))) {
    const parent = decisions.get(parentKey)!
    const cells = [
      ...family.map((row) => ({ coordinates: [...row.coordinates, row.period], people: row.people })),
      ...parent.cells.map((cell) => ({ ...cell, coordinates: [...cell.coordinates, ALL] })),
    ]
    const hiddenAlready = parent.cells
      .filter((cell) => !parent.shown.has(cellKey(cell.coordinates)))
      .map((cell) => cellKey([...cell.coordinates, ALL]))
    storeFamily(decisions, family, suppressCells(cells, thresholds, hiddenAlready))
  }
}

function storeFamily(decisions: Decisions, family: readonly PeopleRow[], shown: ReadonlySet<string>): void {
  for (const [key, rows] of Map.groupBy(family, (row) => decisionKey(row.kind, row.period))) {
    const kept = rows.filter((row) => shown.has(cellKey([...row.coordinates, row.period])))
    decisions.set(key, { cells: rows, shown: new Set(kept.map((row) => cellKey(row.coordinates))) })
  }
}

function decisionKey(kind: string, period: string): string {
  return `${kind} ${period}`
}

interface Question {
  readonly query: HistogramQuery
  readonly dimensions: readonly Dimension[]
  readonly level: CalendarLevel
  readonly decisions: Decisions
  readonly sizes: GroupSizes
}

function mayShow(histogram: Histogram, { query, dimensions, level, decisions, sizes }: Question): boolean {
  const period = periodOf(histogram, query, level)
  const decision = period === null ? undefined : decisions.get(decisionKey(histogram.kind, period))
  if (!decision) return false
  const members = decision.cells.filter((cell) =>
    dimensions.every((dimension, index) =>
      inGroup(cell.coordinates[index]!, dimension, { histogram, query }),
    ),
  )
  const hidden = members.filter((cell) => !decision.shown.has(cellKey(cell.coordinates)))
  if (members.length === 1) return hidden.length === 0
  const people = members.reduce((sum, cell) => sum + cell.people, 0)
  return people >= sizes.scores && !canBeDerived(hidden, sizes.scores)
}

/** Name of the period of a group; null when only a part of it was asked for. */
function periodOf(histogram: Histogram, query: HistogramQuery, level: CalendarLevel): string | null {
  const grouping = query.by.find(isTime)
  if (!grouping) return level === 'all' ? 'all' : calendarPeriodOf(query)!.name
  const name = histogram.group[grouping]!
  const days = daysOf(name)
  return days.from >= query.from && days.to <= query.to ? name : null
}

function inGroup(
  value: string,
  dimension: Dimension,
  { histogram, query }: { histogram: Histogram; query: HistogramQuery },
): boolean {
  const grouped = histogram.group[dimension]
  if (grouped !== undefined) return value === grouped
  if (dimension === 'touchpoint') return value === query.touchpoint
  if (dimension === 'unit') return query.units!.includes(value)
  return value === query.segment!.value
}
