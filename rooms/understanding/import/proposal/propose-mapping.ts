import { stringify } from 'yaml'
import type { Proposal } from '../../contract.ts'
import { dateStyle } from './date-style.ts'
import { proposalQuestions, proposalWarnings } from './proposal-notes.ts'
import { proposeColumns } from './propose-columns.ts'
import { proposedMapping, touchpointColumn } from './proposed-mapping.ts'
import type { TableSample } from './sample-text.ts'
import { sampledColumns } from './sampled-columns.ts'

/** How a file could be read, out of a sample of its rows: what each column seems to be, why, and a mapping to begin with. */
export function proposeMapping(
  sample: TableSample,
  { fileName, today }: { fileName: string; today: string },
): Proposal {
  const sampled = sampledColumns(sample)
  const columns = proposeColumns(sampled.columns, sampled.file.decimal)
  const dated = columns.flatMap(({ role, column }, index) => {
    if (role !== 'date') return []
    const cells = sampled.columns[index]!.cells.filter((cell) => cell !== '')
    const style = dateStyle(new Map(cells.map((cell) => [cell, 1])))
    return style ? [{ column, style }] : []
  })
  const mapping = proposedMapping(columns, { fileName, file: sampled.file, today })
  return {
    columns,
    shape: touchpointColumn(columns) === null ? 'wide' : 'long',
    rowsLookedAt: sampled.rows,
    mapping: mapping && stringify(mapping, { lineWidth: 0 }),
    warnings: proposalWarnings(sampled, columns, dated),
    questions: proposalQuestions(columns, dated),
  }
}
