import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { checkDocuments, writeDocuments } from './documents.ts'
import { errorsDocument } from './errors-document.ts'
import { houseDocument } from './house-document.ts'
import { measuresDocument } from './measures-document.ts'
import { readSourceTree } from './source-tree.ts'
import { treeOf } from './test-tree.ts'

const contract = `export const designProblems = {
  DESIGN_TOUCHPOINT_UNKNOWN: {
    status: 404,
    sentence: { en: 'There is no "{key}".', fr: 'Il n’y a pas de {key}.' },
    hint: { en: 'List them.', fr: 'Listez-les.' },
  },
}
`
const description = (method: string) => `export const ${method} = { description: {
  method: '${method}', sentence: { en: 'Says.', fr: 'Dit.' }, numerator: { en: 'num', fr: 'numé' },
  denominator: { en: 'den', fr: 'déno' }, interval: { en: 'int', fr: 'inter' },
  empty: { en: 'none', fr: 'rien' }, unit: 'share', source: 'Wilson (1927)' } }\n`

it('[CHK-40] a missing document and one that lags behind are found, and writing puts both right', async () => {
  const tree = treeOf({ 'rooms/design/contract.ts': contract })
  const rules = async () =>
    (await checkDocuments(readSourceTree(tree.root), [errorsDocument])).map((one) => one.message)
  expect(await rules()).toEqual(['the document is missing'])
  expect(await writeDocuments(tree, [errorsDocument])).toEqual(['docs/errors.md'])
  expect(await rules()).toEqual([])
  const lagging = treeOf({ 'rooms/design/contract.ts': contract, 'docs/errors.md': 'nothing\n' })
  expect(await checkDocuments(lagging, [errorsDocument])).toMatchObject([{ rule: 'documents' }])
})

it('[CHK-40] a document about nothing is not asked for', async () => {
  expect(await checkDocuments(treeOf({}), [errorsDocument, measuresDocument])).toEqual([])
})

it('[CHK-41] the table of refusals says code, status, sentence and hint in both languages', async () => {
  const tree = treeOf({ 'rooms/design/contract.ts': contract })
  await writeDocuments(tree, [errorsDocument])
  expect(readFileSync(tree.absolute('docs/errors.md'), 'utf8')).toContain(
    '| `DESIGN_TOUCHPOINT_UNKNOWN` | 404 | There is no "{key}".<br>*List them.* | Il n’y a pas de {key}.<br>*Listez-les.* |',
  )
})

it('[CHK-42] every measure that a file describes has its section', async () => {
  const tree = treeOf({
    'rooms/measurement/nps.measure.ts': description('nps'),
    'rooms/measurement/csat.measure.ts': description('csat'),
  })
  const text = (await measuresDocument.render(tree)) ?? ''
  expect(text.match(/^## .*$/gm)).toEqual(['## `csat`', '## `nps`'])
  expect(text).toContain('| Denominator | den | déno |')
  expect(text).toContain('Unit: `share`. Source: Wilson (1927)')
})

it('[CHK-43] the tables of HOUSE.md are those the checks hold everyone to', async () => {
  const blank = ['imports', 'packages', 'sizes']
    .map((name) => `<!-- ${name} -->\n<!-- /${name} -->`)
    .join('\n\n')
  const text = (await houseDocument.render(treeOf({ 'HOUSE.md': `# House\n\n${blank}\n` }))) ?? ''
  expect(text).toContain('| `thing.facts.ts` | ✓ | warehouse | contract, pure, measure, facts |')
  expect(text).toContain('| `contract.ts`, `thing.contract.ts` | types | – | contract |')
  expect(text).toContain('| `chdb`, `@clickhouse/*` | foundations/warehouse |')
  expect(text).toContain('| lines of a function | 10 | 35 | 60, a component 120 |')
  expect(await houseDocument.render(treeOf({ 'HOUSE.md': text }))).toBe(text)
})
