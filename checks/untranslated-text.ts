import { filePlace } from './file-place.ts'
import type { Finding } from './finding.ts'
import { type ParsedFile, parsedFile, type SyntaxNode, walk } from './parsed-file.ts'
import { codePaths, isTest, type SourceTree } from './source-tree.ts'

const shownAttributes = new Set(['label', 'title', 'placeholder', 'alt', 'description', 'aria-label'])
/** Names that are the same in every language. */
const properNames = new Set(['Tutti', 'FR', 'EN', 'CSV', 'PNG', 'SVG', 'API', 'NPS'])

/** Texts written straight into a screen, which its other language would never show. */
export function untranslatedFindings(tree: SourceTree): Finding[] {
  return codePaths(tree)
    .filter((path) => path.endsWith('.tsx') && !isTest(path) && filePlace(path).area !== 'aside')
    .flatMap((path) => textsOf(parsedFile(tree, path)))
}

function textsOf(file: ParsedFile): Finding[] {
  const found: Finding[] = []
  walk(file.program, (node) => {
    const text = shownText(node)
    if (text === undefined || !/\p{L}{2}/u.test(text) || properNames.has(text)) return
    found.push({
      file: file.path,
      line: file.lineAt(node.start),
      rule: 'words/untranslated',
      message: `"${text.slice(0, 40)}" is written into the screen`,
      remedy: 'Give it a key in the words of the screen, in both languages.',
    })
  })
  return found
}

function shownText(node: SyntaxNode): string | undefined {
  if (node.type === 'JSXText') return String(node.value).trim()
  if (node.type !== 'JSXAttribute') return undefined
  const value = node.value as SyntaxNode | null
  if (!shownAttributes.has(String((node.name as SyntaxNode).name)) || value?.type !== 'Literal')
    return undefined
  return String(value.value).trim()
}
