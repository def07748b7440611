import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Answer, Message } from '../../foundations/warehouse/message.ts'
import { readBatches } from '../../rooms/understanding/import/read-batches.job.ts'
import { readMapping } from '../../rooms/understanding/import/read-mapping.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const data = fileURLToPath(new URL('../../../shared/data/', import.meta.url))
const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const fits = new Ajv({ strict: false }).compile(JSON.parse(read('./mapping.schema.json')))
const names = globSync('*.yaml', { cwd: here }).map((file) => basename(file, '.yaml'))

interface Values {
  readonly n: number
  readonly sum?: number
  readonly weightedMean?: number
}

interface Counted {
  readonly rowsRead: number
  readonly rowsKept: number
  readonly answersKept: number
  readonly figures?: Readonly<Record<string, number | Values>>
  readonly [count: string]: unknown
}

/** Counted by mappings.py, beside it, in the same files. */
const witness: Record<string, Counted> = JSON.parse(
  read('../../rooms/understanding/import/witness/mappings.json'),
)

const filesOf = (name: string): readonly string[] => {
  const inFolder = (folder: string, files: readonly string[]) => files.map((file) => `${folder}/${file}`)
  const ofOlist = ['orders', 'order_reviews', 'order_payments', 'customers']
  const ofSchools = ['survey_all.txt', 'math_test_results.csv', 'sat_results.csv', 'graduation.csv']
  const folders: Readonly<Record<string, readonly string[]>> = {
    airline: ['airline_passenger_satisfaction/airline_passenger_satisfaction.csv.gz'],
    olist: inFolder(
      'olist_sample',
      ofOlist.map((file) => `olist_${file}_dataset.csv`),
    ),
    'nyc-schools': inFolder('nyc_schools_ex_cx', ofSchools),
    cdnow: ['btyd_purchases/CDNOW_master.txt'],
    'bank-contacts': ['contact_pressure/bank_marketing_full_45211.csv'],
    'sncf-punctuality': ['sncf_tgv_punctuality/regularite-mensuelle-tgv-aqst.csv'],
  }
  return folders[name] ?? [`sfo_airport_customer_survey/${name.replace('-', '_')}.csv`]
}

/** What the files of a mapping come to. */
async function readExample(name: string) {
  const found = readMapping(read(`./${name}.yaml`), 'en')
  if ('findings' in found) throw new Error(JSON.stringify(found.findings))
  const files = filesOf(name).map((path) => ({ path: `${data}${path}`, name: basename(path) }))
  const counts = { rowsRead: 0, rowsKept: 0, rowsLeftOut: 0, answersNotGiven: 0 }
  const kept = { answersKept: 0, interactionsKept: 0, outcomesKept: 0 }
  const messages: Message[] = []
  const reading = { files, mapping: found.mapping, now: new Date('2026-01-01'), secret: 'test' }
  for await (const batch of readBatches(reading)) {
    counts.rowsRead += batch.rowsRead
    counts.rowsKept += batch.rowsSound
    counts.rowsLeftOut += batch.rowsLeftOut
    counts.answersNotGiven += batch.answersNotGiven
    kept.answersKept += batch.facts.answers
    kept.interactionsKept += batch.facts.interactions
    kept.outcomesKept += batch.facts.outcomes
    messages.push(...batch.messages)
  }
  return { counts: { ...counts, ...kept }, messages }
}

type Pairs = readonly (readonly [value: number, weight: number])[]

const valuesOf = (pairs: Pairs): Values => {
  const sum = (terms: readonly number[]) => terms.reduce((total, term) => total + term, 0)
  const weightedMean =
    sum(pairs.map(([value, weight]) => value * weight)) / sum(pairs.map(([, weight]) => weight))
  return { n: pairs.length, sum: sum(pairs.map(([value]) => value)), weightedMean }
}

/** Values of the facts by their kind, as the witness names them. */
function pairsByKind(messages: readonly Message[]): Map<string, [number, number][]> {
  const lists = new Map<string, [number, number][]>()
  const push = (name: string, pair: [number, number]) => {
    const list = lists.get(name) ?? []
    if (list.length === 0) lists.set(name, list)
    list.push(pair)
  }
  for (const { answers = [], interactions = [], outcomes = [], weight } of messages) {
    for (const { question, score } of answers)
      push(`answers.${question.kind}.${question.touchpoint}`, [score ?? 0, weight])
    for (const { name, value } of interactions) push(`interactions.${name}`, [value ?? 0, 1])
    for (const { kind, value, weight: observed } of outcomes)
      push(`outcomes.${kind}`, [value, observed ?? weight])
  }
  return lists
}

/** Reviews of orders that came late, and of those that did not. */
function reviewsByDelivery(messages: readonly Message[]) {
  const late = new Map<string, number>()
  for (const { id, interactions = [] } of messages)
    for (const { name, value } of interactions)
      if (name === 'delivered') late.set(id.slice('order-'.length), value!)
  const reviews = { late: [] as [number, number][], inTime: [] as [number, number][] }
  for (const { id, answers = [] } of messages) {
    const days = late.get(id.split('-').at(-1)!)
    const score = answers.find(({ question }) => question.kind === 'csat')?.score
    if (days !== undefined && score) reviews[days > 0 ? 'late' : 'inTime'].push([score, 1])
  }
  return reviews
}

/** The figure that a witness names. */
function figureOf(name: string, messages: readonly Message[]): number | Values {
  const pairs = pairsByKind(messages)
  if (name === 'people') return new Set(messages.map(({ person }) => person)).size
  if (name === 'nps') return npsOf(pairs.get('answers.nps.airport')!)
  if (name === 'reviews.late') return valuesOf(reviewsByDelivery(messages).late)
  if (name === 'reviews.inTime') return valuesOf(reviewsByDelivery(messages).inTime)
  if (name === 'interactions.delivered.late') {
    const days = pairs.get('interactions.delivered')!
    return days.filter(([value]) => value > 0).length / days.length
  }
  return valuesOf(pairs.get(name)!)
}

function npsOf(scores: Pairs): number {
  const share = (counts: (score: number) => boolean) =>
    scores.filter(([score]) => counts(score)).length / scores.length
  return 100 * (share((score) => score >= 9) - share((score) => score <= 6))
}

/** Answers about the whole of the visit, whose mean is compared. */
const isOfWhole = ({ question: { kind, touchpoint } }: Answer) =>
  (kind === 'csat' && touchpoint === 'airport') || kind === 'satisfied'

function wholeOf(messages: readonly Message[]): Pairs {
  return messages.flatMap(({ answers = [], weight }) =>
    answers.filter(isOfWhole).map(({ score }) => [score!, weight] as const),
  )
}

describe.each(names)('%s', (name) => {
  it('[UND-37] is sound, and fits the schema that editors use', () => {
    expect(readMapping(read(`./${name}.yaml`), 'en')).toHaveProperty('mapping')
    fits(parse(read(`./${name}.yaml`)))
    expect(fits.errors ?? []).toEqual([])
  })

  it.skipIf(!existsSync(data))(
    '[UND-37] gives the rows, facts and figures that Python counts (skipped without the data)',
    { timeout: 120_000 },
    async () => {
      const { mean, weightedMean, figures = {}, ...expected } = witness[name]!
      const { counts, messages } = await readExample(name)
      expect(counts).toMatchObject(expected)
      for (const [figure, value] of Object.entries(figures)) close(figureOf(figure, messages), value)
      if (typeof mean !== 'number') return
      const whole = wholeOf(messages)
      close(valuesOf(whole.map(([score]) => [score, 1])).weightedMean!, mean)
      close(valuesOf(whole).weightedMean!, weightedMean as number)
    },
  )
})

/** Equal but for the order in which numbers were added up. */
function close(found: number | Values, expected: number | Values): void {
  if (typeof expected === 'number') {
    expect(found).toBeCloseTo(expected, 10)
    return
  }
  const { n, ...sums } = expected
  expect((found as Values).n).toBe(n)
  for (const [name, sum] of Object.entries(sums))
    expect((found as Values)[name as 'sum']! / sum).toBeCloseTo(1, 12)
}
