import { parquetReadObjects } from 'hyparquet'
import { expect, it } from 'vitest'
import { exportedAs } from './exported-as.ts'

const rows = [
  ['name', 'n', 'value', 'isTold', 'none'],
  ['Été, "chaud"', 3, 0.25, true, null],
  ['b', null, -1.5, false, undefined],
] as const
const texts = { name: 'table', rows: () => rows, r: (file: string) => `r ${file}`, python: () => 'py' }

it('[MEA-284] a Parquet file holds the table as it is: numbers, truths, texts, and what is missing', async () => {
  const { fileName, text, encoding } = exportedAs('parquet', texts)
  expect([fileName, encoding]).toEqual(['table.parquet', 'base64'])
  const file = Uint8Array.from(Buffer.from(text, 'base64')).buffer
  expect(await parquetReadObjects({ file })).toEqual([
    { name: 'Été, "chaud"', n: 3, value: 0.25, isTold: true, none: null },
    { name: 'b', n: null, value: -1.5, isTold: false, none: null },
  ])
})

it('[MEA-284] text and code keep their forms, and code names the table', () => {
  expect(exportedAs('csv', texts)).toEqual({
    ...{ fileName: 'table.csv', encoding: 'utf8' },
    text: 'name,n,value,isTold,none\r\n"Été, ""chaud""",3,0.25,true,\r\nb,,-1.5,false,\r\n',
  })
  expect(exportedAs('r', texts)).toEqual({ fileName: 'table.R', text: 'r table.csv', encoding: 'utf8' })
})
