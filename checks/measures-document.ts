import { pathToFileURL } from 'node:url'
import type { SourceTree } from './source-tree.ts'

/** What the page says of one measure. */
interface Described {
  readonly method: string
  readonly sentence: Local
  readonly numerator: Local
  readonly denominator: Local
  readonly interval: Local
  readonly empty: Local
  readonly unit: string
  readonly source: string
}
type Local = string | Readonly<{ en: string; fr: string }>

const introduction = `# Measures

What each measure is, in words: the sentence, what is divided by what, the unit, the interval, what an empty
figure means, and the source. One file each, \`*.measure.ts\`; this page is made from them (\`npm run docs\`).
`

/** `docs/measures.md`: every method by which a figure is computed. */
export const measuresDocument = { path: 'docs/measures.md', render: renderMeasures }

async function renderMeasures(tree: SourceTree): Promise<string | null> {
  const files = tree.paths.filter((path) => path.endsWith('.measure.ts'))
  const modules = await Promise.all(files.map((file) => import(pathToFileURL(tree.absolute(file)).href)))
  const described = modules.flatMap((module) => Object.values(module).flatMap(descriptionOf))
  if (described.length === 0) return null
  const sections = described.toSorted((a, b) => (a.method < b.method ? -1 : 1)).map(section)
  return [introduction, ...sections].join('\n')
}

function descriptionOf(exported: unknown): Described[] {
  const description = (exported as { description?: Described } | null)?.description
  return description && typeof description === 'object' && 'numerator' in description ? [description] : []
}

function section({ method, unit, source, ...words }: Described): string {
  const row = (name: string, text: Local) =>
    `| ${name} | ${inLanguage(text, 'en')} | ${inLanguage(text, 'fr')} |`
  return [
    `## \`${method}\``,
    '',
    '| | English | Français |',
    '|---|---|---|',
    row('What it says', words.sentence),
    row('Numerator', words.numerator),
    row('Denominator', words.denominator),
    row('Interval', words.interval),
    row('Empty', words.empty),
    '',
    `Unit: \`${unit}\`. Source: ${source}`,
    '',
  ].join('\n')
}

function inLanguage(text: Local, language: 'en' | 'fr'): string {
  return (typeof text === 'string' ? text : text[language]).replaceAll('|', '\\|')
}
