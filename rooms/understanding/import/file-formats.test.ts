import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { query } from 'chdb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { guardExpansion } from './guard-expansion.ts'
import { Mapping } from './mapping.ts'
import { cellsOf, linesOf } from './test-file-rows.ts'
import { workbookOf, zipOf } from './test-zip.ts'
import { workbookRecords } from './workbook-records.job.ts'
import { openZipArchive } from './zip-archive.job.ts'

const text = 'day,score,été\n2026-01-01,4,à\n'
const row = { day: '2026-01-01', score: '4', été: 'à' }
const numbers = (lines: Awaited<ReturnType<typeof linesOf>>) =>
  lines.map((line) => ('row' in line ? line.row.line : `refused ${line.rejected.line}`))

describe('text', () => {
  it.each([
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`), {}],
    ['Windows-1252', Buffer.from(text, 'latin1'), { encoding: 'windows-1252' }],
    ['UTF-16 little-endian with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le'), {}],
    ['UTF-16 big-endian with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(), {}],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le'), { encoding: 'utf-16le' }],
    [
      'Mac',
      Buffer.from([
        ...Buffer.from('day,score,'),
        0x8e,
        0x74,
        0x8e,
        ...Buffer.from('\n2026-01-01,4,'),
        0x88,
        0x0a,
      ]),
      { encoding: 'macintosh' },
    ],
    ['tabs', Buffer.from(text.replaceAll(',', '\t')), { delimiter: '\t' }],
    [
      'bars and single quotes',
      Buffer.from("day|score|été\n'2026-01-01'|4|'à'\n"),
      { delimiter: '|', quote: "'" },
    ],
  ])('[UND-17] %s is read', async (_, file, options) => {
    expect(cellsOf(await linesOf(file, options))).toEqual([row])
  })

  it('[UND-17] columns set below one another by spaces are read', async () => {
    const lines = await linesOf('  day        score\n  2026-01-01     4\n 2026-01-02    10\n', {
      delimiter: ' ',
    })
    expect(cellsOf(lines)).toEqual([
      { day: '2026-01-01', score: '4' },
      { day: '2026-01-02', score: '10' },
    ])
  })

  it('[UND-17] quotes are letters like others where the mapping says that nothing encloses cells', async () => {
    const lines = await linesOf('day\tscore\tsaid\n2026-01-01\t4\t"so" he said\n', {
      delimiter: '\t',
      quote: '',
    })
    expect(cellsOf(lines)).toEqual([{ day: '2026-01-01', score: '4', said: '"so" he said' }])
  })

  it('[UND-26] a cell of ten million letters is refused with its line, and the rows around it are kept', async () => {
    const lines = await linesOf(
      `day,score\n2026-01-01,4\n2026-01-02,${'x'.repeat(10_000_000)}\n2026-01-03,5\n`,
    )
    expect(numbers(lines)).toEqual([2, 'refused 3', 4])
    expect(cellsOf(lines)[1]).toBe('is 10000000 letters long; at most 1000000 are kept')
  })
})

describe('header rows', () => {
  const survey = 'QID1,QID2\nWhat day?,"How was it?"\n"{""ImportId"":1}","{""ImportId"":2}"\n2026-01-01,4\n'

  it('[UND-19] three of them, of which one names the columns', async () => {
    expect(cellsOf(await linesOf(survey.replace('QID1,QID2', 'day,score'), { headerRows: 3 }))).toEqual([
      { day: '2026-01-01', score: '4' },
    ])
    const named = survey.replace('What day?,"How was it?"', 'day,score')
    expect(cellsOf(await linesOf(named, { headerRows: 3, names: 2 }))).toEqual([
      { day: '2026-01-01', score: '4' },
    ])
  })

  it('[UND-19] two of them joined, where columns stand under one name', async () => {
    const file = 'day,score,Which?,,Sex\n,Answer,Till,Advice,Answer\n2026-01-01,4,1,0,F\n'
    expect(cellsOf(await linesOf(file, { headerRows: 2, names: 'joined' }))).toEqual([
      { day: '2026-01-01', score: '4', 'Which?: Till': '1', 'Which?: Advice': '0', Sex: 'F' },
    ])
  })
})

describe('packed files', () => {
  const plain = { day: '2026-01-01', score: '4' }
  const csv = 'day,score\n2026-01-01,4\n'

  it('[UND-20] gzip, and a zip whose files are read one after the other, are read as they stand', async () => {
    expect(cellsOf(await linesOf(gzipSync(csv)))).toEqual([plain])
    const archive = zipOf({
      'a.csv': csv,
      'readme.pdf': '%PDF-',
      '__MACOSX/a.csv': 'x',
      'b/c.CSV': `${csv}bad\n`,
    })
    const lines = await linesOf(archive)
    expect(numbers(lines)).toEqual([2, 2, 'refused 3'])
    expect(cellsOf(lines)[2]).toMatch(/ \(in "b\/c\.CSV"\)$/)
    expect(cellsOf(await linesOf(archive, { sheet: 'a.csv' }))).toEqual([plain])
  })

  it.each([
    [
      'a gzip that was cut off',
      gzipSync(`${csv}${'x,1\n'.repeat(5000)}`).subarray(0, 60),
      'The gzip file is damaged or was cut off. Fetch or pack it again.',
    ],
    [
      'a zip that was cut off',
      zipOf({ 'a.csv': csv }).subarray(0, 60),
      /^The archive is damaged or was cut off/,
    ],
    ['a zip of nothing to read', zipOf({ 'a.pdf': '%PDF-' }), /^The archive holds no file of text/],
    ['a file packed twice', gzipSync(gzipSync(csv)), /^What is packed in the file is a packed file/],
    [
      'Parquet that was cut off',
      Buffer.from('PAR1 and no more'),
      /^The Parquet file is damaged or was cut off/,
    ],
    [
      'an image called .csv',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d]),
      'The file is an image; ask for the table it shows.',
    ],
    [
      'bytes called .csv',
      Buffer.from([0x01, 0x00, 0x00, 0x07]),
      /^The file is binary and of no kind known here/,
    ],
  ])('[UND-16] [UND-21] %s is refused with a sentence', async (_, file, sentence) => {
    await expect(linesOf(file)).rejects.toThrow(sentence)
  })

  it('[UND-16] a file that is not what its mapping says is refused', async () => {
    await expect(linesOf(csv, { format: 'xlsx' })).rejects.toThrow(
      'The mapping says the file is xlsx; it is no xlsx. Correct file.format, or leave it out.',
    )
  })

  it('[UND-22] a file made to unpack to very much is refused before it is unpacked', async () => {
    const claimed = zipOf({ 'a.csv': csv }, { 'a.csv': 4_000_000_000 })
    await expect(linesOf(claimed)).rejects.toThrow(/^The file unpacks to more than 200 times its size/)
    const megabytes = async function* (count: number) {
      for (let sent = 0; sent < count; sent++) yield Buffer.alloc(1_000_000)
    }
    const passed = async (count: number, bytesPacked: number) => {
      let bytes = 0
      for await (const chunk of guardExpansion(megabytes(count), () => bytesPacked)) bytes += chunk.length
      return bytes
    }
    await expect(passed(101, 500_000)).rejects.toThrow(/^The file unpacks to more than 200 times its size/)
    expect([await passed(100, 1), await passed(120, 600_000)]).toEqual([100_000_000, 120_000_000])
    const lying = zipOf({ 'a.csv': `${csv}${csv}` }, { 'a.csv': 10 })
    await expect(linesOf(lying)).rejects.toThrow(/^The archive is damaged/)
  })
})

describe('JSON Lines', () => {
  it('[UND-23] one object a line, what is nested under its path, what is missing empty', async () => {
    const file =
      '{"day":"2026-01-01","score":4,"who":{"age":31,"tags":["a"]}}\n\n{"score":5,"day":"2026-01-02","vip":true}\n'
    const lines = await linesOf(file)
    expect(cellsOf(lines)).toEqual([
      { day: '2026-01-01', score: '4', 'who.age': '31', 'who.tags': '["a"]', vip: '' },
      { day: '2026-01-02', score: '5', 'who.age': '', 'who.tags': '', vip: 'true' },
    ])
    expect(numbers(lines)).toEqual([1, 3])
  })

  it('[UND-23] a line that is no object is refused with its number, and the others are kept', async () => {
    const lines = await linesOf(
      '{"day":"2026-01-01","score":4}\n{"day":\n[1]\n{"day":"2026-01-02","score":1}\n',
    )
    expect(numbers(lines)).toEqual([1, 'refused 2', 'refused 3', 4])
  })
})

describe('workbooks', () => {
  const head =
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>score</t></is></c><c r="C1" t="str"><v>note</v></c></row>'
  const strings = ['<t>day</t>', '<r><t>so </t></r><r><t>so</t></r><rPh><t>x</t></rPh>']

  it('[UND-24] give their texts, numbers and dates; cells that are not written are empty', async () => {
    // Excel shows 46023 as 1 January 2026 and 46023.75 as 18:00 of that day.
    const rows = `${head}<row r="3"><c r="A3" s="1"><v>46023</v></c><c r="B3"><v>4.5</v></c></row><row r="4"/><row r="5"><c r="A5" s="2"><v>46023.75</v></c><c r="B5" t="b"><v>1</v></c><c r="C5" t="s"><v>1</v></c></row>`
    const lines = await linesOf(workbookOf({ Answers: rows }, { strings }), { decimal: ',' })
    expect(cellsOf(lines)).toEqual([
      { day: '2026-01-01', score: '4,5', note: '' },
      { day: '2026-01-01T18:00:00', score: 'true', note: 'so so' },
    ])
    expect(numbers(lines)).toEqual([3, 5])
  })

  it('[UND-24] may count their days from 1904, and are read from the sheet that is named', async () => {
    // A workbook of 1904 shows 44561 where one of 1900 shows 46023: 1,462 days less.
    const rows = `${head}<row r="2"><c r="A2" s="1"><v>44561</v></c><c r="B2"><v>4</v></c></row>`
    const file = workbookOf({ Notes: '', Answers: rows }, { strings, from1904: true })
    expect(cellsOf(await linesOf(file, { sheet: 'Answers' }))).toEqual([
      { day: '2026-01-01', score: '4', note: '' },
    ])
    await expect(linesOf(file, { sheet: 'answers' })).rejects.toThrow(
      'The workbook has no sheet "answers". Its sheets are: "Notes", "Answers".',
    )
  })

  const dictionary = fileURLToPath(
    new URL(
      '../../../../shared/data/sfo_airport_customer_survey/dictionaries/sfo_2018_Data_Dictionary_DataSF.xlsx',
      import.meta.url,
    ),
  )

  it.skipIf(!existsSync(dictionary))(
    '[UND-24] one that Excel wrote gives the 670 rows that Python counts in its XML (skipped without the data)',
    async () => {
      const archive = await openZipArchive(dictionary, { bytesRead: 0 })
      const { file } = Mapping.parse({
        mapping: 1,
        name: 'x',
        source: 'x',
        row: { date: { text: 'x' } },
        answers: [{ kind: 'csat', scale: { low: 1, high: 5 }, columns: {} }],
      })
      let rows = 0
      for await (const record of workbookRecords(archive, file))
        rows += record.cells.some((cell) => cell !== '') ? 1 : 0
      archive.close()
      expect(rows).toBe(670)
    },
  )
})

describe('Parquet', () => {
  let directory: string
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'tutti-parquet-'))
  })
  afterAll(() => rm(directory, { recursive: true, force: true }))

  it('[UND-21] packed in a way that is not read here is refused with a sentence', async () => {
    const path = join(directory, 'lz4.parquet')
    query(
      `SELECT '2026-01-01' AS day, 4 AS score INTO OUTFILE '${path}' FORMAT Parquet SETTINGS output_format_parquet_compression_method = 'lz4'`,
    )
    await expect(linesOf(await readFile(path))).rejects.toThrow(
      'The Parquet file is packed by LZ4_RAW, which is not read here. Write it with snappy, gzip, zstd or brotli.',
    )
  })

  it.each(['snappy', 'gzip', 'zstd', 'brotli', 'none'])(
    '[UND-25] packed by %s gives the rows that the engine wrote, over several groups of rows',
    async (packing) => {
      const path = join(directory, `${packing}.parquet`)
      const select = `SELECT toDate('2026-01-01') + number AS day, number % 5 + 0.5 AS score, if(number = 2, NULL, concat('é', toString(number))) AS note, toDateTime('2026-01-01 10:00:00', 'UTC') AS at FROM numbers(5)`
      query(
        `${select} INTO OUTFILE '${path}' FORMAT Parquet SETTINGS output_format_parquet_compression_method = '${packing}', output_format_parquet_row_group_size = 2, max_block_size = 2, max_threads = 1`,
      )
      const cells = cellsOf(await linesOf(await readFile(path)))
      expect(cells).toHaveLength(5)
      expect(cells[0]).toEqual({ day: '2026-01-01', score: '0.5', note: 'é0', at: '2026-01-01T10:00:00' })
      expect(cells[2]).toMatchObject({ day: '2026-01-03', note: '' })
      expect(cells[4]).toMatchObject({ day: '2026-01-05', score: '4.5' })
    },
  )
})
