import type { Finding } from './finding.ts'
import { literalValue, NotPlain } from './literal-value.ts'
import { type ParsedFile, type SyntaxNode, walk } from './parsed-file.ts'

export interface WordEntry {
  readonly key: string
  readonly line: number
  /** One text, or its forms by number. */
  readonly en: unknown
  readonly fr: unknown
}

/** The words of one screen: `defineWords('cockpit', { title: { en: …, fr: … } })`. */
export interface WordTable {
  readonly file: string
  readonly line: number
  readonly namespace: string
  readonly entries: readonly WordEntry[]
  readonly findings: readonly Finding[]
}

/** Reads the tables of words of a file as they are written. */
export function wordTables(file: ParsedFile): WordTable[] {
  const tables: WordTable[] = []
  walk(file.program, (node) => {
    const [namespace, table] = (node.arguments ?? []) as SyntaxNode[]
    if (node.type !== 'CallExpression' || (node.callee as SyntaxNode).name !== 'defineWords') return
    if (namespace && table) tables.push(wordTable(file, namespace, table))
  })
  return tables
}

function wordTable(file: ParsedFile, namespace: SyntaxNode, table: SyntaxNode): WordTable {
  const entries: WordEntry[] = []
  const findings: Finding[] = []
  for (const property of (table.properties ?? []) as SyntaxNode[]) {
    const entry = wordEntry(file, property)
    if ('rule' in entry) findings.push(entry)
    else entries.push(entry)
  }
  const line = file.lineAt(table.start)
  return { file: file.path, line, namespace: String(namespace.value), entries, findings }
}

function wordEntry(file: ParsedFile, property: SyntaxNode): WordEntry | Finding {
  const line = file.lineAt(property.start)
  try {
    const key = property.key as SyntaxNode
    const value = literalValue(property.value as SyntaxNode) as { en?: unknown; fr?: unknown }
    return { key: String(key.name ?? key.value), line, en: value.en, fr: value.fr }
  } catch (error) {
    if (!(error instanceof NotPlain) && !(error instanceof TypeError)) throw error
    const message = 'words are computed here'
    return {
      file: file.path,
      line,
      rule: 'words/plain',
      message,
      remedy: 'Write them out in both languages.',
    }
  }
}
