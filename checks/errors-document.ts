import { type ProblemEntry, problemEntries } from './problem-tables.ts'
import type { SourceTree } from './source-tree.ts'

const introduction = `# Refusals of the API

Every refusal is \`application/problem+json\` with a stable \`code\`, the HTTP status, a sentence, a hint and the
request id. \`{name}\` stands for a value given with the refusal. This page is made from the contracts
(\`npm run docs\`).
`

/** `docs/errors.md`: every code the product can answer with. */
export const errorsDocument = {
  path: 'docs/errors.md',
  render: async (tree: SourceTree) => renderErrors(problemEntries(tree)),
}

function renderErrors(entries: readonly ProblemEntry[]): string | null {
  if (entries.length === 0) return null
  const places = [...new Set(entries.map(placeOf))].sort()
  const parts = places.map((place) =>
    section(
      place,
      entries.filter((entry) => placeOf(entry) === place),
    ),
  )
  return [introduction, ...parts].join('\n')
}

function placeOf({ file }: ProblemEntry): string {
  return file.split('/')[1] as string
}

function section(place: string, entries: readonly ProblemEntry[]): string {
  const title = place === 'http' ? 'HTTP' : `${place[0]?.toUpperCase()}${place.slice(1)}`
  const rows = entries.toSorted((a, b) => (a.code < b.code ? -1 : 1)).map(row)
  return [`## ${title}`, '', '| Code | Status | English | Français |', '|---|---|---|---|', ...rows, ''].join(
    '\n',
  )
}

function row({ code, status, sentence, hint }: ProblemEntry): string {
  const text = (language: 'en' | 'fr') =>
    `${sentence[language]}<br>*${hint[language]}*`.replaceAll('|', '\\|')
  return `| \`${code}\` | ${status} | ${text('en')} | ${text('fr')} |`
}
