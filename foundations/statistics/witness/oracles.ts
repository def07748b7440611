/**
 * Runs reference cases against the library: `npm run oracles -- FILE.json [--data DIR]`.
 *
 * Prints one line a case and ends with status 0 only when every case passes.
 */
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { adapters } from './adapters.ts'
import { csvTable } from './csv-table.ts'
import type { Mismatch } from './mismatches.ts'
import { mismatches } from './mismatches.ts'
import type { AdapterContext, Json, OracleCase } from './oracle-case.ts'

type Outcome = { readonly line: string; readonly passed: boolean }

const familyOf = (id: string) => id.match(/^[A-Za-z]+/)?.[0]?.toUpperCase() ?? ''

function fileNamed(phrase: Json | undefined): string {
  const names = String(phrase).match(/[\w./-]+\.csv/g) ?? []
  const name = names.find((path) => path.startsWith('data/')) ?? names.at(-1)
  if (!name) throw new RangeError(`no data file is named in "${phrase}"`)
  return basename(name)
}

/** Where files are looked for: the data folder, `data` in it, and `data` beside the folder that holds it. */
const foldersFrom = (dataFolder: string) => [
  dataFolder,
  join(dataFolder, 'data'),
  join(dataFolder, '..', '..', 'data'),
]

function pathOf(name: string, dataFolder: string): string {
  const path = foldersFrom(dataFolder)
    .map((folder) => join(folder, name))
    .find((candidate) => existsSync(candidate))
  if (!path) throw new RangeError(`${name} is neither in ${dataFolder} nor in the data beside it`)
  return path
}

function contextFor(title: string, dataFolder: string): AdapterContext {
  return {
    title,
    file: (path) => readFileSync(pathOf(path, dataFolder), 'utf8'),
    table: (phrase) => csvTable(readFileSync(pathOf(fileNamed(phrase), dataFolder), 'utf8')),
  }
}

const shown = (value: unknown) => JSON.stringify(value instanceof Map ? Object.fromEntries(value) : value)

function describe(differences: readonly Mismatch[]): string {
  const first = differences.slice(0, 4).map(({ path, expected, got }) => {
    return `${path}: expected ${shown(expected)}, got ${shown(got)}`
  })
  const rest = differences.length > 4 ? ` and ${differences.length - 4} more` : ''
  return first.join('; ') + rest
}

/** Runs one case. A failure inside the library is an outcome, not the end of the run. */
export function runOracle(oracle: OracleCase, dataFolder: string): Outcome {
  const name = `${oracle.id}  ${oracle.title}`
  const adapter = adapters[familyOf(oracle.id)]
  if (!adapter) return { line: `not yet  ${name}`, passed: false }
  try {
    const got = adapter(oracle.input, contextFor(oracle.title, dataFolder))
    if (got === undefined) return { line: `not yet  ${name}`, passed: false }
    const differences = mismatches(oracle.expected, got, { tol: oracle.tol, path: [] })
    if (differences.length === 0) return { line: `pass     ${name}`, passed: true }
    return { line: `differs  ${name}\n         ${describe(differences)}`, passed: false }
  } catch (error) {
    return {
      line: `failed   ${name}\n         ${error instanceof Error ? error.message : error}`,
      passed: false,
    }
  }
}

function readCases(file: string): OracleCase[] {
  const content = JSON.parse(readFileSync(file, 'utf8')) as OracleCase[] | { cases: OracleCase[] }
  return Array.isArray(content) ? content : content.cases
}

function main(): number {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { data: { type: 'string' } } })
  const file = positionals[0]
  if (!file) {
    console.error('usage: npm run oracles -- FILE.json [--data DIR]')
    return 2
  }
  const dataFolder = values.data ?? join(dirname(file), 'data')
  const outcomes = readCases(file).map((oracle) => {
    const outcome = runOracle(oracle, dataFolder)
    console.log(outcome.line)
    return outcome
  })
  const passed = outcomes.filter((outcome) => outcome.passed).length
  console.log(`${passed} of ${outcomes.length} cases pass`)
  return passed === outcomes.length && passed > 0 ? 0 : 1
}

if (import.meta.main) process.exitCode = main()
