import { ALL, cellKey, type Thresholds } from '../statistics/suppression/suppress-cells.ts'
import { type CalendarLevel, calendarNameOf, calendarPeriodOf, type Days, daysOf } from './calendar.ts'
import { columnsOf, relationParameters } from './counted-facts.ts'
import type { Statement } from './engine.ts'
import type { Histogram } from './histogram.ts'
import type { Grouping, HistogramQuery } from './histogram-query.contract.ts'
import { type GroupDimension, peopleRows } from './people-rows.ts'
import { type ShownCells, shownCells } from './shown-cells.ts'

/** How many people must be behind what is shown of employees. */
export interface GroupSizes {
  /** People needed behind a score. */
  readonly scores: number
  /** People needed where two traits of people cross, such as unit and segment. */
  readonly crossed: number
}

/** The sizes that hold unless an installation sets larger ones. */
export const groupSizes: GroupSizes = { scores: 5, crossed: 10 }

interface Guarded {
  readonly read: <Row>(statement: Statement) => Promise<Row[]>
  readonly workspace: string
  readonly sizes: GroupSizes
}

/** A question with all that is known of it before its groups are looked at. */
interface Question {
  readonly query: HistogramQuery
  readonly dimensions: readonly GroupDimension[]
  /** Length of the periods asked for; null when they are not of the calendar, and so could be played off against each other. */
  readonly level: CalendarLevel | null
}

type Group = Histogram['group']

const lengths = ['month', 'quarter', 'year'] as const

/**
 * Hides what would tell how single employees answered.
 *
 * A group is shown only where enough people answered and where nothing hidden can be worked out by subtracting what is
 * shown: along every grouping and filter of the question, and from each year, quarter and month to the longer period
 * that holds it. A group in which nobody answered looks like a hidden one. The decision depends on the answers alone, never
 * on what was asked before, so asking in another way gives nothing more away.
 */
export async function guardHistograms(
  { read, workspace, sizes }: Guarded,
  query: HistogramQuery,
  histograms: readonly Histogram[],
): Promise<Histogram[]> {
  const question = {
    query,
    dimensions: dimensionsOf(query),
    level: await levelOf({ read, workspace }, query),
  }
  const { dimensions, level } = question
  const rows = await peopleRows(read, { query, workspace }, { dimensions, level: level ?? 'all' })
  const counted = new Map(histograms.map((one) => [groupKey(one.kind, one.group), one]))
  const kinds = Map.groupBy(rows, ({ kind }) => kind)
  return [...kinds.keys()].sort().flatMap((kind) => {
    const cells = shownCells(kinds.get(kind)!, thresholdsOf(dimensions, sizes))
    return groupsOf(question, cells).map((group) => {
      const shown = cells !== null && mayShow(group, question, cells)
      return (shown && counted.get(groupKey(kind, group))) || { kind, group, bins: [], hidden: true }
    })
  })
}

function groupKey(kind: string, group: Group): string {
  return JSON.stringify([kind, ...Object.entries(group).sort()])
}

/** Groupings and filters that tell groups apart, time aside. */
function dimensionsOf(query: HistogramQuery): GroupDimension[] {
  const filters: GroupDimension[] = [
    ...(query.touchpoint === undefined ? [] : ['touchpoint' as const]),
    ...(query.units === undefined ? [] : ['unit' as const]),
    ...(query.segment ? [`segment:${query.segment.name}` as const] : []),
  ]
  return [...new Set([...query.by.filter((grouping) => !isTime(grouping)), ...filters])].sort()
}

function isTime(grouping: Grouping): grouping is (typeof lengths)[number] {
  return (lengths as readonly Grouping[]).includes(grouping)
}

/** The shortest length of time that groups are made of; undefined where time does not group. */
function shortestOf({ by }: HistogramQuery): (typeof lengths)[number] | undefined {
  return lengths.find((length) => by.includes(length))
}

async function levelOf(
  { read, workspace }: Pick<Guarded, 'read' | 'workspace'>,
  query: HistogramQuery,
): Promise<CalendarLevel | null> {
  const level = shortestOf(query) ?? calendarPeriodOf(query)?.level
  if (level) return level
  const [span] = await read<{ inside: number; answers: number }>({
    sql: `SELECT countIf(toDate(occurred_at) >= {from:Date} AND toDate(occurred_at) <= {to:Date}) AS inside, count() AS answers
FROM ${columnsOf(query).table} WHERE workspace = {workspace:String} AND population = 'employees'`,
    parameters: {
      ...{ workspace, population: 'employees', from: query.from, to: query.to },
      ...relationParameters(query),
    },
  })
  return span && span.inside === span.answers ? 'all' : null
}

/** The same people may answer in several periods and at several touchpoints, so people of groups are never added up. */
function thresholdsOf(dimensions: readonly GroupDimension[], sizes: GroupSizes): Thresholds {
  const tellsPeople = (dimension: GroupDimension) => dimension === 'unit' || dimension.startsWith('segment:')
  const telling = dimensions.flatMap((dimension, index) => (tellsPeople(dimension) ? [index] : []))
  return { k: sizes.scores, kCrossed: sizes.crossed, telling, peopleRepeat: true }
}

/** Every group that the question could have, whether or not anybody answered in it, in the order of its groupings. */
function groupsOf({ query, dimensions, level }: Question, cells: ShownCells | null): Group[] {
  if (cells === null) return []
  const chosen = dimensions.map((dimension, index) => valuesChosen(query, dimension, cells.values[index]!))
  if (chosen.some((values) => values.length === 0)) return []
  const grouped = dimensions.flatMap((dimension, index) =>
    query.by.includes(dimension) ? [{ dimension, values: chosen[index]! }] : [],
  )
  const groups = grouped.reduce<Group[]>(
    (some, { dimension, values }) =>
      some.flatMap((group) =>
        values
          .filter((value) => isNamed(dimension, value))
          .map((value) => ({ ...group, [dimension]: value })),
      ),
    periodGroups({ query, level }, cells),
  )
  const inOrder = groups.map((group) => Object.fromEntries(query.by.map((one) => [one, group[one]!])))
  return inOrder.sort((a, b) => (Object.values(a).join('\u0000') < Object.values(b).join('\u0000') ? -1 : 1))
}

/** False where people without a value of a segment are meant, whom a grouping by that segment leaves out. */
function isNamed(dimension: GroupDimension, value: string): boolean {
  return value !== '' || !dimension.startsWith('segment:')
}

/** Values of a dimension that pass the filters of the question. */
function valuesChosen(
  query: HistogramQuery,
  dimension: GroupDimension,
  values: readonly string[],
): readonly string[] {
  if (dimension === 'touchpoint' && query.touchpoint !== undefined)
    return values.filter((value) => value === query.touchpoint)
  if (dimension === 'unit' && query.units) return values.filter((value) => query.units!.includes(value))
  if (query.segment && dimension === `segment:${query.segment.name}`)
    return values.filter((value) => value === query.segment!.value)
  return values
}

/** The periods that group, where time does, among those in which anybody answered; else one group. */
function periodGroups({ query, level }: Pick<Question, 'query' | 'level'>, { periods }: ShownCells): Group[] {
  const shortest = shortestOf(query)
  if (!shortest) return level === null || periods.has(wholePeriod(query, level)) ? [{}] : []
  const names = [...periods.keys()].filter(
    (name) => levelOfName(name) === shortest && overlaps(daysOf(name), query),
  )
  const named = lengths.filter((length) => query.by.includes(length))
  return names.sort().map((name) => {
    const { from } = daysOf(name)
    return Object.fromEntries(named.map((length) => [length, calendarNameOf(length, from)]))
  })
}

function levelOfName(name: string): CalendarLevel {
  return name === 'all' ? 'all' : calendarPeriodOf(daysOf(name))!.level
}

function overlaps(one: Days, other: Days): boolean {
  return one.from <= other.to && one.to >= other.from
}

function wholePeriod(query: HistogramQuery, level: CalendarLevel): string {
  return level === 'all' ? 'all' : calendarPeriodOf(query)!.name
}

/** Name of the period of a group; null when only a part of it was asked for, or no period of the calendar. */
function periodOf(group: Group, { query, level }: Question): string | null {
  const shortest = shortestOf(query)
  if (!shortest) return level && wholePeriod(query, level)
  const name = group[shortest]!
  const days = daysOf(name)
  return days.from >= query.from && days.to <= query.to ? name : null
}

/**
 * Whether a group may be shown. A sum over several units may be where each of them may, or where their total and every
 * other unit may: it then tells nothing that those do not.
 */
function mayShow(group: Group, question: Question, { values, periods }: ShownCells): boolean {
  const { query, dimensions } = question
  const period = periodOf(group, question)
  const shown = period === null ? undefined : periods.get(period)?.shown
  if (!shown) return false
  const isShown = (unit?: string) =>
    shown.has(cellKey(dimensions.map((dimension) => valueIn(group, dimension, { query, unit }))))
  const units = query.by.includes('unit') ? undefined : query.units
  if (!units || units.length === 1) return isShown(units?.[0])
  const known = values[dimensions.indexOf('unit')]!
  const summed = known.filter((unit) => units.includes(unit))
  const others = known.filter((unit) => !units.includes(unit))
  return summed.every(isShown) || [ALL, ...others].every(isShown)
}

function valueIn(
  group: Group,
  dimension: GroupDimension,
  { query, unit }: { query: HistogramQuery; unit: string | undefined },
): string {
  const grouped = group[dimension]
  if (grouped !== undefined) return grouped
  if (dimension === 'touchpoint') return query.touchpoint!
  return dimension === 'unit' ? unit! : query.segment!.value
}
