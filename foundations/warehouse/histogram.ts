import type { ScoreBin } from '../statistics/score-bins.ts'
import { columnsOf, factsOf, relationParameters } from './counted-facts.ts'
import type { Statement } from './engine.ts'
import type { Grouping, HistogramQuery } from './histogram-query.contract.ts'

/** Answers of one kind in one group, counted per score. */
export interface Histogram {
  readonly kind: string
  readonly group: Readonly<Partial<Record<Grouping, string>>>
  /** Ordered by score; empty where the group is hidden. */
  readonly bins: readonly ScoreBin[]
  /** True where so few people answered that showing them would tell who they are. */
  readonly hidden: boolean
  /** How many people gave the answers; told of employees only, whose answers are counted from the raw ones. */
  readonly people?: number
}

export type Source = 'roll-up' | 'raw'

/** One row of a histogram statement. */
export interface HistogramRow {
  readonly kind: string
  readonly score: number
  readonly n: number
  readonly weight: number
  readonly weight_squared: number
  readonly [group: `g${number}`]: string
}

/**
 * Where a query can be answered from. The roll-up knows whole months and one segment at a time; everything else, and
 * all that employees answered, is counted from raw answers.
 */
export function sourceOf(query: HistogramQuery): Source {
  if (factsOf(query) !== 'answers') return 'raw'
  if (query.population === 'employees') return 'raw'
  if (!isFirstOfMonth(query.from) || !isLastOfMonth(query.to)) return 'raw'
  return segmentNames(query).size <= 1 ? 'roll-up' : 'raw'
}

/** The statement that counts facts per kind, group and score. */
export function histogramStatement(
  query: HistogramQuery,
  workspace: string,
  source = sourceOf(query),
): Statement {
  const { table, kind, score } = columnsOf(query)
  const columns = query.by.map((grouping, index) => `${groupColumn(grouping, index, source)} AS g${index}`)
  const names = ['1', ...query.by.map((_, index) => `g${index}`), 'score']
  const keys = [kind, ...query.by.map((grouping, index) => groupKey(grouping, index, source)), score]
  const counts =
    source === 'roll-up'
      ? ['sum(n) AS n', 'sum(r.weight) AS weight', 'sum(weight_squared) AS weight_squared']
      : ['count() AS n', 'sum(a.weight) AS weight', 'sum(a.weight * a.weight) AS weight_squared']
  const sql = `SELECT ${named(kind)}${columns.map((column) => `, ${column}`).join('')}, assumeNotNull(${score}) AS score, ${counts.join(', ')}
FROM ${source === 'roll-up' ? 'answer_rollup AS r' : `${table} AS a`}
WHERE ${conditions(query, source).join('\n  AND ')}
GROUP BY ${keys.join(', ')}
ORDER BY ${names.join(', ')}`
  return { sql, parameters: parameters(query, workspace) }
}

function named(kind: string): string {
  return kind === 'kind' ? 'kind' : `${kind} AS kind`
}

/** One row of a statement of people. */
export interface RespondentRow {
  readonly kind: string
  readonly people: number
  readonly [group: `g${number}`]: string
}

/** The statement that counts the people behind each histogram of raw answers. */
export function respondentStatement(query: HistogramQuery, workspace: string): Statement {
  const { table, kind, people } = columnsOf(query)
  const columns = query.by.map((grouping, index) => `${groupColumn(grouping, index, 'raw')} AS g${index}`)
  const keys = [kind, ...query.by.map((grouping, index) => groupKey(grouping, index, 'raw'))]
  const sql = `SELECT ${named(kind)}${columns.map((column) => `, ${column}`).join('')}, ${people} AS people
FROM ${table} AS a
WHERE ${conditions(query, 'raw').join('\n  AND ')}
GROUP BY ${keys.join(', ')}`
  return { sql, parameters: parameters(query, workspace) }
}

/** The same histograms, each with the number of people behind it. */
export function withPeople(
  histograms: readonly Histogram[],
  rows: readonly RespondentRow[],
  by: readonly Grouping[],
): Histogram[] {
  const people = new Map(
    rows.map((row) => [JSON.stringify([row.kind, ...by.map((_, index) => row[`g${index}`])]), row.people]),
  )
  return histograms.map((histogram) => ({
    ...histogram,
    people: Number(people.get(JSON.stringify([histogram.kind, ...by.map((each) => histogram.group[each])]))),
  }))
}

/** Histograms from the rows of a statement, ordered as they come. */
export function histogramsOf(rows: readonly HistogramRow[], by: readonly Grouping[]): Histogram[] {
  const valuesOf = (row: HistogramRow) => by.map((_, index) => row[`g${index}`]!)
  const groups = Map.groupBy(rows, (row) => JSON.stringify([row.kind, ...valuesOf(row)]))
  return [...groups.values()].map((group) => ({
    kind: group[0]!.kind,
    group: Object.fromEntries(by.map((grouping, index) => [grouping, valuesOf(group[0]!)[index]!])),
    bins: group.map((row) => ({
      score: row.score,
      n: Number(row.n),
      weight: row.weight,
      weightSquared: row.weight_squared,
    })),
    hidden: false,
  }))
}

/** SQL of the value that a grouping takes for one answer or roll-up row. */
export function groupColumn(grouping: Grouping, index: number, source: Source): string {
  const day = source === 'roll-up' ? 'month' : 'toDate(occurred_at)'
  if (grouping === 'month') return `formatDateTime(${day}, '%Y-%m')`
  if (grouping === 'quarter') return `concat(toString(toYear(${day})), '-q', toString(toQuarter(${day})))`
  if (grouping === 'year') return `toString(toYear(${day}))`
  if (!grouping.startsWith('segment:')) return `toString(${grouping})`
  if (source === 'roll-up') return `substring(segment, length({segment_by_${index}:String}) + 2)`
  return `segments[{segment_by_${index}:String}]`
}

/** What rows are grouped by: the column itself where its values are one to one with the names shown, as it is cheaper. */
function groupKey(grouping: Grouping, index: number, source: Source): string {
  if (source === 'raw') return `g${index}`
  if (grouping === 'month') return 'month'
  return grouping.startsWith('segment:') ? 'segment' : `g${index}`
}

/** Conditions that every answer or roll-up row counted must meet. */
export function conditions(query: HistogramQuery, source: Source): string[] {
  const bySegment = query.by.findIndex((grouping) => grouping.startsWith('segment:'))
  return [
    'workspace = {workspace:String}',
    'population = {population:String}',
    `${columnsOf(query).kind} IN {kinds:Array(String)}`,
    ...(source === 'roll-up' ? rollupConditions(query, bySegment) : rawConditions(query)),
    ...(query.touchpoint === undefined ? [] : ['touchpoint = {touchpoint:String}']),
    ...(query.units === undefined ? [] : ['unit IN {units:Array(String)}']),
  ]
}

/** Values of the placeholders used by `conditions` and `groupColumn`. */
export function parameters(query: HistogramQuery, workspace: string): Record<string, unknown> {
  const segmentsBy = query.by.flatMap((grouping, index) =>
    grouping.startsWith('segment:') ? [[`segment_by_${index}`, grouping.slice('segment:'.length)]] : [],
  )
  return {
    workspace,
    population: query.population,
    kinds: query.kinds,
    from: query.from,
    to: query.to,
    ...(query.touchpoint === undefined ? {} : { touchpoint: query.touchpoint }),
    ...(query.units === undefined ? {} : { units: query.units }),
    ...(query.segment ? { segment_name: query.segment.name, segment_value: query.segment.value } : {}),
    ...Object.fromEntries(segmentsBy),
    ...relationParameters(query),
  }
}

function rollupConditions(query: HistogramQuery, bySegment: number): string[] {
  const months = ['month >= {from:Date}', 'month <= {to:Date}']
  if (query.segment)
    return [...months, "segment = concat({segment_name:String}, ':', {segment_value:String})"]
  if (bySegment < 0) return [...months, "segment = ''"]
  return [...months, `startsWith(segment, concat({segment_by_${bySegment}:String}, ':'))`]
}

function rawConditions(query: HistogramQuery): string[] {
  const segmentsBy = query.by.flatMap((grouping, index) =>
    grouping.startsWith('segment:') ? [`mapContains(segments, {segment_by_${index}:String})`] : [],
  )
  return [
    `${columnsOf(query).score} IS NOT NULL`,
    "occurred_at >= toDateTime64({from:Date}, 3, 'UTC')",
    "occurred_at < toDateTime64({to:Date} + 1, 3, 'UTC')",
    ...(query.segment ? ['segments[{segment_name:String}] = {segment_value:String}'] : []),
    ...segmentsBy,
  ]
}

function segmentNames(query: HistogramQuery): Set<string> {
  const grouped = query.by
    .filter((grouping) => grouping.startsWith('segment:'))
    .map((grouping) => grouping.slice(8))
  return new Set(query.segment ? [...grouped, query.segment.name] : grouped)
}

function isFirstOfMonth(day: string): boolean {
  return day.endsWith('-01')
}

function isLastOfMonth(day: string): boolean {
  const next = new Date(`${day}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.getUTCDate() === 1
}
