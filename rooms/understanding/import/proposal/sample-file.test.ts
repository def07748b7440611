import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { query } from 'chdb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { workbookOf, zipOf } from '../test-zip.ts'
import { sampleFile } from './sample-file.job.ts'
import { sampledColumns } from './sampled-columns.ts'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tutti-sample-'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

async function sampled(bytes: string | Buffer) {
  const path = join(directory, 'file')
  await writeFile(path, bytes)
  return sampledColumns(await sampleFile(path))
}

const csv = 'day,score\n2026-01-01,4\n2026-01-02,5\n2026-01-03,1\n'
const columns = [
  { name: 'day', cells: ['2026-01-01', '2026-01-02', '2026-01-03'] },
  { name: 'score', cells: ['4', '5', '1'] },
]
const cell = (place: string, value: string) => `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`
const sheet = csv
  .trim()
  .split('\n')
  .map((line, row) => line.split(',').map((value, column) => cell(`${'AB'[column]}${row + 1}`, value)))
  .map((cells, row) => `<row r="${row + 1}">${cells.join('')}</row>`)
const json = [1, 2, 3].map((day, index) => `{"day":"2026-01-0${day}","score":${[4, 5, 1][index]}}\n`)

it.each([
  ['text', csv],
  ['gzip', gzipSync(csv)],
  ['zip', zipOf({ 'a.csv': csv })],
  ['JSON Lines', json.join('')],
  ['a workbook', workbookOf({ Answers: sheet.join('') })],
  ['UTF-16', Buffer.from(`\uFEFF${csv}`, 'utf16le')],
])('[UND-28] a sample of %s holds its columns', async (_, bytes) => {
  expect((await sampled(bytes)).columns).toMatchObject(columns)
})

it('[UND-28] a sample of Parquet holds its columns', async () => {
  const path = join(directory, 'a.parquet')
  const rows = `SELECT toDate('2026-01-01') + number AS day, [4, 5, 1][number + 1] AS score FROM numbers(3)`
  query(`${rows} INTO OUTFILE '${path}' FORMAT Parquet`)
  expect(sampledColumns(await sampleFile(path)).columns).toMatchObject(columns)
})

it('[UND-28] a large file is looked at further on too, and letters are not cut in two', async () => {
  const row = (number: number) => `2026-01-01,${number < 200_000 ? 4 : 7},${'é'.repeat(number % 7)}\n`
  const rows = Array.from({ length: 300_000 }, (_, number) => row(number))
  const { columns: found, file } = await sampled(`day,score,word\n${rows.join('')}`)
  expect(file.encoding).toBe('utf-8')
  expect(new Set(found[1]!.cells)).toEqual(new Set(['4', '7']))
})
