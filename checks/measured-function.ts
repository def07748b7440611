import { childNodes, type ParsedFile, type SyntaxNode, walk } from './parsed-file.ts'

/** One function of a file, with what the rules of size look at. */
export interface MeasuredFunction {
  readonly file: string
  readonly line: number
  readonly name: string
  /** Lines of its own: blank lines, comments and named functions inside it are not counted. */
  readonly lineCount: number
  readonly parameterCount: number
  readonly isComponent: boolean
  /** The rows of `it.each` are handed to it, however many values they have. */
  readonly isTestBody: boolean
}

const functionTypes = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])
const testBlocks = /^(describe|suite)\b/

/**
 * Functions that stand on their own: declared, named by a variable, a property or a method, or the body of a
 * test. A callback written in place counts with the function that holds it.
 */
export function measuredFunctions(file: ParsedFile): MeasuredFunction[] {
  const codeLines = linesOfCode(file)
  const found: MeasuredFunction[] = []
  walk(file.program, (node, above) => {
    const name = functionName(node, above, file)
    if (name === undefined) return
    found.push({
      file: file.path,
      line: file.lineAt(node.start),
      name,
      lineCount: ownLines({ file, codeLines }, node, above),
      parameterCount: (node.params as unknown[]).length,
      isTestBody: above.at(-1)?.type === 'CallExpression',
      isComponent: file.path.endsWith('.tsx') && /^[A-Z]/.test(name),
    })
  })
  return found
}

/** Name under which a function stands on its own; undefined for callbacks and for one-line property getters. */
function functionName(node: SyntaxNode, above: readonly SyntaxNode[], file: ParsedFile): string | undefined {
  if (!functionTypes.has(node.type) || !node.body) return undefined
  const ownName = (node.id as SyntaxNode | null)?.name
  if (typeof ownName === 'string') return ownName
  const holder = above.at(-1)
  if (holder?.type === 'VariableDeclarator') return textOf(file, holder.id)
  if (['Property', 'MethodDefinition', 'PropertyDefinition'].includes(holder?.type ?? ''))
    return textOf(file, holder?.key)
  if (holder?.type === 'ExportDefaultDeclaration') return 'default'
  return testName(node, holder, file)
}

function testName(node: SyntaxNode, holder: SyntaxNode | undefined, file: ParsedFile): string | undefined {
  if (holder?.type !== 'CallExpression' || !/\.test\.tsx?$/.test(file.path)) return undefined
  const given = holder.arguments as SyntaxNode[]
  const called = textOf(file, holder.callee)
  if (!/^(it|test)\b/.test(called) || testBlocks.test(called) || given[0] === node) return undefined
  return textOf(file, given[0]).slice(0, 60)
}

function textOf(file: ParsedFile, node: unknown): string {
  const { start, end } = node as SyntaxNode
  return file.text.slice(start, end)
}

function ownLines(
  { file, codeLines }: { file: ParsedFile; codeLines: ReadonlySet<number> },
  node: SyntaxNode,
  above: readonly SyntaxNode[],
): number {
  const inner = new Set(innerFunctions(file, node, [...above, node]).flatMap((one) => lines(file, one)))
  return lines(file, node).filter((line) => codeLines.has(line) && !inner.has(line)).length
}

/** Nearest functions inside a node that stand on their own. */
function innerFunctions(file: ParsedFile, node: SyntaxNode, above: readonly SyntaxNode[]): SyntaxNode[] {
  return childNodes(node).flatMap((child) =>
    functionName(child, above, file) === undefined ? innerFunctions(file, child, [...above, child]) : [child],
  )
}

function lines(file: ParsedFile, node: SyntaxNode): number[] {
  const first = file.lineAt(node.start)
  return Array.from({ length: file.lineAt(node.end) - first + 1 }, (_, index) => first + index)
}

function linesOfCode(file: ParsedFile): ReadonlySet<number> {
  let text = file.text
  for (const { start, end } of file.comments)
    text = text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end)
  const kept = text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [index + 1]))
  return new Set(kept)
}
