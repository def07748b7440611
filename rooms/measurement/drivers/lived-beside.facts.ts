import type { Warehouse } from '../../../foundations/warehouse/warehouse.ts'
import { conditionsOf } from '../purchases/purchases.facts.ts'
import type { ScoreAsked } from './drivers.facts.ts'
import { type DriverResponses, livedKind } from './drivers-of-responses.ts'

/** Something that happened with people, weighed beside their marks: whether it did, or what was measured when it did. */
export interface LivedAsked {
  /** Key of the measure that counts it. */
  readonly measure: string
  /** Name of the interactions. */
  readonly name: string
  readonly reads: 'happened' | 'value'
  /** Values that count as 1, others as 0; the value itself where null. */
  readonly box: { readonly from: number; readonly to: number } | null
}

/** Whose lives are read, and between which days; the last one counted from 1970. */
export interface PeopleLiving {
  readonly population: string
  readonly from: string
  readonly latest: number
}

type Column = DriverResponses['beside'][number]

/** Reads what happened with people before they answered, a column for each thing asked for. */
export function livedBeside(warehouse: Warehouse) {
  const read = async (workspace: string, lived: LivedAsked, statement: Statement): Promise<Column> => {
    const columns = await warehouse.columns(workspace, { ...statement, onePerson: true })
    return {
      ...{ kind: livedKind, touchpoint: lived.measure },
      messages: columns.numbers('key') as BigUint64Array,
      scores: columns.numbers('worth') as Float64Array,
    }
  }
  return {
    /** For each response, the last of it in so many days before. */
    beforeAnswers: (workspace: string, asked: ScoreAsked, lived: LivedAsked & { readonly days: number }) =>
      read(workspace, lived, beforeAnswers(asked, lived)),
    /** For each person, all of it between two days. */
    ofPeople: (workspace: string, asked: PeopleLiving, lived: LivedAsked) =>
      read(workspace, lived, ofPeople(asked, lived)),
  }
}

interface Statement {
  readonly sql: string
  readonly parameters: Record<string, unknown>
}

/** What one interaction counts as. */
function worthSql({ box }: LivedAsked): string {
  const value = 'ifNull(value, 1)'
  return box === null
    ? `toFloat64(${value})`
    : `toFloat64(${value} >= {least:Float64} AND ${value} <= {most:Float64})`
}

function livedParameters({ name, box }: LivedAsked) {
  return { lived: name, ...(box === null ? {} : { least: box.from, most: box.to }) }
}

function beforeAnswers({ query }: ScoreAsked, lived: LivedAsked & { readonly days: number }): Statement {
  const { kind, composite, population, from, to, touchpoint } = query
  const { where, parameters } = conditionsOf(query)
  const isIn = "dateDiff('second', happened.at, asked.at) <= 86400 * {days:Int32}"
  const [joined, worth, when] =
    lived.reads === 'happened'
      ? ['ASOF LEFT JOIN', `toFloat64(${isIn})`, '']
      : ['ASOF INNER JOIN', 'happened.counted', ` WHERE ${isIn}`]
  return {
    sql: `WITH happened AS (SELECT person AS who, occurred_at AS at, ${worthSql(lived)} AS counted
FROM interactions WHERE name = {lived:String} AND person != '' AND population = {population:String}),
asked AS (SELECT message, person AS who, occurred_at AS at FROM answers
WHERE has({kinds:Array(String)}, toString(kind)) AND score IS NOT NULL AND person != '' AND population = {population:String}
AND toDate(occurred_at) >= {first:Date} AND toDate(occurred_at) <= {last:Date}${where}${touchpoint === undefined ? '' : ' AND touchpoint = {touchpoint:String}'})
SELECT reinterpretAsUInt64(asked.message) AS key, ${worth} AS worth
FROM asked ${joined} happened ON happened.who = asked.who AND asked.at >= happened.at${when}`,
    parameters: {
      ...{ kinds: composite ? composite.parts.map((part) => part.kind) : [kind] },
      ...{ population, first: from, last: to, days: lived.days, ...parameters, ...livedParameters(lived) },
      ...(touchpoint === undefined ? {} : { touchpoint }),
    },
  }
}

function ofPeople({ population, from, latest }: PeopleLiving, lived: LivedAsked): Statement {
  const isLived = 'name = {lived:String}'
  const worth =
    lived.reads === 'happened'
      ? `toFloat64(countIf(${isLived}) > 0)`
      : `avgIf(${worthSql(lived)}, ${isLived})`
  const having = lived.reads === 'happened' ? '' : `\nHAVING countIf(${isLived}) > 0`
  return {
    sql: `SELECT sipHash64(person) AS key, ${worth} AS worth FROM interactions
WHERE person != '' AND population = {population:String} AND toDate(occurred_at) >= {first:Date} AND toUInt16(toDate(occurred_at)) <= {latest:Int32}
GROUP BY person${having}`,
    parameters: { population, first: from, latest, ...livedParameters(lived) },
  }
}
