import { stringify } from 'yaml'
import type { ColumnProposal, Proposal } from '../../contract.ts'
import { keyOf } from '../key-of.ts'
import type { JudgedColumn } from './column-role.ts'
import type { ColumnSample } from './column-sample.ts'
import { dateStyle } from './date-style.ts'
import { proposalQuestions, proposalWarnings } from './proposal-notes.ts'
import { proposeColumns } from './propose-columns.ts'
import { kindOf, proposedMapping, touchpointColumn, unusualFile } from './proposed-mapping.ts'
import type { TableSample } from './sample-text.ts'
import { sampledColumns } from './sampled-columns.ts'

/** How a file could be read, out of a sample of its rows: what each column seems to be, why, and a mapping to begin with. */
export function proposeMapping(
  sample: TableSample,
  { fileName, today }: { fileName: string; today: string },
): Proposal {
  const sampled = sampledColumns(sample)
  const columns = proposeColumns(sampled.columns, sampled.file.decimal).map((column, index) =>
    withSamples(column, sampled.columns[index]!),
  )
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
    file: unusualFile(sampled.file),
    mapping: mapping && stringify(mapping, { lineWidth: 0 }),
    warnings: proposalWarnings(sampled, columns, dated),
    questions: proposalQuestions(columns, dated),
  }
}

const samplesShown = 5
const sampleLetters = 80

function withSamples(column: JudgedColumn, { cells }: ColumnSample): ColumnProposal {
  const tally = new Map<string, number>()
  for (const cell of cells) if (cell !== '') tally.set(cell, (tally.get(cell) ?? 0) + 1)
  const often = [...tally].sort(([, one], [, other]) => other - one).slice(0, samplesShown)
  const samples = often.map(([text]) =>
    text.length > sampleLetters ? `${text.slice(0, sampleLetters - 1)}…` : text,
  )
  const kind = column.scale && { kind: kindOf(`${column.column} ${column.label}`, column.scale) }
  return { ...column, ...kind, key: keyOf(column.column) || 'question', samples }
}
