import type { HistogramQuery } from '../foundations/warehouse/histogram-query.contract.ts'
import type { Bench, BenchRow } from './bench-result.ts'
import { type BenchWarehouse, fillThreeYears, withWarehouse, workspace } from './bench-warehouse.ts'
import { durationMs, durationsInTurns, durationsOf } from './measured.ts'

const answers = 20_000_000
const barMs = 150
const quarter = { from: '2025-10-01', to: '2025-12-31' }
const before = { from: '2025-07-01', to: '2025-09-30' }
const years = { from: '2023-01-01', to: '2025-12-31' }

type Asked = Omit<HistogramQuery, 'kinds' | 'population'>

/** The questions of a cockpit; where a period before belongs to one, both are asked side by side. */
const questions: readonly { readonly what: string; readonly asks: readonly Asked[] }[] = [
  { what: 'by touchpoint, a quarter and the one before', asks: periods({ by: ['touchpoint'] }) },
  { what: 'by unit, a quarter and the one before', asks: periods({ by: ['unit'] }) },
  { what: 'touchpoint × unit, a quarter and the one before', asks: periods({ by: ['touchpoint', 'unit'] }) },
  { what: 'by month over three years', asks: [{ ...years, by: ['month'] }] },
  {
    what: 'one touchpoint by month over three years',
    asks: [{ ...years, touchpoint: 'touchpoint-3', by: ['month'] }],
  },
  {
    what: 'one segment by touchpoint, a quarter and the one before',
    asks: periods({ by: ['touchpoint'], segment: { name: 'trip', value: 'business' } }),
  },
  { what: 'by the values of a segment over three years', asks: [{ ...years, by: ['segment:age'] }] },
]

function periods(asked: Pick<Asked, 'by' | 'segment'>): Asked[] {
  return [
    { ...quarter, ...asked },
    { ...before, ...asked },
  ]
}

export const bench: Bench = {
  question: `How long do the cockpit's questions take over ${answers / 1e6} million answers kept as counts per score?`,
  run: () =>
    withWarehouse(async (store) => {
      const fillSeconds = (await durationMs(() => fillThreeYears(store, answers))) / 1000
      const rows: BenchRow[] = []
      for (const { what, asks } of questions) rows.push(await rowOf(store, what, asks))
      const span = await durationsOf(50, () => store.warehouse.span(workspace, 'customers'))
      rows.push({
        what: 'first and last day with answers',
        ours: span,
        bar: `p95 < ${barMs} ms`,
        kept: span.p95Ms < barMs,
      })
      const [rollup] = await store.byHand<{ rows: number }>({
        sql: 'SELECT count() AS rows FROM answer_rollup',
      })
      const notes = [
        `${answers / 1e6} million answers (40 units, 20 touchpoints, 36 months, 11 scores, 3 channels, two segments of 3 and 4 values) made in ${Math.round(fillSeconds)} s; the roll-up had ${(rollup!.rows / 1e6).toFixed(1)} million rows, merged as far as the engine had come.`,
      ]
      return { rows, notes }
    }),
}

async function rowOf(
  { warehouse, byHand }: BenchWarehouse,
  what: string,
  asks: readonly Asked[],
): Promise<BenchRow> {
  const queries = asks.map((asked): HistogramQuery => ({ ...asked, kinds: ['nps'], population: 'customers' }))
  const ask = () => Promise.all(queries.map((query) => warehouse.histograms(workspace, query)))
  const statements = (await ask()).map(({ statement }) => statement)
  const bySql = async () => {
    for (const statement of statements) await byHand(statement)
  }
  const [ours, engine] = await durationsInTurns(50, [ask, bySql])
  return { what, ours, byHand: engine, bar: `p95 < ${barMs} ms`, kept: ours.p95Ms < barMs }
}
