import type { Finding } from './finding.ts'
import { type ProblemEntry, problemEntries } from './problem-tables.ts'
import type { SourceTree } from './source-tree.ts'

/** Holds the codes of refusal of all contracts: each declared once, each beginning with its place. */
export function checkProblems(tree: SourceTree): Finding[] {
  const entries = problemEntries(tree)
  return [...entries.flatMap(prefixFindings), ...repeatedFindings(entries)]
}

function prefixFindings({ file, line, code }: ProblemEntry): Finding[] {
  const place = (file.split('/')[1] ?? '').toUpperCase().replaceAll('-', '_')
  if (code.startsWith(`${place}_`) && /^[A-Z][A-Z0-9_]*$/.test(code)) return []
  const remedy = `Call it ${place}_WHAT.`
  return [{ file, line, rule: 'problems/code', message: `"${code}" does not begin with its place`, remedy }]
}

function repeatedFindings(entries: readonly ProblemEntry[]): Finding[] {
  return entries
    .filter((entry, index) => entries.findIndex((other) => other.code === entry.code) !== index)
    .map(({ file, line, code }) => {
      const message = `the code ${code} is declared twice`
      return { file, line, rule: 'problems/unique', message, remedy: 'Keep one of them.' }
    })
}
