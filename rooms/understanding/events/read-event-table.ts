import { documentDrafts } from '../../../foundations/yaml/document-drafts.ts'
import type { LocatedFinding } from '../../../foundations/yaml/located-finding.ts'
import { locatedFindings } from '../../../foundations/yaml/located-finding.ts'
import { readYamlText } from '../../../foundations/yaml/yaml-text.ts'
import { EventTable } from './event-table.ts'

/** An event table read from its text, or everything that is wrong with it. */
export type ReadEventTable = { readonly table: EventTable } | { readonly findings: readonly LocatedFinding[] }

export function readEventTable(text: string, language: 'en' | 'fr'): ReadEventTable {
  const yaml = readYamlText(text)
  const { value } = yaml
  const shape = yaml.readable
    ? documentDrafts({ schema: EventTable, value, documentName: 'event table' })
    : []
  const findings = locatedFindings(yaml, [...yaml.drafts, ...shape], language)
  return findings.length > 0 ? { findings } : { table: EventTable.parse(value) }
}
