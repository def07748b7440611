import { literalValue, type Plain } from './literal-value.ts'
import { parsedFile, type SyntaxNode } from './parsed-file.ts'
import { isTest, type SourceTree } from './source-tree.ts'

/** One refusal as its contract declares it. */
export interface ProblemEntry {
  readonly file: string
  readonly line: number
  readonly code: string
  readonly status: number
  readonly sentence: Readonly<Record<'en' | 'fr', string>>
  readonly hint: Readonly<Record<'en' | 'fr', string>>
}

/** Every refusal of every contract, in the order of the files. */
export function problemEntries(tree: SourceTree): ProblemEntry[] {
  return tree.paths
    .filter((path) => /(^|[/.])contract\.ts$/.test(path) && !isTest(path))
    .flatMap((path) => entriesOf(tree, path))
}

function entriesOf(tree: SourceTree, path: string): ProblemEntry[] {
  const file = parsedFile(tree, path)
  const body = file.program.body as SyntaxNode[]
  return body.flatMap(problemTable).map((property) => {
    const value = literalValue(property.value as SyntaxNode) as { [key: string]: Plain }
    const code = String((property.key as SyntaxNode).name ?? (property.key as SyntaxNode).value)
    return { file: path, line: file.lineAt(property.start), code, ...value } as unknown as ProblemEntry
  })
}

/** Properties of `export const xProblems = { … }`. */
function problemTable(statement: SyntaxNode): SyntaxNode[] {
  const declaration = statement.declaration as SyntaxNode | null | undefined
  if (declaration?.type !== 'VariableDeclaration') return []
  return (declaration.declarations as SyntaxNode[])
    .filter((one) => /Problems$/.test(String((one.id as SyntaxNode).name)))
    .flatMap((one) => bareObject(one.init as SyntaxNode).properties as SyntaxNode[])
}

function bareObject(node: SyntaxNode): SyntaxNode {
  return node.type === 'ObjectExpression' ? node : bareObject(node.expression as SyntaxNode)
}
