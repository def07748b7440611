import type { HistogramQuery } from '../foundations/warehouse/histogram-query.contract.ts'
import type { Bench, BenchRow } from './bench-result.ts'
import { type BenchWarehouse, fillThreeYears, withWarehouse, workspace } from './bench-warehouse.ts'
import { durationMs, durationsInTurns } from './measured.ts'

const answers = 5_000_000
const most = 1.5

interface Pair {
  readonly what: string
  readonly asked: Omit<HistogramQuery, 'kinds' | 'population'>
  /** The same, as somebody who knows the tables would write it. */
  readonly sql: string
}

const ofBench = `workspace = '${workspace}' AND population = 'customers' AND kind = 'nps' AND score IS NOT NULL`
const sums = 'count() AS n, sum(weight) AS w, sum(weight * weight) AS w2'

const pairs: readonly Pair[] = [
  {
    what: 'by touchpoint from one day to another',
    asked: { from: '2025-01-05', to: '2025-12-20', by: ['touchpoint'] },
    sql: `SELECT touchpoint, score, ${sums} FROM answer
WHERE ${ofBench} AND occurred_at >= '2025-01-05' AND occurred_at < '2025-12-21' GROUP BY touchpoint, score ORDER BY touchpoint, score`,
  },
  {
    what: 'by touchpoint and unit from one day to another',
    asked: { from: '2025-01-05', to: '2025-12-20', by: ['touchpoint', 'unit'] },
    sql: `SELECT touchpoint, unit, score, ${sums} FROM answer
WHERE ${ofBench} AND occurred_at >= '2025-01-05' AND occurred_at < '2025-12-21' GROUP BY touchpoint, unit, score ORDER BY touchpoint, unit, score`,
  },
  {
    what: 'by the values of one segment within another, a year',
    asked: {
      from: '2025-01-01',
      to: '2025-12-31',
      by: ['segment:age'],
      segment: { name: 'trip', value: 'business' },
    },
    sql: `SELECT segments['age'] AS age, score, ${sums} FROM answer
WHERE ${ofBench} AND occurred_at >= '2025-01-01' AND occurred_at < '2026-01-01' AND segments['trip'] = 'business' GROUP BY age, score ORDER BY age, score`,
  },
  {
    what: 'by the values of two segments, a year',
    asked: { from: '2025-01-01', to: '2025-12-31', by: ['segment:age', 'segment:trip'] },
    sql: `SELECT segments['age'] AS age, segments['trip'] AS trip, score, ${sums} FROM answer
WHERE ${ofBench} AND occurred_at >= '2025-01-01' AND occurred_at < '2026-01-01' GROUP BY age, trip, score ORDER BY age, trip, score`,
  },
]

export const bench: Bench = {
  question: 'What does the port add where the roll-up cannot answer and raw answers are grouped?',
  run: () =>
    withWarehouse(async (store) => {
      const fillSeconds = (await durationMs(() => fillThreeYears(store, answers))) / 1000
      const rows: BenchRow[] = []
      for (const pair of pairs) rows.push(await rowOf(store, pair))
      return {
        rows,
        notes: [`${answers / 1e6} million answers over three years, made in ${Math.round(fillSeconds)} s.`],
      }
    }),
}

async function rowOf({ warehouse, byHand }: BenchWarehouse, { what, asked, sql }: Pair): Promise<BenchRow> {
  const query: HistogramQuery = { ...asked, kinds: ['nps'], population: 'customers' }
  const [ours, engine] = await durationsInTurns(30, [
    async () => {
      const { source } = await warehouse.histograms(workspace, query)
      if (source !== 'raw') throw new Error(`${what} is read from the ${source}.`)
    },
    () => byHand({ sql }),
  ])
  const bar = `ratio ≤ ${most}`
  return { what, ours, byHand: engine, bar, kept: ours.p50Ms <= most * engine.p50Ms }
}
