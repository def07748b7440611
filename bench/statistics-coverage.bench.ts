import { writeFileSync } from 'node:fs'
import { openComputation } from '../foundations/computation/computation.ts'
import { threadedFunction } from '../foundations/computation/threaded-function.ts'
import type { Bench, BenchOptions } from './bench-result.ts'
import { type CoverageRow, coverageCases, type coverageOf } from './simulated/coverage-of.ts'
import { coveragePage, coverageTable, isOff } from './simulated/coverage-table.ts'

const page = new URL('../foundations/statistics/pages/coverage.md', import.meta.url)
const threads = 2
const work = threadedFunction<typeof coverageOf>(
  new URL('./simulated/coverage-of.ts', import.meta.url),
  'coverageOf',
)

export const bench: Bench = {
  question:
    'Do intervals hold the truth as often, and tests alarm as rarely, as they promise at small and unequal n?',
  run: async (options) => {
    const started = performance.now()
    const rows = await simulatedRows(options)
    writeFileSync(page, coveragePage(rows, options))
    for (const row of rows) console.log(coverageTable([row]).split('\n').at(-1))
    const off = rows.filter(isOff)
    const seconds = Math.round((performance.now() - started) / 1000)
    return {
      rows: [],
      table: off.length === 0 ? 'All rows are as promised, or on the safe side.' : coverageTable(off),
      notes: [
        `${rows.length} rows in ${seconds} s; ${rows.length - off.length} are as promised or on the safe side, the others stand above. All of them: \`foundations/statistics/pages/coverage.md\`.`,
        `Seed ${options.seed}, ${options.trials.toLocaleString('en')} samples a design, fewer where each takes long.`,
      ],
    }
  },
}

/** All rows in the order of the cases, simulated in threads that take turns. */
async function simulatedRows({ seed, trials }: BenchOptions): Promise<CoverageRow[]> {
  const computation = openComputation({ threads })
  const parts = 2 * threads
  const of = Array.from({ length: parts }, (_, part) =>
    computation.run(work, { input: { seed, trials, part, parts } }),
  )
  const byPart = await Promise.all(of)
  await computation.close()
  const count = coverageCases.reduce((sum, { designs }) => sum + Object.keys(designs).length, 0)
  return Array.from({ length: count }, (_, i) => byPart[i % parts]![Math.floor(i / parts)]!)
}
