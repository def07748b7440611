import type { Bilingual, FindingDraft } from './finding-draft.ts'
import { pathText } from './path-pattern.ts'
import type { YamlText } from './yaml-text.ts'

/** Where a text is wrong, in one language. */
export interface LocatedFinding {
  readonly line: number
  readonly column: number
  /** Where in the document, e.g. `touchpoints[2].promise.measure`. */
  readonly path: string
  readonly message: string
  readonly hint: string
}

/** Findings in a file as lines that editors and terminals lead to: `file:line:column`. */
export function findingLines(file: string, findings: readonly Omit<LocatedFinding, 'path'>[]): string[] {
  return findings.map(({ line, column, message, hint }) => `${file}:${line}:${column} ${message} — ${hint}`)
}

/** Findings with their places in the text, from top to bottom. */
export function locatedFindings(
  yaml: YamlText,
  drafts: readonly FindingDraft[],
  language: keyof Bilingual,
): LocatedFinding[] {
  const findings = drafts.map((draft) => ({
    ...yaml.placeOf(draft),
    path: pathText(draft.path),
    message: draft.message[language],
    hint: draft.hint[language],
  }))
  return findings.sort((one, other) => one.line - other.line || one.column - other.column)
}
