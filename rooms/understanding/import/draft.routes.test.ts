import { call } from '@orpc/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { context, type ImportRoom, openImportRoom } from './test-import-room.ts'

let room: ImportRoom
beforeAll(async () => {
  room = await openImportRoom()
})
afterAll(() => room.close())

const fitting = `mapping: 1
name: Till
source: till
row: { date: { text: "{day}" } }
answers: [{ kind: csat, scale: { low: 1, high: 5 }, columns: { score: till } }]
`

it('[UND-121] a mapping is checked in the language of the reader, with the place of what does not fit', async () => {
  const { check } = room.room.router.drafts
  const asked = { workspace: 'acme', mapping: fitting.replace('kind: csat', 'kind: CSAT!') }
  const french = await call(check, asked, { context: { ...context, locale: 'fr' } })
  expect(french.findings).toMatchObject([{ line: 5, path: 'answers[0].kind' }])
  expect(await call(check, { workspace: 'acme', mapping: fitting }, { context })).toEqual({ findings: [] })
})

it('[UND-121] a draft that reads nothing is written, and told not to fit', async () => {
  const { write } = room.room.router.drafts
  const draft = {
    name: 'Till',
    source: 'till',
    population: 'customers' as const,
    file: {},
    day: '2026-03-01',
  }
  const { mapping, findings } = await call(write, { workspace: 'acme', ...draft, columns: [] }, { context })
  expect(mapping).toContain('source: till')
  expect(findings).toHaveLength(1)
})

it('[UND-123] a proposal shows at most five values of each column, the most frequent first', async () => {
  const rows = Array.from({ length: 60 }, (_, row) => `r${row},${1 + (row % 5)},${row % 3 ? 'Lyon' : 'Nice'}`)
  const upload = await room.upload('acme', ['id,rating,store', ...rows].join('\n'))
  const { propose } = room.room.router.imports
  const { columns } = await call(propose, { workspace: 'acme', upload }, { context })
  expect(columns.map(({ samples }) => samples.length)).toEqual([5, 5, 2])
  expect(columns[2]).toMatchObject({ key: 'store', samples: ['Lyon', 'Nice'] })
})
