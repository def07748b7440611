import { type BilingualText, bilingualFindings } from './bilingual-text.ts'
import { filePlace } from './file-place.ts'
import type { Finding } from './finding.ts'
import { type ParsedFile, parsedFile, type SyntaxNode, walk } from './parsed-file.ts'
import { codePaths, isTest, type SourceTree } from './source-tree.ts'

/**
 * Texts written as `{ en: …, fr: … }` anywhere in the product: refusals, measures, lines of the command line. Two
 * empty texts are a field to fill in.
 */
export function bilingualObjectFindings(tree: SourceTree): Finding[] {
  return codePaths(tree)
    .filter((path) => filePlace(path).area !== 'aside' && !isTest(path) && !path.endsWith('.words.ts'))
    .flatMap((path) => textsOf(parsedFile(tree, path)).flatMap(bilingualFindings))
}

function textsOf(file: ParsedFile): BilingualText[] {
  const found: BilingualText[] = []
  walk(file.program, (node, above) => {
    const en = textOf(property(node, 'en'))
    const fr = textOf(property(node, 'fr'))
    if ((en ?? '') === '' && (fr ?? '') === '') return
    found.push({ file: file.path, line: file.lineAt(node.start), name: nameAbove(above), en, fr })
  })
  return found
}

function property(node: SyntaxNode, name: string): SyntaxNode | undefined {
  if (node.type !== 'ObjectExpression') return undefined
  const holder = (node.properties as SyntaxNode[]).find((one) => (one.key as SyntaxNode)?.name === name)
  return holder?.value as SyntaxNode | undefined
}

/** What is computed within a template stands as a blank: both languages may name it as their code needs. */
function textOf(node: SyntaxNode | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node?.type !== 'TemplateLiteral') return undefined
  return (node.quasis as { value: { cooked: string } }[]).map((part) => part.value.cooked).join('…')
}

/** Names of the properties that lead to a text: `ACCESS_KEY_REFUSED, hint`. */
function nameAbove(above: readonly SyntaxNode[]): string {
  const names = above
    .filter((one) => one.type === 'Property')
    .map((one) => String((one.key as SyntaxNode).name ?? (one.key as SyntaxNode).value))
  return names.slice(-2).join(', ') || 'a text'
}
