import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RejectedRow } from '../contract.ts'
import { headedTables } from './headed-tables.job.ts'
import { MappingFile } from './mapping-file.ts'
import { reasonWithin, recordFault } from './record-fault.ts'

type Line =
  | { readonly row: { readonly line: number; readonly part: string; readonly cells: Record<string, string> } }
  | { readonly rejected: RejectedRow }

/** Lines that a file gives to a mapping that needs its columns `day` and `score`. */
export async function linesOf(
  file: string | Buffer,
  options: Readonly<Record<string, unknown>> = {},
): Promise<Line[]> {
  const directory = await mkdtemp(join(tmpdir(), 'tutti-rows-'))
  const path = join(directory, 'file')
  try {
    await writeFile(path, file)
    return await linesAt(path, MappingFile.parse(options))
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

async function linesAt(path: string, file: MappingFile): Promise<Line[]> {
  const lines: Line[] = []
  const reading = { file, needed: ['day', 'score'], meter: { bytesRead: 0 } }
  for await (const { part, names, records } of headedTables(path, reading)) {
    for await (const record of records) {
      const { line } = record
      const fault = recordFault(record, names)
      const cells = Object.fromEntries(names.map((name, place) => [name, record.cells[place]!]))
      lines.push(
        fault
          ? { rejected: { line, ...fault, reason: reasonWithin(part, fault.reason) } }
          : { row: { line, part, cells } },
      )
    }
  }
  return lines
}

export const cellsOf = (lines: readonly Line[]) =>
  lines.map((line) => ('row' in line ? line.row.cells : line.rejected.reason))
