import type { SourceTree } from './source-tree.ts'

const foundation = 'foundations/statistics'
const coverage = `${foundation}/pages/coverage.md`

/** Families of the statistics foundation that have a page, by their folders. */
const statisticsFamilies = [
  ...[
    'aggregation',
    'association',
    'causal',
    'change',
    'comparison',
    'distributions',
    'gap',
    'importance',
    'means',
  ],
  ...[
    'nps',
    'optimisation',
    'panel',
    'prediction',
    'pressure',
    'price',
    'proportions',
    'regression',
    'repurchase',
  ],
  ...[
    'resampling',
    'scales',
    'sequences',
    'shrinkage',
    'stocks',
    'suppression',
    'survival',
    'text',
    'weighting',
  ],
] as const

/** The pages of the families: written by hand, but for what their files, witnesses and simulations say. */
export const statisticsPages = statisticsFamilies.map((family) => {
  const path = `${foundation}/pages/${family}.md`
  return {
    path,
    render: async (tree: SourceTree) => (tree.has(path) ? withMadePart(tree, path, family) : null),
  }
})

function withMadePart(tree: SourceTree, path: string, family: string): string {
  const parts = [functionsPart(tree, family), witnessesPart(tree, family), coveragePart(tree, family)]
  const made = parts.filter((part) => part !== '').join('\n\n')
  return tree
    .text(path)
    .replace(
      /(<!-- made -->\n)[\s\S]*?(<!-- \/made -->)/,
      (_, start: string, end: string) => `${start}\n${made}\n\n${end}`,
    )
}

/** A first sentence in a table: one line, its bars escaped. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ').trim()
}

/** Public functions of a family with the first sentence of what they say about themselves. */
function functionsPart(tree: SourceTree, family: string): string {
  const entry = tree.text(`${foundation}/statistics.ts`)
  const files = [...entry.matchAll(/'\.\/([\w-]+\/[\w-]+\.ts)'/g)].map(([, file]) => file!)
  const rows = files
    .filter((file) => file.startsWith(`${family}/`))
    .flatMap((file) =>
      documentedFunctions(tree.text(`${foundation}/${file}`)).map(
        ({ name, says }) => `| [\`${name}\`](../${file}) | ${cell(says)} |`,
      ),
    )
  return ['## Functions', '', '| function | |', '| --- | --- |', ...rows].join('\n')
}

function documentedFunctions(source: string): { name: string; says: string }[] {
  return [...source.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export function (\w+)/g)].map(
    ([, comment, name]) => {
      const text = comment!.replaceAll(/^\s*\* ?/gm, '').trim()
      return { name: name!, says: /^[\s\S]*?(?:[.!?](?=\s|$)|\n\n|$)/.exec(text)![0] }
    },
  )
}

interface Witness {
  readonly id: string
  readonly title: string
  readonly ref?: string
}

/** Reference cases whose adapter uses the family. */
function witnessesPart(tree: SourceTree, family: string): string {
  const path = `${foundation}/witness/cases.json`
  const cases = JSON.parse(tree.text(path)) as Witness[]
  const used = cases.filter(({ id }) => adapterUses(tree, id, family))
  if (used.length === 0) return ''
  const rows = used.map(({ id, title, ref = '' }) => `| ${id} | ${cell(title)} | ${cell(ref)} |`)
  return [
    '## Witnesses',
    '',
    '| case | what | where the expected figures come from |',
    '| --- | --- | --- |',
    ...rows,
  ].join('\n')
}

function adapterUses(tree: SourceTree, id: string, family: string): boolean {
  const adapter = `${foundation}/witness/adapters/${/^[A-Za-z]+/.exec(id)?.[0].toLowerCase()}.ts`
  return tree.has(adapter) && tree.text(adapter).includes(`'../../${family}/`)
}

/** Rows of the simulation that belong to the family. */
function coveragePart(tree: SourceTree, family: string): string {
  if (!tree.has(coverage)) return ''
  const section = tree
    .text(coverage)
    .split(/^## /m)
    .find((part) => part.startsWith(`${family}\n`))
  if (!section) return ''
  return [
    '## Coverage, simulated',
    '',
    'How it was made, and what the columns say: [coverage](coverage.md).',
    '',
    section.slice(family.length).trim(),
  ].join('\n')
}
