import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { readMapping } from './read-mapping.ts'

const row = { date: { text: '{day}' } }
const answers = [{ kind: 'csat', scale: { low: 1, high: 5 }, columns: { score: 'till' } }]
const whole = { mapping: 1, name: 'Till', source: 'till', row, answers }

const findings = (definition: unknown, language: 'en' | 'fr' = 'en') => {
  const read = readMapping(stringify(definition), language)
  return 'findings' in read ? read.findings.map(({ path, message }) => `${path}: ${message}`) : []
}

describe('parts of a mapping that do not go together', () => {
  const { row: _, ...rowless } = whole
  const table = { from: 'orders', row, answers }
  it.each([
    [rowless, ': "row" is missing'],
    [{ ...whole, answers: [] }, ': nothing is read from the rows'],
    [{ ...whole, files: { orders: { name: '*' } } }, 'files: nothing says how the files are read'],
    [{ ...whole, tables: [table] }, 'tables: rows are described twice'],
    [{ ...rowless, tables: [table] }, 'tables: the files of the tables are not named'],
    [
      { ...rowless, files: { order: { name: '*' } }, tables: [table] },
      'tables[0].from: "orders" is none of the files',
    ],
    [
      {
        ...rowless,
        files: { orders: { name: '*' } },
        tables: [{ ...table, join: [{ file: 'people', key: 'id', columns: ['name'] }] }],
      },
      'tables[0].join[0].file: "people" is none of the files',
    ],
    [{ ...whole, row: { date: { text: '{day}', zone: 'Paris' } } }, 'row.date.zone: "Paris" is no time zone'],
    [
      { ...whole, choices: [{ name: 'why', columns: { a: 'a' } }] },
      'choices[0]: the question does not say what it is about',
    ],
  ])('[UND-13] %o is refused: %s', (definition, finding) => {
    expect(findings(definition)).toContain(finding)
  })
})

it('[UND-46] a mapping that would name employees is refused', () => {
  const named = { aliases: ['{mail}'], profile: { traits: { name: 'name' } } }
  expect(findings({ ...whole, population: 'employees', row: { ...row, ...named } }, 'fr')).toEqual([
    'row.aliases: les collaborateurs ne sont connus que sous un pseudonyme',
    'row.profile: les collaborateurs ne sont connus que sous un pseudonyme',
  ])
})
