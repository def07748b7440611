import { fileURLToPath } from 'node:url'
import { commandCheck } from './command-check.ts'
import { checkDocuments } from './documents.ts'
import { checkImports } from './imports.check.ts'
import { checkLinks } from './links.check.ts'
import { checkLock } from './lock.check.ts'
import { checkNames } from './names.check.ts'
import { checkProblems } from './problems.check.ts'
import { type Check, runChecks } from './run-checks.ts'
import { checkSizes } from './sizes.check.ts'
import { checkSpec } from './spec.check.ts'
import { checkSpeech } from './speech.check.ts'
import { checkWords } from './words.check.ts'

const checks: readonly Check[] = [
  { name: 'imports', run: checkImports },
  { name: 'sizes', run: checkSizes },
  { name: 'names', run: checkNames },
  { name: 'spec', run: checkSpec },
  { name: 'problems', run: checkProblems },
  { name: 'words', run: checkWords },
  { name: 'speech', run: checkSpeech },
  { name: 'links', run: checkLinks },
  { name: 'lock', run: checkLock },
  { name: 'documents', run: (tree) => checkDocuments(tree) },
  {
    name: 'format-and-lint',
    run: commandCheck({
      program: 'biome',
      given: ['ci', '--colors=off', '--error-on-warnings', '.'],
      remedy: 'npm run format puts most of it right.',
    }),
  },
  {
    name: 'dead-code',
    run: commandCheck({ program: 'knip', given: ['--no-progress'], remedy: 'Use it or strike it.' }),
  },
  {
    name: 'types',
    run: commandCheck({
      program: 'tsc',
      given: ['-p', '.', '--pretty', 'false'],
      remedy: 'Correct the types.',
    }),
  },
  {
    name: 'tests',
    run: commandCheck({
      program: 'vitest',
      given: ['run'],
      remedy: 'Correct the code, or the rule it shows.',
    }),
  },
]

/** `npm run check` runs all; `npm run check imports words` those; `npm run check -- --but tests` all others. */
function chosen(asked: readonly string[]): readonly Check[] {
  const names = asked.filter((word) => word !== '--but')
  const unknown = names.find((name) => !checks.some((check) => check.name === name))
  if (unknown !== undefined)
    throw new Error(`There is no check "${unknown}": ${checks.map((c) => c.name).join(', ')}.`)
  if (names.length === 0) return checks
  return checks.filter((check) => names.includes(check.name) !== asked.includes('--but'))
}

const failed = await runChecks({
  root: fileURLToPath(new URL('..', import.meta.url)),
  checks: chosen(process.argv.slice(2)),
  nowMs: () => performance.now(),
  say: (line) => console.log(line),
})
process.exitCode = failed === 0 ? 0 : 1
