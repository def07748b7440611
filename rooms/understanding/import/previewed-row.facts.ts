import type { PreviewedRow } from '../contract.ts'
import { factsSaid } from './facts-said.facts.ts'
import type { RowOutcome } from './row-reader.facts.ts'

/** What one row of a file would become, in words. */
export function previewedRow(
  { line, file }: { readonly line: number; readonly file: string },
  outcome: RowOutcome,
): PreviewedRow {
  const none = { file, line, id: '', person: '', occurredAt: '', facts: [], leftOut: false, rejected: [] }
  if (outcome === 'left out') return { ...none, leftOut: true }
  if ('rejected' in outcome) return { ...none, rejected: [...outcome.rejected] }
  const { id, person, occurredAt } = outcome.message
  return { ...none, id, person, occurredAt: occurredAt.toISOString(), facts: factsSaid(outcome.message) }
}
