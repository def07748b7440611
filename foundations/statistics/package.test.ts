import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const here = fileURLToPath(new URL('.', import.meta.url))
const packages = fileURLToPath(new URL('../../node_modules', import.meta.url))
const pages = readdirSync(join(here, 'pages')).filter((file) => file !== 'coverage.md')
const manifest = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>
}

/** What the entry does not repeat: parts of one function alone, and what is costly to import. */
const apart = [
  'causal/simplex-weights.ts',
  'change/cheapest-segmentation.ts',
  'change/segment-costs.ts',
  'distributions/quantile-search.ts',
  'importance/standardised-fit.ts',
  'pressure/minimum-cost-flow.ts',
  'regression/positive-definite.ts',
  'regression/triangular-inverse.ts',
  'repurchase/beta-geometric-likelihood.ts',
  'repurchase/followed-tail.ts',
  'resampling/weighted-sums.ts',
  'sequences/marking-graph.ts',
  'survival/partial-likelihood.ts',
  'survival/risk-sets.ts',
  'text/english-modifiers.ts',
  'text/text-language.ts',
  'scales/grouped-factor-model.ts',
]

function run(command: string, args: readonly string[], cwd: string): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

/** A project beside this one that has the packed package and what it depends on, and nothing else. */
function installedIn(project: string): string[] {
  const [packed] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', project], here)) as [
    { filename: string; files: { path: string }[] },
  ]
  const folder = join(project, 'node_modules', '@tutti', 'statistics')
  mkdirSync(folder, { recursive: true })
  run('tar', ['-xzf', join(project, packed.filename), '-C', folder, '--strip-components=1'], project)
  for (const name of Object.keys(manifest.dependencies))
    symlinkSync(join(packages, name), join(project, 'node_modules', name))
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }')
  return packed.files.map(({ path }) => path)
}

const documents = [...pages.map((page) => `pages/${page}`), 'README.md']

/** The example of a page or of the README, and what it says that each line prints. */
function exampleOf(path: string): { code: string; says: string[] } {
  const code = /```js\n([\s\S]*?)```/.exec(readFileSync(join(here, path), 'utf8'))?.[1] ?? ''
  return { code, says: [...code.matchAll(/\) \/\/ (.*)$/gm)].map(([, said]) => said!) }
}

/** Runs all examples in one process of plain Node; answers with what each printed. */
function printedBy(project: string): string[][] {
  documents.forEach((path, i) => {
    writeFileSync(join(project, `example-${i}.js`), exampleOf(path).code)
  })
  const runner = `import { format } from 'node:util'
const printed = []
const say = console.log
for (let i = 0; i < ${documents.length}; i++) {
  printed.push([])
  console.log = (...parts) => printed[i].push(format(...parts))
  await import(\`./example-\${i}.js\`)
}
say(JSON.stringify(printed))`
  writeFileSync(join(project, 'run-examples.js'), runner)
  return JSON.parse(run(process.execPath, ['run-examples.js'], project)) as string[][]
}

describe('the package', () => {
  let project = ''
  let files: string[] = []
  let printed: string[][] = []
  beforeAll(() => {
    project = mkdtempSync(join(tmpdir(), 'tutti-statistics-'))
    files = installedIn(project)
    printed = printedBy(project)
  })
  afterAll(() => rmSync(project, { recursive: true, force: true }))

  it('[STA-97] holds built code with its types, the README, the licence, the rules and a page a family; no source, no test', () => {
    for (const file of ['dist/statistics.js', 'dist/statistics.d.ts', 'README.md', 'LICENSE', 'SPEC.md'])
      expect(files).toContain(file)
    expect(files.filter((file) => file.startsWith('pages/'))).toHaveLength(pages.length + 1)
    expect(files.filter((file) => /(?<!\.d)\.ts$|\.test\./.test(file))).toEqual([])
  })

  it.each(documents.map((path, i) => [path, i] as const))(
    '[STA-98] the example of %s prints what it says, in plain Node, from the package as it is published',
    (path, i) => {
      const { says } = exampleOf(path)
      expect(says.length).toBeGreaterThan(0)
      expect(printed[i]).toEqual(says)
    },
  )

  it('[STA-97] a function can be imported alone, and its types hold', () => {
    const code = `import { wilsonInterval } from '@tutti/statistics/proportions/wilson-interval'
import type { Estimate } from '@tutti/statistics'
const { low }: { low: number } = wilsonInterval(8, 10)
export const share: Pick<Estimate, 'low'> = { low }
`
    writeFileSync(join(project, 'one.ts'), code)
    const options = ['--strict', '--module', 'nodenext', '--target', 'es2024', '--types', '', '--outDir', '.']
    run(join(packages, '.bin', 'tsc'), [...options, 'one.ts'], project)
    expect(
      run(
        process.execPath,
        ['-e', 'import("./one.js").then(({ share }) => console.log(share.low.toFixed(6)))'],
        project,
      ).trim(),
    ).toBe('0.490162')
  })
})

describe('the entry', () => {
  it('[STA-97] offers every file of every family that stands for itself', () => {
    const entry = readFileSync(join(here, 'statistics.ts'), 'utf8')
    const families = pages.map((page) => page.slice(0, -'.md'.length))
    const offered = families.flatMap((family) =>
      readdirSync(join(here, family))
        .filter((file) => file.endsWith('.ts') && !file.includes('.test.') && !file.startsWith('test-'))
        .map((file) => `${family}/${file}`)
        .filter((file) => !apart.includes(file)),
    )
    expect(offered.filter((file) => !entry.includes(`'./${file}'`))).toEqual([])
  })
})
