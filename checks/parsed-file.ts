import { type ParseResult, parseSync } from 'oxc-parser'
import type { SourceTree } from './source-tree.ts'

/** A node of the syntax tree, as loosely as a walk needs it. */
export interface SyntaxNode {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [property: string]: unknown
}

export interface ParsedFile {
  readonly path: string
  readonly text: string
  readonly program: SyntaxNode
  readonly module: ParseResult['module']
  readonly comments: ParseResult['comments']
  /** Line of an offset, the first being 1. */
  lineAt(offset: number): number
}

const parsedFiles = new WeakMap<SourceTree, Map<string, ParsedFile>>()

/** Parses a file of the tree once, however many checks ask for it. */
export function parsedFile(tree: SourceTree, path: string): ParsedFile {
  const ofTree = parsedFiles.get(tree) ?? new Map<string, ParsedFile>()
  parsedFiles.set(tree, ofTree)
  const parsed = ofTree.get(path) ?? parse(path, tree.text(path))
  ofTree.set(path, parsed)
  return parsed
}

function parse(path: string, text: string): ParsedFile {
  const result = parseSync(path, text)
  const firstError = result.errors[0]
  if (firstError) throw new Error(`${path} cannot be parsed: ${firstError.message}`)
  const starts = lineStarts(text)
  return {
    path,
    text,
    program: result.program as unknown as SyntaxNode,
    module: result.module,
    comments: result.comments,
    lineAt: (offset) => starts.findLastIndex((start) => start <= offset) + 1,
  }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** Nodes directly below a node, in the order of the text. */
export function childNodes(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = []
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) children.push(...value.filter(isNode))
    else if (isNode(value)) children.push(value)
  }
  return children
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}

/** Visits a node and all below it, with the nodes above each, outermost first. */
export function walk(
  node: SyntaxNode,
  visit: (node: SyntaxNode, above: readonly SyntaxNode[]) => void,
): void {
  descend(node, visit, [])
}

function descend(
  node: SyntaxNode,
  visit: (node: SyntaxNode, above: readonly SyntaxNode[]) => void,
  above: SyntaxNode[],
): void {
  visit(node, above)
  above.push(node)
  for (const child of childNodes(node)) descend(child, visit, above)
  above.pop()
}
