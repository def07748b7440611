import { openComputation } from '../foundations/computation/computation.ts'
import { driverAnalysis } from '../rooms/measurement/drivers/drivers.job.ts'
import { followedPeople } from '../rooms/measurement/drivers/followed-people.facts.ts'
import { driverResponsesBeside } from '../rooms/measurement/drivers/responses-beside.facts.ts'
import { fillResponses, recommended, touchpoints } from './bench-responses.ts'
import type { Bench, BenchRow } from './bench-result.ts'
import { type BenchWarehouse, withWarehouse, workspace } from './bench-warehouse.ts'
import { durationsInTurns } from './measured.ts'

const barMs = 5000
const runs = 4
/** Responses, each with a recommendation and a mark of every touchpoint. */
const sizes = [71_429, 1_000_000]
const year = { from: '2025-01-01', to: '2025-12-31' }

export const bench: Bench = {
  question: `How long do drivers take over ${touchpoints} touchpoints, read, weighed and with 2,000 resamples?`,
  run: () =>
    withWarehouse(async (store) => {
      const computation = openComputation()
      const rows: BenchRow[] = []
      let had = 0
      for (const size of sizes) {
        await fillResponses(store, had, size)
        had = size
        rows.push(await rowOf(store, computation, size))
      }
      await computation.close()
      const notes = [
        `Ours: answers of ${touchpoints + 1} questions read as columns, put beside one another by response, relative weights with effects and ranks in a thread, 2,000 resamples. By hand: the engine puts them beside one another and gives their correlations (\`corrMatrix\`), without weights and without intervals.`,
        `Peak memory of the process: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB, engine included.`,
      ]
      return { rows, notes }
    }),
}

async function rowOf(
  store: BenchWarehouse,
  computation: ReturnType<typeof openComputation>,
  responses: number,
): Promise<BenchRow> {
  const { read, compute } = driverAnalysis({
    responses: driverResponsesBeside(store.warehouse),
    people: followedPeople(store.warehouse),
  })
  const query = { population: 'customers', kind: 'nps', ...year } as const
  const [ours, byHand] = await durationsInTurns(runs, [
    async () => {
      const input = await read(workspace, { query, figure: recommended, lived: [], days: 90 })
      const { found } = await computation.run(compute, { input, handOver: true })
      if (typeof found === 'string') throw new Error(found)
    },
    () => store.byHand({ sql: correlationsByHand() }),
  ])
  const kept = ours.p95Ms < barMs
  const answers = (responses * (touchpoints + 1)).toLocaleString('en')
  return {
    what: `${responses.toLocaleString('en')} responses × ${touchpoints} touchpoints (${answers} answers)`,
    ...{ ours, byHand, kept },
    bar: `p95 < ${barMs / 1000} s`,
  }
}

function correlationsByHand(): string {
  const asked = Array.from({ length: touchpoints + 1 }, (_, at) => at)
  const columns = asked.map((at) => `avgIf(assumeNotNull(score), touchpoint = 't${at}') AS c${at}`)
  return `SELECT corrMatrix(${asked.map((at) => `c${at}`).join(', ')}) AS r
FROM (SELECT ${columns.join(', ')} FROM answer WHERE workspace = '${workspace}' GROUP BY message)`
}
