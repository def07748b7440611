import { posix } from 'node:path'
import { type ParsedFile, type SyntaxNode, walk } from './parsed-file.ts'

/** One import as it is written, whatever its form. */
export interface FileImport {
  readonly specifier: string
  readonly line: number
  readonly typeOnly: boolean
}

const importing = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
])

const knownImports = new WeakMap<ParsedFile, FileImport[]>()

/** All imports of a file: static, dynamic, re-exports, types in place and `require`. */
export function fileImports(file: ParsedFile): FileImport[] {
  const found = knownImports.get(file) ?? readImports(file)
  knownImports.set(file, found)
  return found
}

function readImports(file: ParsedFile): FileImport[] {
  const found: FileImport[] = []
  walk(file.program, (node) => {
    const specifier = specifierOf(node)
    if (specifier !== undefined)
      found.push({ specifier, line: file.lineAt(node.start), typeOnly: isTypeOnly(node) })
  })
  return found
}

function specifierOf(node: SyntaxNode): string | undefined {
  if (importing.has(node.type)) return literal(node.source as SyntaxNode | null)
  const callee = node.callee as SyntaxNode | undefined
  if (node.type !== 'CallExpression' || callee?.name !== 'require') return undefined
  return literal((node.arguments as SyntaxNode[])[0])
}

function literal(node: SyntaxNode | null | undefined): string | undefined {
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined
}

function isTypeOnly(node: SyntaxNode): boolean {
  if (node.type === 'TSImportType') return true
  if (node.importKind === 'type' || node.exportKind === 'type') return true
  const specifiers = (node.specifiers ?? []) as SyntaxNode[]
  return specifiers.length > 0 && specifiers.every((one) => (one.importKind ?? one.exportKind) === 'type')
}

export function isRelative(specifier: string): boolean {
  return specifier.startsWith('.')
}

/** Path, from the root of the project, that a relative import of a file means. */
export function importedPath(from: string, specifier: string): string {
  return posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''))
}
