import type { Warehouse } from '../../../foundations/warehouse/warehouse.ts'
import type { LinkageGrain } from './linkage.contract.ts'

/** Answers of customers of one kind, as far as links look at them. */
export interface ClusteredAnswers {
  readonly kind: string
  readonly grain: LinkageGrain
  readonly touchpoint?: string | undefined
  readonly segment?: { readonly name: string; readonly value: string } | undefined
}

/**
 * How much wider the mean of a unit in a period varies than if every answer came in a sitting of its own (design effect, Kish 1965): variance of
 * sums over sittings over variance of single answers, within units and periods. 1 where every sitting gave one answer, and where there is nothing to tell.
 */
export function answerClustering(warehouse: Warehouse) {
  return async (workspace: string, asked: ClusteredAnswers): Promise<number> => {
    const { kind, grain, touchpoint, segment } = asked
    const where = [
      "population = 'customers' AND kind = {kind:String} AND score IS NOT NULL AND unit != ''",
      ...(touchpoint === undefined ? [] : ['touchpoint = {touchpoint:String}']),
      ...(segment === undefined ? [] : ['segments[{name:String}] = {value:String}']),
    ].join(' AND ')
    const read = await warehouse.columns(workspace, {
      sql: `WITH sittings AS (SELECT unit, ${periods[grain]} AS period, message, sum(score) AS total, count() AS given, sum(score * score) AS squares
FROM answers WHERE ${where} GROUP BY unit, period, message),
cells AS (SELECT unit, period, sum(total) / sum(given) AS middle FROM sittings GROUP BY unit, period)
SELECT sum(pow(total - given * middle, 2)) AS together, sum(squares - 2 * middle * total + given * middle * middle) AS alone
FROM sittings INNER JOIN cells USING (unit, period)`,
      parameters: { kind, ...(touchpoint === undefined ? {} : { touchpoint }), ...segment },
    })
    const [together, alone] = [Number(read.numbers('together')[0]), Number(read.numbers('alone')[0])]
    return alone > 0 ? Math.max(1, together / alone) : 1
  }
}

const periods: Readonly<Record<LinkageGrain, string>> = {
  month: 'toStartOfMonth(occurred_at)',
  quarter: 'toStartOfQuarter(occurred_at)',
  year: 'toStartOfYear(occurred_at)',
  all: "'all'",
}
