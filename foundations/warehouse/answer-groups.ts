import { columnsOf } from './counted-facts.ts'
import type { Statement } from './engine.ts'
import { conditions, parameters } from './histogram.ts'
import type { HistogramQuery } from './histogram-query.contract.ts'
import type { Columns } from './read-native.ts'

/** What answers that are read row by row may be told apart by. */
export type AnswerGrouping = 'unit' | 'channel' | 'language' | `segment:${string}`

export interface Reading {
  readonly rows: <Row>(statement: Statement) => Promise<Row[]>
  readonly columns: (statement: Statement) => Promise<Columns>
  readonly workspace: string
}

interface Grouped {
  readonly population: HistogramQuery['population']
  readonly by?: AnswerGrouping | undefined
}

/** Employees needed behind anything worked out from answers that lie beside one another. */
export const employeesBeside = 25
const mostGroups = 200

/** The rows that hold the scores asked for. */
export function rowsAsked(histogram: HistogramQuery): string {
  return `${columnsOf(histogram).table} AS asked WHERE ${conditions(histogram, 'raw').join(' AND ')}`
}

export function groupExpression(by: AnswerGrouping): string {
  return by.startsWith('segment:') ? 'segments[{by_segment:String}]' : `toString(${by})`
}

/** Names of the groups, at most 200, in the order of their names; of employees only those with enough of them. */
export async function namesOfGroups(
  { rows, workspace }: Reading,
  query: Grouped,
  histogram: HistogramQuery,
): Promise<string[]> {
  if (!query.by) return []
  const found = await rows<{ name: string }>({
    sql: `SELECT ${groupExpression(query.by)} AS name FROM ${rowsAsked(histogram)} AND name != ''
GROUP BY name ${query.population === 'employees' ? `HAVING uniqExact(person) >= ${employeesBeside} ` : ''}ORDER BY count() DESC, name LIMIT ${mostGroups}`,
    parameters: { ...parameters(histogram, workspace), ...groupParameters(query, []) },
  })
  return found.map(({ name }) => name).sort()
}

export function groupParameters({ by }: Grouped, groups: readonly string[]): Record<string, unknown> {
  if (!by) return {}
  return { groups, ...(by.startsWith('segment:') ? { by_segment: by.slice('segment:'.length) } : {}) }
}
