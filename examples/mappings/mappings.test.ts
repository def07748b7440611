import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Answer } from '../../foundations/warehouse/message.ts'
import { readBatches } from '../../rooms/understanding/import/read-batches.job.ts'
import { readMapping } from '../../rooms/understanding/import/read-mapping.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const data = fileURLToPath(new URL('../../../shared/data/', import.meta.url))
const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const fits = new Ajv({ strict: false }).compile(JSON.parse(read('./mapping.schema.json')))
const names = globSync('*.yaml', { cwd: here }).map((file) => basename(file, '.yaml'))

interface Counted {
  readonly rowsRead: number
  readonly rowsKept: number
  readonly answersKept: number
  readonly answersNotGiven: number
  readonly mean: number
  readonly weightedMean: number
}

/** Counted by mappings.py, beside it, in the same files. */
const witness: Record<string, Counted> = JSON.parse(
  read('../../rooms/understanding/import/witness/mappings.json'),
)

const tableOf = (name: string) =>
  name === 'airline'
    ? 'airline_passenger_satisfaction/airline_passenger_satisfaction.csv.gz'
    : `sfo_airport_customer_survey/${name.replace('-', '_')}.csv`

/** Answers about the whole of the visit, whose mean is compared. */
const isOfWhole = ({ question: { kind, touchpoint } }: Answer) =>
  (kind === 'csat' && touchpoint === 'airport') || kind === 'satisfied'

async function counted(name: string): Promise<Counted> {
  const found = readMapping(read(`./${name}.yaml`), 'en')
  if ('findings' in found) throw new Error(JSON.stringify(found.findings))
  const sums = { rowsRead: 0, rowsKept: 0, answersKept: 0, answersNotGiven: 0 }
  const [whole, weighted] = [
    { score: 0, weight: 0 },
    { score: 0, weight: 0 },
  ]
  const files = [{ path: `${data}${tableOf(name)}`, name }]
  const reading = { files, mapping: found.mapping, now: new Date('2026-01-01'), secret: 'test' }
  for await (const batch of readBatches(reading)) {
    sums.rowsRead += batch.rowsRead
    sums.rowsKept += batch.rowsSound
    sums.answersKept += batch.facts.answers
    sums.answersNotGiven += batch.answersNotGiven
    for (const { answers = [], weight } of batch.messages) {
      for (const { score } of answers.filter(isOfWhole)) {
        whole.score += score!
        whole.weight += 1
        weighted.score += score! * weight
        weighted.weight += weight
      }
    }
  }
  return { ...sums, mean: whole.score / whole.weight, weightedMean: weighted.score / weighted.weight }
}

describe.each(names)('%s', (name) => {
  it('[UND-37] is sound, and fits the schema that editors use', () => {
    expect(readMapping(read(`./${name}.yaml`), 'en')).toHaveProperty('mapping')
    fits(parse(read(`./${name}.yaml`)))
    expect(fits.errors ?? []).toEqual([])
  })

  it.skipIf(!existsSync(data))(
    '[UND-37] gives the rows, answers and means that Python counts (skipped without the data)',
    { timeout: 120_000 },
    async () => {
      const { mean, weightedMean, ...sums } = witness[name]!
      const found = await counted(name)
      expect(found).toMatchObject(sums)
      expect(found.mean).toBeCloseTo(mean, 10)
      expect(found.weightedMean).toBeCloseTo(weightedMean, 10)
    },
  )
})
