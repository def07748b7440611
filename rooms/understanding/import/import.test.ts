import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { call } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { context, type ImportRoom, openImportRoom, refusalCode } from './test-import-room.ts'

let imports: ImportRoom
let room: ImportRoom['room']
let upload: ImportRoom['upload']
let once: ImportRoom['once']
let answersIn: ImportRoom['answersIn']

beforeAll(async () => {
  imports = await openImportRoom()
  ;({ room, upload, once, answersIn } = imports)
})

afterAll(() => imports.close())

const mapping = `mapping: 1
name: Till survey
source: till
row:
  id: "{no}"
  date: { text: "{day}" }
  unit: shop
answers:
  - kind: csat
    scale: { low: 1, high: 5 }
    notGiven: [0]
    columns: { till: till, advice: advice }
`

const header = 'no,day,shop,till,advice\n'
const rows = (from: number, to: number) =>
  Array.from(
    { length: to - from + 1 },
    (_, index) => `${from + index},2026-01-15,lyon,${((from + index) % 5) + 1},0\n`,
  ).join('')

const imported = (
  workspace: string,
  bytes: string | Buffer,
  options: { mapping?: string; dryRun?: boolean } = {},
) => imports.imported(workspace, bytes, { mapping, ...options })

describe('importing a file', () => {
  it('[UND-2] [UND-9] twice, and one that overlaps, counts every row once', async () => {
    const first = await imported('twice', header + rows(1, 50))
    expect(first.counts).toMatchObject({
      rowsRead: 50,
      rowsKept: 50,
      rowsAlreadyThere: 0,
      answersKept: 50,
      answersNotGiven: 50,
    })
    const again = await imported('twice', header + rows(1, 50))
    expect(again.counts).toMatchObject({ rowsKept: 50, rowsAlreadyThere: 50, answersKept: 0 })
    const overlapping = await imported('twice', header + rows(41, 60))
    expect(overlapping.counts).toMatchObject({ rowsAlreadyThere: 10, answersKept: 10 })
    expect(await answersIn('twice')).toBe(60)
  })

  it('[UND-3] [UND-6] refuses bad rows with line, value and reason, and keeps the others', async () => {
    const record = await imported(
      'faults',
      `${header}1,2026-01-15,lyon,9,0\n2,2026-01-15,lyon,4,0\n3,2026-01-15\n`,
    )
    expect(record).toMatchObject({ state: 'done', counts: { rowsRead: 3, rowsKept: 1, rowsRejected: 2 } })
    expect(record.firstRejected.map(({ line, column, value }) => [line, column, value])).toEqual([
      [2, 'till', '9'],
      [4, '', '3,2026-01-15'],
    ])
    const { rejected, truncated } = await call(
      room.router.imports.rejected,
      { workspace: 'faults', id: record.id },
      { context },
    )
    expect([rejected, truncated]).toEqual([record.firstRejected, false])
  })

  it('[UND-9] the corrected file adds exactly what was refused', async () => {
    const corrected = await imported(
      'faults',
      `${header}1,2026-01-15,lyon,5,0\n2,2026-01-15,lyon,4,0\n3,2026-01-15,lyon,1,0\n`,
    )
    expect(corrected.counts).toMatchObject({ rowsAlreadyThere: 1, answersKept: 2 })
    expect(await answersIn('faults')).toBe(3)
  })

  it('[UND-1] keeps what people wrote beside their scores', async () => {
    const commented = `${mapping}comments:\n  - { column: shop, touchpoint: till }\n`
    await imports.imported('words', header + rows(1, 3), { mapping: commented })
    const texts = await imports.warehouse.texts('words', {
      ...{ kinds: ['comment'], population: 'customers', limit: 10 },
      ...{ from: '2026-01-01', to: '2026-01-31' },
    })
    expect(texts.map(({ text }) => text)).toEqual(['lyon', 'lyon', 'lyon'])
  })

  it('[UND-11] a dry run counts and refuses, and keeps nothing', async () => {
    const record = await imported('dry', `${header}1,2026-01-15,lyon,9,0\n2,2026-01-15,lyon,4,0\n`, {
      dryRun: true,
    })
    expect(record).toMatchObject({
      dryRun: true,
      counts: { rowsRead: 2, rowsKept: 1, rowsRejected: 1, answersKept: 1 },
    })
    expect(await answersIn('dry')).toBe(0)
  })

  it('[UND-7] a file that lacks a column is refused whole, with a sentence', async () => {
    const record = await imported('lacking', 'no,day,till\n1,2026-01-15,4\n')
    expect(record).toMatchObject({ state: 'failed', counts: { rowsRead: 0 } })
    expect(record.problem).toBe(
      'The mapping names "shop", "advice", which the file does not have. Its columns are: no, day, till.',
    )
  })

  it('[UND-13] a mapping that does not fit is refused with its place and what was meant', async () => {
    const question = {
      workspace: 'misfit',
      upload: await upload('misfit', header),
      mapping: mapping.replace('answers:', 'anwsers:'),
      dryRun: false,
    }
    const refused = call(room.router.imports.start, question, { context })
    await expect(refused).rejects.toMatchObject({
      refusal: {
        code: 'UNDERSTANDING_MAPPING_INVALID',
        values: {
          findings: '8:1 there is no field "anwsers" here. Did you mean "answers"?',
        },
      },
    })
  })

  it('[UND-12] shows how far it is, and what it kept before it was cancelled is recognised later', async () => {
    const file = header + rows(1, 120_000)
    const started = await call(
      room.router.imports.start,
      { workspace: 'cancelled', upload: await upload('cancelled', file), mapping, dryRun: false },
      { context },
    )
    const seen = await once('cancelled', started.id, ({ counts }) => counts.rowsRead > 0)
    expect(seen.counts.bytesRead).toBeLessThanOrEqual(seen.counts.bytesTotal)
    const cancelled = await call(
      room.router.imports.cancel,
      { workspace: 'cancelled', id: started.id },
      { context },
    )
    expect(cancelled.state).toBe('cancelled')
    const whole = await imported('cancelled', file)
    expect(whole.counts.rowsAlreadyThere).toBeGreaterThan(0)
    expect(await answersIn('cancelled')).toBe(120_000)
  })

  it('[UND-14] an upload or import of another workspace is not there', async () => {
    const mine = await upload('mine', header + rows(1, 1))
    const record = await imported('mine', header + rows(1, 1))
    const start = { workspace: 'theirs', upload: mine, mapping, dryRun: false }
    expect(await refusalCode(call(room.router.imports.start, start, { context }))).toBe(
      'UNDERSTANDING_UPLOAD_UNKNOWN',
    )
    const theirs = { workspace: 'theirs', id: record.id }
    const { get, cancel, rejected } = room.router.imports
    expect(await refusalCode(call(get, theirs, { context }))).toBe('UNDERSTANDING_IMPORT_UNKNOWN')
    expect(await refusalCode(call(cancel, theirs, { context }))).toBe('UNDERSTANDING_IMPORT_UNKNOWN')
    expect(await refusalCode(call(rejected, theirs, { context }))).toBe('UNDERSTANDING_IMPORT_UNKNOWN')
    expect((await call(room.router.imports.list, { workspace: 'theirs' }, { context })).imports).toEqual([])
  })
})

describe('proposing a mapping', () => {
  const propose = (workspace: string, id: string) =>
    call(room.router.imports.propose, { workspace, upload: id }, { context })

  it('[UND-33] gives one by which the file is imported as it stands', async () => {
    const shops = ['lyon', 'paris', 'nice']
    const lines = Array.from({ length: 300 }, (_, row) =>
      [
        row + 1,
        `2026-01-${String((row % 28) + 1).padStart(2, '0')}`,
        shops[row % 3],
        ((row * 7) % 5) + 1,
      ].join(),
    )
    const file = `no,day,shop,rating\n${lines.join('\n')}\n`
    const { mapping: proposed, columns } = await propose('proposed', await upload('proposed', file))
    expect(columns.map(({ role }) => role)).toEqual(['response', 'date', 'unit', 'score'])
    const record = await imported('proposed', file, { mapping: proposed! })
    expect(record).toMatchObject({ state: 'done', counts: { rowsKept: 300, answersKept: 300 } })
  })

  it('[UND-35] refuses what cannot be read, and files of another workspace', async () => {
    const binary = await upload('proposed', Buffer.from([0x89, 0x50, 0x4e, 0x47]))
    await expect(propose('proposed', binary)).rejects.toMatchObject({
      refusal: {
        code: 'UNDERSTANDING_FILE_UNREADABLE',
        values: { reason: 'The file is an image; ask for the table it shows.' },
      },
    })
    expect(await refusalCode(propose('others', binary))).toBe('UNDERSTANDING_UPLOAD_UNKNOWN')
  })
})

const survey = fileURLToPath(
  new URL('../../../../shared/data/sfo_airport_customer_survey/sfo_2017.csv', import.meta.url),
)

it.skipIf(!existsSync(survey))(
  '[UND-15] the airport survey of 2017 gives the rows and answers that Python counts (skipped without the data)',
  async () => {
    const example = await readFile(
      new URL('../../../examples/mappings/sfo-2017.yaml', import.meta.url),
      'utf8',
    )
    const record = await imported('airport', await readFile(survey), { mapping: example })
    // Python 3 csv module: 2,831 rows; 26 rated columns hold 55,839 codes on their scale and 17,767 others.
    expect(record.counts).toMatchObject({
      rowsRead: 2831,
      rowsKept: 2831,
      rowsRejected: 0,
      answersKept: 55_839,
      answersNotGiven: 17_767,
    })
    expect(await answersIn('airport')).toBe(55_839)
  },
)
