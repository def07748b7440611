import { documentDrafts } from '../../../foundations/yaml/document-drafts.ts'
import type { LocatedFinding } from '../../../foundations/yaml/located-finding.ts'
import { locatedFindings } from '../../../foundations/yaml/located-finding.ts'
import { readYamlText } from '../../../foundations/yaml/yaml-text.ts'
import { checkMapping } from './check-mapping.ts'
import { Mapping } from './mapping.ts'

/** A mapping read from its text, or everything that is wrong with it. */
export type ReadMapping = { readonly mapping: Mapping } | { readonly findings: readonly LocatedFinding[] }

export function readMapping(text: string, language: 'en' | 'fr'): ReadMapping {
  const yaml = readYamlText(text)
  const { value } = yaml
  const shape = yaml.readable ? documentDrafts({ schema: Mapping, value, documentName: 'mapping' }) : []
  const fits = yaml.drafts.length + shape.length === 0
  const drafts = fits ? checkMapping(Mapping.parse(value)) : [...yaml.drafts, ...shape]
  const findings = locatedFindings(yaml, drafts, language)
  return findings.length > 0 ? { findings } : { mapping: Mapping.parse(value) }
}
