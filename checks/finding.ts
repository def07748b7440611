/** One place where a rule of the house is broken, and what puts it right. */
export interface Finding {
  /** Path from the root of the project. */
  readonly file: string
  readonly line?: number
  /** Short name of the rule, as HOUSE.md gives it. */
  readonly rule: string
  readonly message: string
  readonly remedy: string
}

/** One line a person can act on. */
export function findingLine(finding: Finding): string {
  const place = finding.line === undefined ? finding.file : `${finding.file}:${finding.line}`
  return `${place} — ${finding.rule}: ${finding.message} → ${finding.remedy}`
}
