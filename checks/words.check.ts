import { bilingualObjectFindings } from './bilingual-objects.ts'
import { bilingualFindings } from './bilingual-text.ts'
import type { Finding } from './finding.ts'
import { parsedFile } from './parsed-file.ts'
import { saidKeys } from './said-keys.ts'
import { codePaths, type SourceTree } from './source-tree.ts'
import { untranslatedFindings } from './untranslated-text.ts'
import { type WordEntry, type WordTable, wordTables } from './word-tables.ts'

/** Holds what the product says: both languages, the same values, French marks, no key unused, no text elsewhere. */
export function checkWords(tree: SourceTree): Finding[] {
  const tables = codePaths(tree)
    .filter((path) => path.endsWith('.words.ts'))
    .flatMap((path) => wordTables(parsedFile(tree, path)))
  return [
    ...tables.flatMap((table) => [
      ...table.findings,
      ...table.entries.flatMap((entry) => entryFindings(table.file, entry)),
      ...unusedFindings(tree, table),
    ]),
    ...namespaceFindings(tables),
    ...untranslatedFindings(tree),
    ...bilingualObjectFindings(tree),
  ]
}

function entryFindings(file: string, { key, line, en, fr }: WordEntry): Finding[] {
  const forms = [...new Set([...Object.keys(formsOf(en)), ...Object.keys(formsOf(fr))])]
  return forms
    .filter((form) => form !== 'many')
    .flatMap((form) => {
      const name = form === '' ? `"${key}"` : `"${key}" (${form})`
      const found = bilingualFindings({ file, line, name, en: formsOf(en)[form], fr: formsOf(fr)[form] })
      return form === 'one' ? found.filter(namesOtherThanValues) : found
    })
}

/** "One answer" may leave its number unsaid in one language and say it in the other. */
function namesOtherThanValues({ rule }: Finding): boolean {
  return rule !== 'words/placeholder'
}

/** A plain text has one form, without a name. */
function formsOf(text: unknown): Record<string, unknown> {
  return typeof text === 'object' && text !== null ? (text as Record<string, unknown>) : { '': text }
}

function unusedFindings(tree: SourceTree, table: WordTable): Finding[] {
  const said = saidKeys(tree, table.file)
  return table.entries
    .filter(({ key }) => !said.has(key))
    .map(({ key, line }) => {
      const remedy = 'Say it or strike it.'
      return { file: table.file, line, rule: 'words/unused', message: `nothing says "${key}"`, remedy }
    })
}

function namespaceFindings(tables: readonly WordTable[]): Finding[] {
  return tables
    .filter((table, index) => tables.findIndex((other) => other.namespace === table.namespace) !== index)
    .map(({ file, line, namespace }) => {
      const message = `the name "${namespace}" is that of other words already`
      return { file, line, rule: 'words/namespace', message, remedy: 'Choose another name.' }
    })
}
