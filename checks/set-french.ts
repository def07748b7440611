import { writeFileSync } from 'node:fs'
import { filePlace } from './file-place.ts'
import { type ParsedFile, parsedFile, type SyntaxNode, walk } from './parsed-file.ts'
import { codePaths, type SourceTree } from './source-tree.ts'

const narrow = '\u202f'

/** A French text with no-break spaces where French sets them; code between backquotes is left alone. */
export function frenchSet(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : withSpaces(part)))
    .join('')
}

function withSpaces(prose: string): string {
  return prose.replaceAll(/ ([:;?!%»])/g, `${narrow}$1`).replaceAll(/« /g, `«${narrow}`)
}

/** Sets every French text of the product in place; answers with the files it changed. */
export function setFrench(tree: SourceTree): string[] {
  return codePaths(tree)
    .filter((path) => filePlace(path).area !== 'aside')
    .filter((path) => {
      const file = parsedFile(tree, path)
      const set = textWithFrenchSet(file)
      if (set !== file.text) writeFileSync(tree.absolute(path), set)
      return set !== file.text
    })
}

function textWithFrenchSet(file: ParsedFile): string {
  let text = file.text
  for (const { start, end } of frenchLiterals(file).toReversed())
    text = text.slice(0, start) + frenchSet(text.slice(start, end)) + text.slice(end)
  return text
}

/** Texts below a property called `fr`, in the order of the file. */
function frenchLiterals(file: ParsedFile): SyntaxNode[] {
  const found: SyntaxNode[] = []
  walk(file.program, (node, above) => {
    if (typeof node.value !== 'string' && node.type !== 'TemplateElement') return
    if (above.some((one) => one.type === 'Property' && (one.key as SyntaxNode).name === 'fr'))
      found.push(node)
  })
  return found
}
