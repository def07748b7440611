import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileRows, type ReadLine } from './file-rows.job.ts'
import { Mapping } from './mapping.ts'

const definition = {
  mapping: 1,
  name: 'x',
  source: 'x',
  row: { date: { text: '{day}' } },
  answers: [{ kind: 'csat', scale: { low: 1, high: 5 }, columns: { score: 'till' } }],
}

/** Lines that a file gives by a mapping that needs its columns `day` and `score`. */
export async function linesOf(
  file: string | Buffer,
  options: Readonly<Record<string, unknown>> = {},
): Promise<ReadLine[]> {
  const directory = await mkdtemp(join(tmpdir(), 'tutti-rows-'))
  const path = join(directory, 'file')
  try {
    await writeFile(path, file)
    const mapping = Mapping.parse({ ...definition, file: options })
    const lines: ReadLine[] = []
    for await (const line of fileRows(path, { mapping, meter: { bytesRead: 0 } })) lines.push(line)
    return lines
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

export const cellsOf = (lines: readonly ReadLine[]) =>
  lines.map((line) => ('row' in line ? line.row.cells : line.rejected.reason))
