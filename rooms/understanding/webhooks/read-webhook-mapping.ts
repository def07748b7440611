import { documentDrafts } from '../../../foundations/yaml/document-drafts.ts'
import { type LocatedFinding, locatedFindings } from '../../../foundations/yaml/located-finding.ts'
import { readYamlText } from '../../../foundations/yaml/yaml-text.ts'
import { WebhookMapping } from './webhook-mapping.ts'

/** The mapping of a webhook read from its text, or everything that is wrong with it. */
export type ReadWebhookMapping =
  | { readonly mapping: WebhookMapping }
  | { readonly findings: readonly LocatedFinding[] }

export function readWebhookMapping(text: string, language: 'en' | 'fr'): ReadWebhookMapping {
  const yaml = readYamlText(text)
  const { value } = yaml
  const shape = yaml.readable
    ? documentDrafts({ schema: WebhookMapping, value, documentName: 'mapping' })
    : []
  const findings = locatedFindings(yaml, [...yaml.drafts, ...shape], language)
  return findings.length > 0 ? { findings } : { mapping: WebhookMapping.parse(value) }
}
