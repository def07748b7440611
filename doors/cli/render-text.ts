import type { CommandOutcome, OutcomeTable } from '../../foundations/http/command-session.contract.ts'

/** Lines and tables as a terminal shows them: columns aligned, figures to the right. */
export function renderText(text: CommandOutcome['text']): string {
  const lines = text.flatMap((block) => (typeof block === 'string' ? [block] : tableLines(block)))
  return lines.map((line) => `${line}\n`).join('')
}

function tableLines({ head, rows, right = [] }: OutcomeTable): string[] {
  const all = head.length > 0 ? [head, ...rows] : [...rows]
  const widths = columnWidths(all)
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => padded(cell, widths[column] ?? 0, right.includes(column)))
      .join('  ')
      .trimEnd()
  return all.map(line)
}

function columnWidths(rows: readonly (readonly string[])[]): number[] {
  const count = Math.max(0, ...rows.map((row) => row.length))
  return Array.from({ length: count }, (_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  )
}

function padded(cell: string, width: number, toTheRight: boolean): string {
  const blank = ' '.repeat(Math.max(0, width - widthOf(cell)))
  return toTheRight ? blank + cell : cell + blank
}

/** Characters as they are seen: letters with their accents count once. */
const widthOf = (text: string) => [...new Intl.Segmenter().segment(text)].length
