import { parseSync } from 'oxc-parser'
import { type SyntaxNode, walk } from '../parsed-file.ts'

/** Adds names to the import of a module, or the import itself where there is none. */
export function withImport(text: string, from: string, names: readonly string[]): string {
  const imports = statements(text).filter((node) => node.type === 'ImportDeclaration')
  const found = imports.find(
    (node) => (node.source as SyntaxNode).value === from && node.importKind === 'value',
  )
  if (!found) {
    const statement = `import { ${names.join(', ')} } from '${from}'\n`
    return inserted(text, imports.at(-1) ? (imports.at(-1) as SyntaxNode).end + 1 : 0, statement)
  }
  const known = (found.specifiers as SyntaxNode[]).map((one) => (one.local as SyntaxNode).name)
  const missing = names.filter((name) => !known.includes(name))
  const last = (found.specifiers as SyntaxNode[]).at(-1) as SyntaxNode
  return missing.length === 0 ? text : inserted(text, last.end, `, ${missing.join(', ')}`)
}

/** Adds an item to the end of the object or list that `find` picks out; as it is where the text stands there already. */
export function withItem(text: string, find: (node: SyntaxNode) => boolean, item: string): string {
  const holder = nodeWhere(text, find)
  const items = (holder.properties ?? holder.elements) as SyntaxNode[]
  const last = items.at(-1)
  if (text.slice(holder.start, holder.end).includes(item)) return text
  return last ? inserted(text, last.end, `,\n${item}`) : inserted(text, holder.start + 1, item)
}

/** Adds a statement in front of the `return` of a function. */
export function withStatement(text: string, functionName: string, statement: string): string {
  const declared = nodeWhere(
    text,
    (node) => node.type === 'FunctionDeclaration' && (node.id as SyntaxNode).name === functionName,
  )
  const body = (declared.body as SyntaxNode).body as SyntaxNode[]
  const last = body.find((node) => node.type === 'ReturnStatement')
  if (!last) throw new Error(`${functionName} returns nothing.`)
  return inserted(text, last.start, `${statement}\n  `)
}

/** Adds text in front of `export const name`, above its comment. */
export function withDeclaration(text: string, before: string, declaration: string): string {
  const statement = statements(text).find((node) => declaredName(node) === before)
  if (!statement) throw new Error(`"export const ${before}" is not there.`)
  const above = text.slice(0, statement.start).trimEnd()
  const comment = /\/\*\*(?:(?!\*\/)[\s\S])*\*\/$/.exec(above)
  return inserted(text, comment ? comment.index : statement.start, `${declaration}\n\n`)
}

/** Picks out the object or list that a variable is made of. */
export function initialValue(text: string, name: string): (node: SyntaxNode) => boolean {
  const declared = nodeWhere(
    text,
    (node) => node.type === 'VariableDeclarator' && (node.id as SyntaxNode).name === name,
  )
  return isSame(bare(declared.init as SyntaxNode))
}

/** Picks out the object or list under a property of what a function returns, or what it returns itself. */
export function returned(text: string, property: string): (node: SyntaxNode) => boolean {
  const value = returnedValue(text, property)
  return isSame(value.type === 'CallExpression' ? listCalledOn(value) : value)
}

/** True where a property of what a function returns is made from a list by a call: `[a, b].flatMap(…)`. */
export function isReturnedByCall(text: string, property: string): boolean {
  return returnedValue(text, property).type === 'CallExpression'
}

function returnedValue(text: string, property: string): SyntaxNode {
  const result = nodeWhere(
    text,
    (node) =>
      node.type === 'ReturnStatement' && (node.argument as SyntaxNode | null)?.type === 'ObjectExpression',
  )
  const properties = (result.argument as SyntaxNode).properties as SyntaxNode[]
  const found = properties.find((one) => (one.key as SyntaxNode | undefined)?.name === property)
  return (found?.value ?? result.argument) as SyntaxNode
}

function listCalledOn(call: SyntaxNode): SyntaxNode {
  return (call.callee as SyntaxNode).object as SyntaxNode
}

function isSame(wanted: SyntaxNode) {
  return (node: SyntaxNode) => node.type === wanted.type && node.start === wanted.start
}

function bare(node: SyntaxNode): SyntaxNode {
  return 'expression' in node && typeof node.expression === 'object'
    ? bare(node.expression as SyntaxNode)
    : node
}

function declaredName(node: SyntaxNode): unknown {
  const declaration = node.declaration as SyntaxNode | null | undefined
  const [first] = (declaration?.declarations ?? []) as SyntaxNode[]
  return (first?.id as SyntaxNode | undefined)?.name
}

function statements(text: string): SyntaxNode[] {
  return parseSync('edited.ts', text).program.body as unknown as SyntaxNode[]
}

function nodeWhere(text: string, find: (node: SyntaxNode) => boolean): SyntaxNode {
  let found: SyntaxNode | undefined
  walk(parseSync('edited.ts', text).program as unknown as SyntaxNode, (node) => {
    if (!found && find(node)) found = node
  })
  if (!found) throw new Error('The place to write to is not there.')
  return found
}

function inserted(text: string, at: number, addition: string): string {
  return text.slice(0, at) + addition + text.slice(at)
}
