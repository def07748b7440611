import { describe, expect, it } from 'vitest'
import { rowIds } from './row-ids.ts'
import { cellsOf as cells, linesOf as read } from './test-file-rows.ts'

describe('rows of a file', () => {
  it('[UND-1] read with a mark of byte order, quotes, line breaks of any kind and another delimiter', async () => {
    const text = '\uFEFFday;score;"a;b"\r\n2026-01-01;4;"say ""hi"""\r\n\r\n2026-01-02;5;\r\n'
    expect(cells(await read(text, { delimiter: ';' }))).toEqual([
      { day: '2026-01-01', score: '4', 'a;b': 'say "hi"' },
      { day: '2026-01-02', score: '5', 'a;b': '' },
    ])
  })

  it('[UND-6] a row of more or fewer cells than the header is refused with its line', async () => {
    const lines = await read('day,score\n2026-01-01,4,9\n2026-01-02,5\n2026-01-03\n')
    expect(lines.map((line) => ('row' in line ? line.row.line : `refused ${line.rejected.line}`))).toEqual([
      'refused 2',
      3,
      'refused 4',
    ])
  })

  it('[UND-8] line numbers are those of the file after cells that hold line breaks', async () => {
    const lines = await read('day,score,note\n2026-01-01,4,"one\ntwo\r\nthree"\n2026-01-02,5,\n')
    expect(lines.map((line) => 'row' in line && line.row.line)).toEqual([2, 5])
  })

  it('[UND-1] Latin-1 is read where the mapping says so', async () => {
    const file = Buffer.from('day,score,été\n2026-01-01,4,à\n', 'latin1')
    expect(cells(await read(file, { encoding: 'latin-1' }))).toEqual([
      { day: '2026-01-01', score: '4', été: 'à' },
    ])
  })

  it.each([
    ['', 'The file is empty. Give one whose first row names its columns.'],
    ['day,score,day\n1,2,3\n', 'Two columns are called "day". Rename one of them.'],
    [
      'date,score\n1,2\n',
      'The mapping names "day", which the file does not have. Its columns are: date, score.',
    ],
    ['day,score\n1,"2\n', /^The file is no CSV: /],
  ])('[UND-7] %j is refused with a sentence', async (file, sentence) => {
    await expect(read(file)).rejects.toThrow(sentence)
  })

  it('[UND-7] bytes that are no text in the encoding are refused with a sentence', async () => {
    const file = Buffer.concat([Buffer.from('day,score\n'), Buffer.from([0xff, 0xfe, 0xe9, 0xd8])])
    await expect(read(file)).rejects.toThrow(
      'The file is not text in utf-8. Name its encoding in the mapping: file.encoding.',
    )
  })
})

it('[UND-10] equal rows are told apart by their order, and by nothing else', () => {
  const { idOf } = rowIds()
  const ids = [idOf(['4']), idOf(['5']), idOf(['4'])]
  expect(new Set(ids).size).toBe(3)
  const again = rowIds()
  expect([again.idOf(['5']), again.idOf(['4']), again.idOf(['4'])]).toEqual([ids[1], ids[0], ids[2]])
})
