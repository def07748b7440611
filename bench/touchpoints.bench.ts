import { openComputation } from '../foundations/computation/computation.ts'
import { carryOverAnalysis } from '../rooms/measurement/carry-over/carry-over.job.ts'
import { momentFacts } from '../rooms/measurement/carry-over/lived-moments.facts.ts'
import { readComposedAnswers } from '../rooms/measurement/composition/composed-answers.ts'
import { compositionAnalysis } from '../rooms/measurement/composition/composition.job.ts'
import { driverResponses } from '../rooms/measurement/drivers/drivers.facts.ts'
import { ensembleAnalysis } from '../rooms/measurement/ensemble/ensemble.job.ts'
import { livedFacts } from '../rooms/measurement/ensemble/lived-cells.facts.ts'
import { figureFacts } from '../rooms/measurement/figures/figures.facts.ts'
import { fillResponses, recommended, touchpoints } from './bench-responses.ts'
import type { Bench, BenchRow } from './bench-result.ts'
import { type BenchWarehouse, withWarehouse, workspace } from './bench-warehouse.ts'
import { durationsInTurns } from './measured.ts'

const runs = 3
const sizes = [71_429, 285_714]
const year = { from: '2025-01-01', to: '2025-12-31' }
const scale = { low: 1, high: 5 }
const journeys = [{ key: 'all', touchpoints: Array.from({ length: touchpoints }, (_, at) => `t${at + 1}`) }]

export const bench: Bench = {
  question: `How long do evenness, carry-over and composition take over ${touchpoints} touchpoints and 40 units, from answers to figures with intervals?`,
  run: () =>
    withWarehouse(async (store) => {
      const computation = openComputation()
      const rows: BenchRow[] = []
      let had = 0
      for (const size of sizes) {
        await fillResponses(store, had, size)
        await fillContacts(store, had, size)
        had = size
        rows.push(
          await ensembleRow(store, computation, size),
          await carryOverRow(store, computation, size),
          await compositionRow(store, computation, size),
        )
      }
      await computation.close()
      const notes = [
        'Ours: evenness reads marks summed by person, touchpoint, channel and unit, their covariance clustered by person, and what raising marks brings with 1,000 resamples; carry-over reads answers and contacts person by person, an incident as instrument, 91 pairs of marks beyond leaning with 400 resamples, and changes of channel; composition reads marks by score and touchpoint of two half-years, the effects of levels and shares with intervals. By hand: the engine gives the means and their spread by touchpoint, channel and unit, the correlations of all marks and the mean after each incident, or the means and counts by touchpoint and half-year, without intervals and without taking out who judges.',
        `Peak memory of the process: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB, engine included.`,
      ]
      return { rows, notes }
    }),
}

type Computing = ReturnType<typeof openComputation>
const named = (what: string, responses: number) =>
  `${what} of ${responses.toLocaleString('en')} responses (${(responses * touchpoints).toLocaleString('en')} marks)`

async function ensembleRow(
  store: BenchWarehouse,
  computation: Computing,
  responses: number,
): Promise<BenchRow> {
  const [lived, together] = [livedFacts(store.warehouse), driverResponses(store.warehouse)]
  const { read, compute } = ensembleAnalysis(async () => {
    const [cells, beside] = await Promise.all([
      lived(workspace, { kind: 'csat', population: 'customers', ...year, figure: null, scale }),
      together(workspace, { figure: recommended, query: { population: 'customers', kind: 'nps', ...year } }),
    ])
    return { ...cells, journeys, scale, leastPeople: 30, responses: { ...beside, draws: 1000 } }
  })
  const [ours, byHand] = await durationsInTurns(runs, [
    async () => {
      const { strands } = await computation.run(compute, {
        input: await read(workspace, null),
        handOver: true,
      })
      if (strands.length < 4) throw new Error('strands are missing')
    },
    () =>
      store.byHand({
        sql: `SELECT stddevPop(level) AS spread FROM (SELECT touchpoint, channel, unit, avg(assumeNotNull(score)) AS level
FROM answer WHERE workspace = '${workspace}' AND kind = 'csat' GROUP BY GROUPING SETS ((touchpoint), (channel), (unit)))`,
      }),
  ])
  return { what: named('evenness', responses), ours, byHand }
}

async function compositionRow(
  store: BenchWarehouse,
  computation: Computing,
  responses: number,
): Promise<BenchRow> {
  const mark = { key: 'mark', name: 'Mark', method: 'mean', kind: 'csat', scale, better: 'higher' } as const
  const asked = {
    ...{ measure: mark, by: 'touchpoint', filter: { population: 'customers' as const }, groupOf: null },
    period: { name: '2025-s2', from: '2025-07-01', to: '2025-12-31' },
    before: { name: '2025-s1', from: '2025-01-01', to: '2025-06-30' },
  }
  const facts = figureFacts(store.warehouse)
  const { read, compute } = compositionAnalysis(() => readComposedAnswers(facts, workspace, asked))
  const [ours, byHand] = await durationsInTurns(runs, [
    async () => {
      const { rows } = await computation.run(compute, { input: await read(workspace, asked), handOver: true })
      if (rows.length < touchpoints) throw new Error('touchpoints are missing')
    },
    () =>
      store.byHand({
        sql: `SELECT touchpoint, occurred_at >= '2025-07-01' AS now, count() AS n, avg(assumeNotNull(score)) AS level
FROM answer WHERE workspace = '${workspace}' AND kind = 'csat' GROUP BY touchpoint, now`,
      }),
  ])
  return { what: named('composition', responses), ours, byHand }
}

async function carryOverRow(
  store: BenchWarehouse,
  computation: Computing,
  responses: number,
): Promise<BenchRow> {
  const moments = momentFacts(store.warehouse)
  const incident = { measure: 'late', name: 'delivered', from: 1, to: 365, isInside: true }
  const { read, compute } = carryOverAnalysis(async () => ({
    ...(await moments(workspace, { kinds: ['csat'], population: 'customers', ...year })),
    ...{ kind: 'csat', journeys, incidents: [incident], days: 14, draws: 400, seed: 1 },
  }))
  const [ours, byHand] = await durationsInTurns(runs, [
    async () => {
      const found = await computation.run(compute, { input: await read(workspace, null), handOver: true })
      if (found.responses === 0) throw new Error('no responses were read')
    },
    () => store.byHand({ sql: correlationsByHand() }),
  ])
  return { what: named('carry-over', responses), ours, byHand }
}

function correlationsByHand(): string {
  const marks = Array.from({ length: touchpoints }, (_, at) => at + 1)
  const columns = marks.map((at) => `avgIf(assumeNotNull(score), touchpoint = 't${at}') AS c${at}`)
  return `SELECT corrMatrix(${marks.map((at) => `c${at}`).join(', ')}) AS r
FROM (SELECT ${columns.join(', ')} FROM answer WHERE workspace = '${workspace}' AND kind = 'csat' GROUP BY message)`
}

/** One delivery before each response, late for one in seven. */
async function fillContacts({ command }: BenchWarehouse, from: number, to: number): Promise<void> {
  await command(`INSERT INTO interaction (workspace, received_at, batch, message_id, occurred_at, population, person, name, direction, touchpoint, sender, unit, offer, channel, source, value, value_unit, text, properties, language, weight, segments, message)
SELECT '${workspace}', now64(3), toUUID('00000000-0000-0000-0000-000000000000'), concat('c', toString(m)),
  toDateTime64('2024-12-30 00:00:00', 3, 'UTC') + toIntervalSecond(cityHash64(m) % 31536000), 'customers', concat('p', toString(m % 700000)),
  'delivered', 'in', 't3', '', concat('unit-', toString(m % 40)), '', if(m % 3 = 0, 'web', 'store'), 'bench', if(m % 7 = 0, 2, 0), 'days', '', map(), '', 1,
  map('region', toString(m % 6)), toFixedString(substring(SHA256(concat('c', toString(m))), 1, 16), 16)
FROM (SELECT ${from} + number AS m FROM numbers(${to - from}))`)
}
