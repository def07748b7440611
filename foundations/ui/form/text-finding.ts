/** What is wrong in a text, and where. */
export interface TextFinding {
  readonly line: number
  readonly column: number
  readonly path: string
  readonly message: string
  readonly hint: string
}

/** Where in a text a place begins and its line ends. */
export function placeInText(text: string, { line, column }: Pick<TextFinding, 'line' | 'column'>) {
  const lines = text.split('\n')
  const start = lines.slice(0, line - 1).reduce((sum, before) => sum + before.length + 1, 0)
  const end = start + (lines[line - 1]?.length ?? 0)
  return { start: Math.min(start + column - 1, end), end, lines: lines.length }
}
