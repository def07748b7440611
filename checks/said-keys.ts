import { fileImports, importedPath, isRelative } from './file-imports.ts'
import { filePlace } from './file-place.ts'
import { type ParsedFile, parsedFile, type SyntaxNode, walk } from './parsed-file.ts'
import { codePaths, isTest, type SourceTree } from './source-tree.ts'

/** Tells whether a screen says a key of the words it imports. */
export interface SaidKeys {
  has(key: string): boolean
}

/**
 * Keys that the files importing a file of words say: by name, or by the beginning of a template. Where a key is
 * said that the code computes (`say(role)`), a key counts that the product names anywhere.
 */
export function saidKeys(tree: SourceTree, wordsFile: string): SaidKeys {
  const product = codePaths(tree).filter((path) => filePlace(path).area !== 'aside' && !isTest(path))
  const importers = product
    .filter((path) => imports(tree, path, wordsFile))
    .map((path) => parsedFile(tree, path))
  const computed = importers.some(saysComputedKey)
  const readers = computed ? product.filter((path) => !path.endsWith('.words.ts')) : []
  const files = [...importers, ...readers.map((path) => parsedFile(tree, path))]
  const named = new Set(files.flatMap(namesIn))
  const beginnings = importers.flatMap(templateBeginnings)
  return { has: (key) => named.has(key) || beginnings.some((beginning) => key.startsWith(beginning)) }
}

function imports(tree: SourceTree, path: string, target: string): boolean {
  const file = parsedFile(tree, path)
  return fileImports(file).some(
    ({ specifier }) => isRelative(specifier) && importedPath(path, specifier) === target,
  )
}

/** True where a function made of words is called with something else than a text. */
function saysComputedKey(file: ParsedFile): boolean {
  const says = new Set(['say'])
  let computed = false
  walk(file.program, (node) => {
    const made = node.type === 'VariableDeclarator' ? calledName(node.init as SyntaxNode | null) : undefined
    if (made === 'useWords' || made === 'sayWords') says.add(String((node.id as SyntaxNode).name))
  })
  walk(file.program, (node) => {
    const key = (node.arguments as SyntaxNode[] | undefined)?.[0]
    if (key && says.has(calledName(node) ?? '') && !isWritten(key)) computed = true
  })
  return computed
}

function calledName(node: SyntaxNode | null): string | undefined {
  const name = node?.type === 'CallExpression' ? (node.callee as SyntaxNode).name : undefined
  return typeof name === 'string' ? name : undefined
}

function isWritten(key: SyntaxNode): boolean {
  if (key.type === 'ConditionalExpression')
    return isWritten(key.consequent as SyntaxNode) && isWritten(key.alternate as SyntaxNode)
  return key.type === 'Literal' || key.type === 'TemplateLiteral'
}

const knownNames = new WeakMap<ParsedFile, string[]>()

/** Texts, names of properties and members of a file. */
function namesIn(file: ParsedFile): string[] {
  const names = knownNames.get(file) ?? readNames(file)
  knownNames.set(file, names)
  return names
}

function readNames(file: ParsedFile): string[] {
  const names: string[] = []
  walk(file.program, (node) => {
    if (node.type === 'Literal' && typeof node.value === 'string') names.push(node.value)
    const named = { MemberExpression: node.property, Property: node.key }[node.type] as SyntaxNode | undefined
    if (typeof named?.name === 'string') names.push(named.name)
  })
  return names
}

function templateBeginnings(file: ParsedFile): string[] {
  const beginnings: string[] = []
  walk(file.program, (node) => {
    if (node.type !== 'TemplateLiteral') return
    const beginning = (node.quasis as { value: { cooked: string } }[])[0]?.value.cooked ?? ''
    if (beginning.length >= 3) beginnings.push(beginning)
  })
  return beginnings
}
