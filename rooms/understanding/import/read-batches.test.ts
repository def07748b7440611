import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Message } from '../../../foundations/warehouse/message.ts'
import { Mapping } from './mapping.ts'
import { readBatches } from './read-batches.job.ts'

let directory: string

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tutti-batches-'))
})

afterAll(() => rm(directory, { recursive: true, force: true }))

/** Messages and reasons that files come to by a mapping. */
async function read(definition: unknown, files: Readonly<Record<string, string>>) {
  const messages: Message[] = []
  const reasons: string[] = []
  const paths = Object.keys(files).map((name) => ({ name, path: join(directory, name) }))
  for (const { name, path } of paths) await writeFile(path, files[name]!)
  const mapping = Mapping.parse(definition)
  const reading = { files: paths, mapping, now: new Date('2026-03-01'), secret: 'salt' }
  for await (const batch of readBatches(reading)) {
    messages.push(...batch.messages)
    reasons.push(
      ...batch.refused.flatMap(({ rejected }) => rejected.map(({ line, reason }) => `${line} ${reason}`)),
    )
  }
  return { messages, reasons }
}

const linked = {
  mapping: 1,
  name: 'Shop',
  source: 'shop',
  files: {
    orders: { name: 'orders*.csv' },
    customers: { name: 'customers.csv', delimiter: ';' },
    reviews: { name: 'reviews.csv' },
  },
  tables: [
    {
      from: 'reviews',
      join: [
        { file: 'orders', key: 'order', columns: { customer: 'buyer', bought: 'bought' } },
        { file: 'customers', key: { here: 'buyer', there: 'customer' }, columns: ['person', 'city'] },
      ],
      row: { id: '{review}', person: '{person}', date: { text: '{bought}' }, unit: 'city' },
      answers: [{ kind: 'csat', scale: { low: 1, high: 5 }, columns: { score: 'delivery' } }],
    },
    {
      from: 'orders',
      source: 'shop-orders',
      row: { id: '{order}', person: '{customer}', date: { text: '{bought}' } },
      outcomes: [{ kind: 'revenue', value: 'paid' }],
    },
  ],
}

const files = {
  'orders-2025.csv': 'order,customer,bought,paid\no1,c1,2025-12-30,10\n',
  'orders-2026.csv': 'order,customer,bought,paid\no2,c2,2026-01-02,20\n',
  'customers.csv': 'customer;person;city\nc1;ann;Lyon\nc2;bea;Évry\n',
  'reviews.csv': 'review,order,score\nr1,o2,5\nr2,o1,1\nr3,o9,4\n',
}

describe('linked files', () => {
  it('[UND-44] a row takes over columns of other files by key, one file after the other', async () => {
    const { messages } = await read(linked, files)
    expect(messages.map(({ id, person, unit, source }) => [id, person, unit, source])).toEqual([
      ['r1', 'bea', 'evry', 'shop'],
      ['r2', 'ann', 'lyon', 'shop'],
      ['o1', 'c1', '', 'shop-orders'],
      ['o2', 'c2', '', 'shop-orders'],
    ])
  })

  it('[UND-44] where no row has the key what is taken over is empty', async () => {
    const { reasons } = await read(linked, files)
    expect(reasons).toEqual([
      '4 is empty, and the row does not say whom it tells of (in "reviews.csv")',
      '4 is empty, and nothing else says when it was (in "reviews.csv")',
    ])
  })

  it.each([
    [
      { 'customers.csv': 'customer;person;city\nc1;ann;Lyon\nc1;ann;Paris\n' },
      'In "customers.csv" two rows have the key "c1" and say different things. A file that others are joined to needs one row for each key.',
    ],
    [
      { 'other.csv': 'a,b\n1,2\n' },
      '"other.csv" is none of the files that the mapping names: orders*.csv, customers.csv, reviews.csv.',
    ],
  ])('[UND-44] %o is refused with a sentence', async (more, sentence) => {
    await expect(read(linked, { ...files, ...more })).rejects.toThrow(sentence)
  })

  it('[UND-44] a file that is missing is refused by its name', async () => {
    const { 'reviews.csv': _, ...others } = files
    await expect(read(linked, others)).rejects.toThrow(
      'The mapping needs "reviews" (reviews.csv), which is not among the files.',
    )
  })
})

const plain = {
  mapping: 1,
  name: 'Plain',
  source: 'plain',
  row: { id: '{no}', date: { text: '2026-01-01' } },
  answers: [{ kind: 'csat', scale: { low: 1, high: 5 }, columns: { score: 'till' } }],
}

it('[UND-47] a row with the id of an earlier one that says something else is refused, and one that says the same is not', async () => {
  const { messages, reasons } = await read(plain, { 'plain.csv': 'no,score\n1,4\n1,5\n1,4\n2,9\n2,3\n' })
  expect(messages.map(({ id, answers }) => [id, answers![0]!.score])).toEqual([
    ['1', 4],
    ['1', 4],
    ['2', 3],
  ])
  expect(reasons[0]).toMatch(/^3 is the id of an earlier row that says something else/)
})

it('[UND-46] pseudonyms are the same in every file of a workspace, and others in another', async () => {
  const employees = { ...plain, population: 'employees' }
  const file = { 'plain.csv': 'no,score\nE-17,4\n' }
  const [{ messages: first }, { messages: second }] = [
    await read(employees, file),
    await read(employees, file),
  ]
  expect(first[0]!.person).toBe(second[0]!.person)
  expect(JSON.stringify(first)).not.toContain('E-17')
})
