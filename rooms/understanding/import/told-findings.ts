import type { LocatedFinding } from '../../../foundations/yaml/located-finding.ts'

/** Findings in one sentence each, with their places. */
export function toldFindings(findings: readonly LocatedFinding[]): string {
  return findings.map(({ line, column, message, hint }) => `${line}:${column} ${message}. ${hint}`).join(' ')
}
