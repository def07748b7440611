import { openComputation } from '../foundations/computation/computation.ts'
import { capitalAnalysis } from '../rooms/measurement/capital/capital.job.ts'
import { experienceFacts } from '../rooms/measurement/capital/experience.facts.ts'
import { fragilityAnalysis } from '../rooms/measurement/fragility/fragility.job.ts'
import { pricingFacts } from '../rooms/measurement/pricing/pricing.facts.ts'
import { pricingAnalysis } from '../rooms/measurement/pricing/pricing.job.ts'
import { purchaseFacts } from '../rooms/measurement/purchases/purchases.facts.ts'
import { winBackAnalysis } from '../rooms/measurement/win-back/win-back.job.ts'
import type { Bench, BenchRow } from './bench-result.ts'
import { type BenchWarehouse, withWarehouse, workspace } from './bench-warehouse.ts'
import { durationsInTurns } from './measured.ts'

const barMs = 15_000
const runs = 3
const sizes = [60_000, 1_000_000]
const asked = { population: 'customers', value: 'revenue' } as const

export const bench: Bench = {
  question:
    'How long do fragility and win-back take, from the purchases of customers to figures with intervals?',
  run: () =>
    withWarehouse(async (store) => {
      const computation = openComputation()
      const rows: BenchRow[] = []
      let had = 0
      for (const size of sizes) {
        await fillCustomers(store, had, size)
        had = size
        rows.push(...(await rowsOf(store, computation, size)))
      }
      await computation.close()
      const notes = [
        'Ours: purchases and answers read as columns, one row a customer and day, each person under one name; leaving fitted on three levels of experience and on the silent ones, on two days so that the forecast is checked, and intervals from 400 drawn parameters; win-back without told leavers; premiums of two levels by three ways, without stated prices; stocks with half-lives searched on 100,000 months of people, who leave by silence. By hand: the engine gives first and last day, count and worth of each customer, and adds them up; no model, no interval.',
        `Peak memory of the process: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB, engine included.`,
      ]
      return { rows, notes }
    }),
}

async function rowsOf(
  store: BenchWarehouse,
  computation: ReturnType<typeof openComputation>,
  customers: number,
): Promise<BenchRow[]> {
  const facts = purchaseFacts(store.warehouse)
  const drawn = { draws: 400, seed: 1 }
  const ends = { weakBelow: 7, strongFrom: 9, isLowerBetter: false }
  const fragility = fragilityAnalysis<null>(async () => ({
    ...(await facts.read(workspace, asked, { kind: 'nps' })),
    ...{ ends, horizon: 365, ...drawn },
  }))
  const costs = { contactCost: 5, offer: 0, winBackRate: 0.2, secondValue: null, acquisitionCost: null }
  const winBack = winBackAnalysis<null>(async () => ({
    ...(await facts.read(workspace, asked, null)),
    ...{ departures: null, costs, silentDays: 365, windowDays: 365, ...drawn },
  }))
  const prices = pricingFacts(store.warehouse, facts)
  const pricing = pricingAnalysis<null>(async () => ({
    ...(await prices.read(workspace, asked, { kind: 'nps' })),
    ...{ ends, within: 92, ...drawn },
  }))
  const experiences = experienceFacts(store.warehouse)
  const capital = capitalAnalysis<null>(async () => ({
    experiences: await experiences(workspace, { kind: 'nps', population: 'customers', isLowerBetter: false }),
    purchases: (await facts.read(workspace, asked, null)).purchases,
    ...{ departures: null, horizon: 24, discount: 0.006, ...drawn },
  }))
  const whole = async () => {
    const input = await fragility.read(workspace, null)
    const { forward } = await computation.run(fragility.compute, { input, handOver: true })
    if (forward?.levels.length !== 4) throw new Error('a level of experience was not looked ahead')
  }
  const back = async () => {
    const input = await winBack.read(workspace, null)
    const { budget } = await computation.run(winBack.compute, { input, handOver: true })
    if (!budget) throw new Error('there is no budget curve')
  }
  const priced = async () => {
    const input = await pricing.read(workspace, null)
    const { premiums } = await computation.run(pricing.compute, { input, handOver: true })
    if (premiums.premiums.length !== 2) throw new Error('a premium was not told')
  }
  const remembered = async () => {
    const input = await capital.read(workspace, null)
    const { months } = await computation.run(capital.compute, { input, handOver: true })
    if (months.length < 12) throw new Error('stocks were not told')
  }
  const rowOf = async (what: string, work: () => Promise<void>): Promise<BenchRow> => {
    const [ours, byHand] = await durationsInTurns(runs, [work, () => store.byHand({ sql: historiesByHand })])
    return {
      what: `${what} of ${customers.toLocaleString('en')} customers`,
      ...{ ours, byHand, kept: ours.p95Ms < barMs },
      bar: `p95 < ${barMs / 1000} s`,
    }
  }
  return [
    await rowOf('fragility', whole),
    await rowOf('win-back', back),
    await rowOf('pricing power', priced),
    await rowOf('affective capital', remembered),
  ]
}

const historiesByHand = `SELECT count() AS customers, sum(n) AS purchases, sum(worth) AS worth, avg(dateDiff('day', first, last)) AS known
FROM (SELECT person, min(toDate(occurred_at)) AS first, max(toDate(occurred_at)) AS last, uniqExact(toDate(occurred_at)) AS n, sum(value) AS worth
FROM outcome WHERE workspace = '${workspace}' GROUP BY person)`

/** A number between 0 and 1 that follows from the customer. */
const drawn = (salt: number) => `((cityHash64(p, ${salt}) % 1000003 + 0.5) / 1000003)`

/** A customer with a level of experience, a day on which they began, one on which they leave, and a rate of buying. */
const customer = `p, toUInt8(p % 3) AS level, ${drawn(1)} * 400 AS begins,
least(1096, begins - ln(${drawn(2)}) / [0.0014, 0.0006, 0.0003][level + 1]) AS ends, -(ln(${drawn(3)}) + ln(${drawn(4)})) / 320 AS rate`

/** Customers from number `from` on, over three years: what they bought, and what three in ten of them answered once a year. */
async function fillCustomers({ command }: BenchWarehouse, from: number, to: number): Promise<void> {
  const people = `(SELECT ${customer} FROM (SELECT number + ${from} AS p FROM numbers(${to - from})))`
  const shared = (id: string) =>
    `'${workspace}', now64(3), toUUID('00000000-0000-0000-0000-000000000000'), ${id}, toDateTime64('2023-01-01 00:00:00', 3, 'UTC') + toIntervalDay(toUInt16(day)), 'customers', concat('p', toString(p))`
  const message = (id: string) => `toFixedString(substring(SHA256(${id}), 1, 16), 16)`
  await command(`INSERT INTO outcome (workspace, received_at, batch, message_id, occurred_at, population, person, kind, subject, touchpoint, unit, offer, channel, source, value, value_unit, weight, segments, message)
SELECT ${shared('id')}, 'revenue', 'person', 'till', concat('unit-', toString(p % 40)), concat('offer-', toString(cityHash64(id, 9) % 40)), 'store', 'bench', round(20 + 60 * (cityHash64(id, 5) % 1000) / 1000, 2), 'EUR', 1, map(), ${message('id')}
FROM (SELECT p, begins + if(i = 0, 0, (ends - begins) * ((cityHash64(p, i, 6) % 100003) / 100003)) AS day, concat('b', toString(p), '-', toString(i)) AS id
FROM ${people} ARRAY JOIN range(1 + toUInt32(floor(rate * (ends - begins) + ${drawn(7)}))) AS i)`)
  await command(`INSERT INTO answer (workspace, received_at, batch, message_id, occurred_at, population, person, question, kind, touchpoint, unit, offer, channel, source, score, scale_low, scale_high, text, language, weight, segments, message)
SELECT ${shared('id')}, 'recommend', 'nps', 'brand', '', '', 'email', 'bench', [4, 8, 10][level + 1], 0, 10, '', '', 1, map(), ${message('id')}
FROM (SELECT p, level, ends, begins, 365 * year + ${drawn(8)} * 365 AS day, concat('a', toString(p), '-', toString(year)) AS id
FROM ${people} ARRAY JOIN range(3) AS year WHERE p % 10 < 3)
WHERE day > begins AND day < ends`)
}
