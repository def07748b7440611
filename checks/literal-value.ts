import type { SyntaxNode } from './parsed-file.ts'

/** Plain data as it is written in the source. */
export type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain }

/** Thrown where data is not written out but computed. */
export class NotPlain extends Error {
  readonly offset: number

  constructor(node: SyntaxNode) {
    super(`${node.type} is not plain data`)
    this.offset = node.start
  }
}

/** Value of an expression made of literals alone; nothing is executed. */
export function literalValue(node: SyntaxNode): Plain {
  switch (node.type) {
    case 'Literal':
      return node.value as Plain
    case 'TemplateLiteral':
      return plainTemplate(node)
    case 'UnaryExpression':
      return -Number(literalValue(node.argument as SyntaxNode))
    case 'BinaryExpression':
      return `${literalValue(node.left as SyntaxNode)}${literalValue(node.right as SyntaxNode)}`
    case 'ArrayExpression':
      return (node.elements as SyntaxNode[]).map(literalValue)
    case 'ObjectExpression':
      return Object.fromEntries((node.properties as SyntaxNode[]).map(plainProperty))
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'ParenthesizedExpression':
      return literalValue(node.expression as SyntaxNode)
    default:
      throw new NotPlain(node)
  }
}

function plainTemplate(node: SyntaxNode): string {
  const [only, ...others] = node.quasis as { value: { cooked: string } }[]
  if (!only || others.length > 0) throw new NotPlain(node)
  return only.value.cooked
}

function plainProperty(property: SyntaxNode): [string, Plain] {
  if (property.type !== 'Property' || property.computed) throw new NotPlain(property)
  const key = property.key as SyntaxNode
  return [
    String(key.type === 'Identifier' ? key.name : key.value),
    literalValue(property.value as SyntaxNode),
  ]
}
