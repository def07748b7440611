// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the fixtures are code with templates in it
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { frenchTypographyFault } from './french-typography.ts'
import { checkProblems } from './problems.check.ts'
import { frenchSet, setFrench } from './set-french.ts'
import { treeOf } from './test-tree.ts'
import { checkWords } from './words.check.ts'

const page = (body: string) =>
  `import { cockpitWords } from './cockpit.words.ts'\nexport const Cockpit = () => ${body}\n`
const words = (table: string) => `export const cockpitWords = defineWords('cockpit', { ${table} })\n`

function faults(table: string, body: string): string[] {
  const files = { 'doors/web/cockpit.words.ts': words(table), 'doors/web/cockpit.tsx': page(body) }
  return checkWords(treeOf(files)).map(({ rule, message }) => `${rule} ${message}`)
}

it('[CHK-30] words in both languages, with forms by number, stand', () => {
  const table = `title: { en: 'Cockpit', fr: 'Pilotage' },
    answers: { en: { one: 'one answer', other: '{n} answers' }, fr: { one: '{n} réponse', other: '{n} réponses' } }`
  expect(faults(table, "say('title') + say('answers')")).toEqual([])
})

it('[CHK-30] a missing language, an empty text and other values are found', () => {
  const table = "a: { en: 'A' }, b: { en: 'B', fr: ' ' }, c: { en: '{n} of {m}', fr: '{n} sur {total}' }"
  expect(faults(table, "say('a') + say('b') + say('c')")).toEqual([
    'words/language "a" has no text in French',
    'words/language "b" has no text in French',
    'words/placeholder "c" names {m} {n} in English and {n} {total} in French',
  ])
})

it.each([
  'Vraiment\u202f?',
  'Oui\u202f: `a: b ?`',
  '«\u202fici\u202f»',
  '12\u202f% à 10:30',
  'l’API',
  'https://a.b?c=d',
  '«\u202fAuthorization: x\u202f»',
  'ou { en: …, fr: … }',
])('[CHK-31] %s is well set', (text) => {
  expect(frenchTypographyFault(text)).toBeNull()
})

it.each([
  'Vraiment ?',
  'Vraiment?',
  'Oui : non',
  'Oui: non',
  '« ici »',
  '12 %',
  '{n}%',
  "l'API",
  'le "mot"',
  'puis...',
])('[CHK-31] %s is found', (text) => {
  expect(frenchTypographyFault(text)).not.toBeNull()
})

it('[CHK-32] a key is said by its name or by the beginning of a template, else it is found', () => {
  const table = `title: { en: 'T', fr: 'T' }, verdictUp: { en: 'U', fr: 'U' }, old: { en: 'O', fr: 'O' }`
  expect(faults(table, "say('title') + say(`verdict$" + '{up}`)')).toEqual([
    'words/unused nothing says "old"',
  ])
})

it('[CHK-32] where the code computes the key, a key counts that the product names', () => {
  const table = "viewer: { en: 'V', fr: 'V' }, old: { en: 'O', fr: 'O' }"
  const files = {
    'doors/web/cockpit.words.ts': words(table),
    'doors/web/cockpit.tsx': page('{ const tell = useWords(cockpitWords); return tell(role) }'),
    'foundations/access/permission.contract.ts': "export const roles = ['viewer']\n",
    'foundations/access/permission.test.ts': "export const roles = ['old']\n",
  }
  expect(checkWords(treeOf(files)).map((one) => one.message)).toEqual(['nothing says "old"'])
})

it('[CHK-33] text and labels written into a screen are found, names and values are not', () => {
  const body = '<><b title="Close">Hello</b><i lang="fr">{say("title")} Tutti · 3</i><i>Tutti</i></>'
  expect(faults("title: { en: 'T', fr: 'T' }", body)).toEqual([
    'words/untranslated "Close" is written into the screen',
    'words/untranslated "Hello" is written into the screen',
    'words/untranslated "Tutti · 3" is written into the screen',
  ])
})

it('[CHK-34] setting the marks puts spaces right and leaves English and code as they are', () => {
  const path = 'doors/web/cockpit.words.ts'
  const tree = treeOf({ [path]: words("a: { en: 'Sure ? « x »', fr: 'Sûr ? « x » `a ?`' }") })
  expect(setFrench(tree)).toEqual([path])
  expect(readFileSync(tree.absolute(path), 'utf8')).toBe(
    words("a: { en: 'Sure ? « x »', fr: 'Sûr\u202f? «\u202fx\u202f» `a ?`' }"),
  )
  expect(frenchTypographyFault(frenchSet('Oui : « 5 % » ; non !'))).toBeNull()
})

const problem = (code: string) =>
  `${code}: { status: 404, sentence: { en: 'No {a}.', fr: 'Pas de {a}.' }, hint: { en: 'Look.', fr: 'Cherchez.' } },`

it('[CHK-35] codes of their place, each once, stand', () => {
  const table = `export const designProblems = { ${problem('DESIGN_A')} ${problem('DESIGN_B')} } as const satisfies T\n`
  expect(checkProblems(treeOf({ 'rooms/design/contract.ts': table }))).toEqual([])
})

it('[CHK-35] a code twice and a foreign code are found', () => {
  const table = `export const designProblems = { ${problem('DESIGN_A')} ${problem('ROOM_B')} }
export const otherProblems = { ${problem('DESIGN_A')} }\n`
  const found = checkProblems(treeOf({ 'rooms/design/contract.ts': table }))
  expect(found.map((one) => one.rule)).toEqual(['problems/code', 'problems/unique'])
})

it('[CHK-30] refusals, measures and every other text in two languages are held to the same', () => {
  const files = {
    'rooms/design/contract.ts': `export const p = { ${problem('DESIGN_A')} ${problem('DESIGN_B').replace("fr: 'Cherchez.'", '')} }`,
    'rooms/measurement/nps.measure.ts': "export const nps = { sentence: { en: 'Why?', fr: 'Pourquoi ?' } }",
    'doors/cli/import.ts':
      'export const said = (n: number) => ({ en: `${n} rows`, fr: `${n} lignes : ${n}` })',
    'foundations/ui/form.ts': "export const blank = { en: '', fr: '' }",
    'doors/cli/import.test.ts': "export const said = { en: 'Why?', fr: 'Pourquoi ?' }",
  }
  expect(checkWords(treeOf(files)).map(({ file, message }) => `${file} ${message}`)).toEqual([
    'doors/cli/import.ts a text: needs a no-break space before ":" in "… lignes : …"',
    'rooms/design/contract.ts DESIGN_B, hint has no text in French',
    'rooms/measurement/nps.measure.ts sentence: needs a no-break space before "?" in "Pourquoi ?"',
  ])
})
