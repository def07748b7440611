import type { Statement } from './engine.ts'
import type { HistogramQuery } from './histogram-query.contract.ts'

/** Which comments to read: the answers of a histogram, latest first. */
export type TextQuery = Omit<HistogramQuery, 'by'> & { readonly limit: number }

/** One comment, without who wrote it. */
export interface Text {
  readonly text: string
  readonly language: string
  readonly score: number | null
  readonly unit: string
  readonly touchpoint: string
  /** Day of the answer, `YYYY-MM-DD`. */
  readonly occurredOn: string
}

/** The statement that reads comments of customers and prospects. Comments of employees are never read one by one. */
export function textStatement(query: TextQuery, workspace: string): Statement {
  const wanted = [
    'workspace = {workspace:String}',
    'population = {population:String}',
    "text != ''",
    "occurred_at >= toDateTime64({from:Date}, 3, 'UTC')",
    "occurred_at < toDateTime64({to:Date} + 1, 3, 'UTC')",
    ...(query.touchpoint === undefined ? [] : ['touchpoint = {touchpoint:String}']),
    ...(query.units === undefined ? [] : ['unit IN {units:Array(String)}']),
    ...(query.segment ? ['segments[{segment_name:String}] = {segment_value:String}'] : []),
  ]
  return {
    sql: `SELECT text, language, score, unit, touchpoint, toString(toDate(occurred_at)) AS occurredOn
FROM answer
WHERE ${wanted.join('\n  AND ')}
ORDER BY occurred_at DESC, message_id
LIMIT {limit:UInt32}`,
    parameters: {
      workspace,
      population: query.population,
      from: query.from,
      to: query.to,
      limit: query.limit,
      ...(query.touchpoint === undefined ? {} : { touchpoint: query.touchpoint }),
      ...(query.units === undefined ? {} : { units: query.units }),
      ...(query.segment ? { segment_name: query.segment.name, segment_value: query.segment.value } : {}),
    },
  }
}
