import { drawnOnly, shareDrawn } from '../../../foundations/warehouse/drawn-people.ts'
import type { Columns } from '../../../foundations/warehouse/read-native.ts'
import type { Warehouse } from '../../../foundations/warehouse/warehouse.ts'
import { conditionsOf } from '../purchases/purchases.facts.ts'
import type { DriverResponses } from './drivers-of-responses.ts'
import { type LivedAsked, livedBeside } from './lived-beside.facts.ts'

/** What people can be followed to: a name of interactions that they had or not, or a kind of outcomes that they brought. */
export interface FollowedOutcome {
  readonly key: string
  readonly reads: 'happened' | 'brought'
  /** What outcomes are told in; empty for interactions. */
  readonly valueUnit: string
}

/** Whose marks are weighed, and what they are followed to. */
export interface FollowedAsked {
  /** Kind of the answers that are marks. */
  readonly kind: string
  readonly outcome: FollowedOutcome
  /** Days after the last mark of a person in which the outcome counts. */
  readonly days: number
  readonly population: 'customers' | 'prospects'
  readonly from: string
  readonly to: string
  readonly touchpoint?: string | undefined
  readonly units?: readonly string[] | undefined
  readonly segment?: { readonly name: string; readonly value: string } | undefined
  readonly by?: string | undefined
  /** What happened with people, weighed beside their marks. */
  readonly lived: readonly LivedAsked[]
}

/** Marks read at most; of more, people are drawn by lot. */
const mostMarks = 4_000_000
const mostTouchpoints = 30
const mostGroups = 200
/** Share of the people who have to have marked a touchpoint, for it to be weighed. */
const leastShare = 0.05
const draws = 2000
const leastPeople = 50

const key = 'sipHash64(person)'

/** Reads people with their marks, and what they did in so many days after the last of them. */
export function followedPeople(warehouse: Warehouse) {
  return {
    /** What people of a population can be followed to, the most frequent first; outcomes before interactions of the same name. */
    outcomes: async (workspace: string, population: string): Promise<FollowedOutcome[]> => {
      const read = await warehouse.columns(workspace, {
        sql: `SELECT name, reads, unit FROM (
SELECT toString(kind) AS name, 'brought' AS reads, toString(value_unit) AS unit, count() AS n FROM outcomes
WHERE subject = 'person' AND person != '' AND population = {population:String} GROUP BY name, unit
UNION ALL SELECT toString(name) AS name, 'happened' AS reads, '' AS unit, count() AS n FROM interactions
WHERE person != '' AND direction = 'in' AND population = {population:String} GROUP BY name) ORDER BY reads, n DESC, name`,
        parameters: { population },
      })
      const [names, reads, units] = [read.texts('name'), read.texts('reads'), read.texts('unit')]
      const all = Array.from({ length: read.rows }, (_, row) => ({
        key: names.values[names.codes[row]!]!,
        reads: reads.values[reads.codes[row]!] as FollowedOutcome['reads'],
        valueUnit: units.values[units.codes[row]!]!,
      }))
      return all.filter((one, at) => all.findIndex((other) => other.key === one.key) === at)
    },
    read: (workspace: string, asked: FollowedAsked) => readPeople(warehouse, workspace, asked),
  }
}
export type FollowedPeople = ReturnType<typeof followedPeople>

async function readPeople(
  warehouse: Warehouse,
  workspace: string,
  asked: FollowedAsked,
): Promise<DriverResponses> {
  const read = (sql: string, parameters: Record<string, unknown>) =>
    warehouse.columns(workspace, { sql, parameters, onePerson: true })
  const end = await read(
    `SELECT toFloat64(max(toUInt16(toDate(occurred_at)))) AS day FROM ${factsOf(asked).from}`,
    factsOf(asked).parameters,
  )
  const latest = Number(end.numbers('day')[0] ?? 0) - asked.days
  const { where, parameters } = marksAsked(asked, latest)
  const counted = await read(`SELECT toFloat64(count()) AS n FROM answers WHERE ${where}`, parameters)
  const drawn = shareDrawn(Number(counted.numbers('n')[0]), mostMarks)
  const marked = [where, ...drawnOnly(drawn)].join('\n  AND ')
  const statement = {
    sql: peopleSql(asked, marked),
    parameters: { ...parameters, ...factsOf(asked).parameters },
  }
  const people = await read(statement.sql, statement.parameters)
  const marks = await read(
    `SELECT ${key} AS key, toString(touchpoint) AS place, toFloat64(assumeNotNull(avg(score))) AS mark FROM answers
WHERE ${marked} GROUP BY key, place ORDER BY place`,
    parameters,
  )
  const lived: DriverResponses['beside'][number][] = []
  for (const one of asked.lived)
    lived.push(await livedBeside(warehouse).ofPeople(workspace, { ...asked, latest }, one))
  const messages = people.numbers('key') as BigUint64Array
  const { groups, groupNames } = groupsOf(people)
  return {
    hidden: false,
    asked: {
      messages,
      scores: people.numbers('after') as Float64Array,
      people: people.numbers('who') as Uint32Array,
      groups,
      weights: people.numbers('weight') as Float64Array,
    },
    before: people.numbers('before') as Float64Array,
    beside: [...touchpointsOf(marks, { kind: asked.kind, people: messages.length }), ...lived],
    figure: null,
    ...{ groupNames, drawn, statement, leastPeople, draws, seed: 1 },
  }
}

/** Marks of the people asked for, none after the day from which on what follows is not over. */
function marksAsked(asked: FollowedAsked, latest: number) {
  const { kind, population, from, to, touchpoint, by } = asked
  const { where, parameters } = conditionsOf(asked)
  return {
    where: `kind = {kind:String} AND score IS NOT NULL AND person != '' AND population = {population:String}
  AND toDate(occurred_at) >= {first:Date} AND toDate(occurred_at) <= {last:Date} AND toUInt16(toDate(occurred_at)) <= {latest:Int32}${where}${touchpoint === undefined ? '' : ' AND touchpoint = {touchpoint:String}'}`,
    parameters: {
      ...{ kind, population, first: from, last: to, latest, ...parameters },
      ...(touchpoint === undefined ? {} : { touchpoint }),
      ...(by?.startsWith('segment:') ? { group: by.slice('segment:'.length) } : {}),
    },
  }
}

/** The facts that people are followed to. */
function factsOf({ outcome, population, days }: FollowedAsked) {
  const parameters = { outcome: outcome.key, unit: outcome.valueUnit, of: population, days }
  const rest = "person != '' AND population = {of:String}"
  return outcome.reads === 'happened'
    ? { size: '1', from: `interactions WHERE name = {outcome:String} AND ${rest}`, parameters }
    : {
        size: 'value',
        from: `outcomes WHERE kind = {outcome:String} AND value_unit = {unit:String} AND subject = 'person' AND ${rest}`,
        parameters,
      }
}

function peopleSql(asked: FollowedAsked, marked: string): string {
  const { size, from } = factsOf(asked)
  const summed = (when: string) =>
    asked.outcome.reads === 'happened'
      ? `toFloat64(countIf(${when}) > 0)`
      : `toFloat64(sumIf(toFloat64(size), ${when}))`
  return `WITH marked AS (SELECT person, max(toDate(occurred_at)) AS until, argMax(${groupSql(asked.by)}, occurred_at) AS grp, argMax(weight, occurred_at) AS lot
FROM answers WHERE ${marked} GROUP BY person),
done AS (SELECT marked.person AS doer, ${summed('day > until')} AS later, ${summed('day <= until')} AS sooner
FROM (SELECT person, toDate(occurred_at) AS day, ${size} AS size FROM ${from}) AS fact INNER JOIN marked ON marked.person = fact.person
WHERE day > until - {days:Int32} AND day <= until + {days:Int32} GROUP BY doer)
SELECT ${key} AS key, toUInt32(${key}) AS who, grp AS grp, toFloat64(lot) AS weight, later AS after, sooner AS before
FROM marked LEFT JOIN done ON done.doer = marked.person`
}

function groupSql(by: string | undefined): string {
  if (by === undefined) return "''"
  return by.startsWith('segment:') ? 'segments[{group:String}]' : `toString(${by})`
}

/** Groups counted from 1, those with most people first to be kept; 0 is none of them. */
function groupsOf(people: Columns) {
  const { codes, values } = people.texts('grp')
  const counts = new Uint32Array(values.length)
  for (const code of codes) counts[code]! += 1
  const kept = values
    .map((name, code) => ({ name, code }))
    .filter(({ name }) => name !== '')
    .sort((a, b) => counts[b.code]! - counts[a.code]!)
    .slice(0, mostGroups)
  const places = new Uint16Array(values.length)
  for (const [at, { code }] of kept.entries()) places[code] = at + 1
  return {
    groups: Uint16Array.from(codes, (code) => places[code]!),
    groupNames: kept.map(({ name }) => name),
  }
}

/** Marks as a column for each touchpoint that enough people marked. */
function touchpointsOf(marks: Columns, { kind, people }: { readonly kind: string; readonly people: number }) {
  const { codes, values } = marks.texts('place')
  const messages = marks.numbers('key') as BigUint64Array
  const scores = marks.numbers('mark') as Float64Array
  const columns = values.map((touchpoint, code) => {
    const first = codes.indexOf(code)
    const last = codes.lastIndexOf(code) + 1
    return { kind, touchpoint, messages: messages.slice(first, last), scores: scores.slice(first, last) }
  })
  return columns
    .filter((column) => column.touchpoint !== '' && column.scores.length >= leastShare * people)
    .sort((a, b) => b.scores.length - a.scores.length)
    .slice(0, mostTouchpoints)
}
