import { bilingualFindings } from './bilingual-text.ts'
import type { Finding } from './finding.ts'
import { type ProblemEntry, problemEntries } from './problem-tables.ts'
import type { SourceTree } from './source-tree.ts'

/** Holds the refusals of all contracts: codes unique and of their place, sentences and hints in both languages. */
export function checkProblems(tree: SourceTree): Finding[] {
  const entries = problemEntries(tree)
  return [
    ...entries.flatMap((entry) => [...prefixFindings(entry), ...textFindings(entry)]),
    ...repeatedFindings(entries),
  ]
}

function prefixFindings({ file, line, code }: ProblemEntry): Finding[] {
  const place = (file.split('/')[1] ?? '').toUpperCase().replaceAll('-', '_')
  if (code.startsWith(`${place}_`) && /^[A-Z][A-Z0-9_]*$/.test(code)) return []
  const remedy = `Call it ${place}_WHAT.`
  return [{ file, line, rule: 'problems/code', message: `"${code}" does not begin with its place`, remedy }]
}

function textFindings({ file, line, code, sentence, hint }: ProblemEntry): Finding[] {
  return [
    ...bilingualFindings({ file, line, name: `${code}, sentence`, en: sentence?.en, fr: sentence?.fr }),
    ...bilingualFindings({ file, line, name: `${code}, hint`, en: hint?.en, fr: hint?.fr }),
  ]
}

function repeatedFindings(entries: readonly ProblemEntry[]): Finding[] {
  return entries
    .filter((entry, index) => entries.findIndex((other) => other.code === entry.code) !== index)
    .map(({ file, line, code }) => {
      const message = `the code ${code} is declared twice`
      return { file, line, rule: 'problems/unique', message, remedy: 'Keep one of them.' }
    })
}
