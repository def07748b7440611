import { baseName } from './file-place.ts'
import type { Finding } from './finding.ts'
import { parsedFile, type SyntaxNode, walk } from './parsed-file.ts'
import type { SourceTree } from './source-tree.ts'

interface Cited {
  readonly id: string
  readonly file: string
  readonly line: number
}

const ruleAtStart = /^\s*(?:[-*|>#]\s*)*(?:\*\*|`|\[)?([A-Z]{2,5}-\d+)\b/
const idsOfTitle = /^((?:\[[A-Z]{2,5}-\d+(?:,\s*[A-Z]{2,5}-\d+)*\]\s*)+)\S/

/** Holds SPEC.md and tests together: every rule is shown by a test, every test shows a rule. */
export function checkSpec(tree: SourceTree): Finding[] {
  const rules = tree.paths
    .filter((path) => baseName(path) === 'SPEC.md')
    .flatMap((path) => rulesOf(tree, path))
  const tests = tree.paths.filter((path) => /\.test\.tsx?$/.test(path)).map((path) => testsOf(tree, path))
  const citations = tests.flatMap((one) => one.citations)
  return [
    ...duplicateFindings(rules),
    ...prefixFindings(rules),
    ...uncitedFindings(rules, citations),
    ...unknownFindings(rules, citations),
    ...tests.flatMap((one) => one.findings),
  ]
}

function rulesOf(tree: SourceTree, file: string): Cited[] {
  return tree
    .text(file)
    .split('\n')
    .flatMap((text, index) => {
      const id = ruleAtStart.exec(text)?.[1]
      return id === undefined ? [] : [{ id, file, line: index + 1 }]
    })
}

function testsOf(tree: SourceTree, path: string): { citations: Cited[]; findings: Finding[] } {
  const file = parsedFile(tree, path)
  const citations: Cited[] = []
  const findings: Finding[] = []
  walk(file.program, (node) => {
    const title = titleOf(node)
    if (title === undefined) return
    const line = file.lineAt(node.start)
    const ids = idsOfTitle.exec(title)?.[1]?.match(/[A-Z]{2,5}-\d+/g) ?? []
    citations.push(...ids.map((id) => ({ id, file: path, line })))
    if (ids.length === 0) findings.push(untitled(path, line, title))
  })
  return { citations, findings }
}

function untitled(file: string, line: number, title: string): Finding {
  const message = `the title "${title.slice(0, 60)}" does not begin with a rule`
  const remedy = 'Begin it with the id of the rule it shows: [MEA-12] …'
  return { file, line, rule: 'spec/title', message, remedy }
}

/** Title of a call of `it` or `test` in any of its forms; undefined for every other node. */
function titleOf(node: SyntaxNode): string | undefined {
  if (node.type !== 'CallExpression' || !isTestFunction(node.callee as SyntaxNode)) return undefined
  const [title, body] = node.arguments as SyntaxNode[]
  if (!title || !body) return undefined
  if (title.type === 'Literal' && typeof title.value === 'string') return title.value
  if (title.type !== 'TemplateLiteral') return undefined
  return (title.quasis as { value: { cooked: string } }[]).map((part) => part.value.cooked).join('…')
}

/** `it`, `it.each(…)`, `test.skipIf(…)`, but not `describe` and not `it.each` waiting for its table. */
function isTestFunction(callee: SyntaxNode): boolean {
  if (callee.type === 'Identifier') return callee.name === 'it' || callee.name === 'test'
  if (callee.type === 'CallExpression') return isTestFunction(callee.callee as SyntaxNode)
  if (callee.type === 'TaggedTemplateExpression') return isTestFunction(callee.tag as SyntaxNode)
  if (callee.type === 'MemberExpression') return isTestFunction(callee.object as SyntaxNode)
  return false
}

function duplicateFindings(rules: readonly Cited[]): Finding[] {
  return rules
    .filter((rule, index) => rules.findIndex((other) => other.id === rule.id) !== index)
    .map(({ id, file, line }) => {
      const message = `${id} is the number of another rule already`
      return { file, line, rule: 'spec/number', message, remedy: 'Give it the next free number.' }
    })
}

/** One SPEC.md, one prefix: a rule's id tells where it is written. */
function prefixFindings(rules: readonly Cited[]): Finding[] {
  const homes = new Map<string, string>()
  return rules.flatMap(({ id, file, line }) => {
    const prefix = id.slice(0, id.indexOf('-'))
    const home = homes.get(prefix) ?? file
    homes.set(prefix, home)
    if (home === file) return []
    const message = `${prefix} is the prefix of ${home}`
    return [{ file, line, rule: 'spec/prefix', message, remedy: 'Choose a prefix of its own.' }]
  })
}

function uncitedFindings(rules: readonly Cited[], citations: readonly Cited[]): Finding[] {
  const cited = new Set(citations.map((one) => one.id))
  return rules
    .filter((rule) => !cited.has(rule.id))
    .map(({ id, file, line }) => {
      const remedy = 'Write a test that would fail if the rule were broken, or strike the rule.'
      return { file, line, rule: 'spec/untested', message: `no test shows ${id}`, remedy }
    })
}

function unknownFindings(rules: readonly Cited[], citations: readonly Cited[]): Finding[] {
  const known = new Set(rules.map((rule) => rule.id))
  return citations
    .filter((citation) => !known.has(citation.id))
    .map(({ id, file, line }) => {
      const remedy = 'Write the rule into the SPEC.md it belongs to, or correct the number.'
      return { file, line, rule: 'spec/unknown', message: `no SPEC.md holds ${id}`, remedy }
    })
}
