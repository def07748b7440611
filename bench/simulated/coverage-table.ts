import type { CoverageRow } from './coverage-of.ts'

/** What counts as kept: the simulation's own error, and this much beside it. */
const TOLERANCE = 0.015

/** What a row says, in words. */
export function judgement({ kind, low, high, observed }: CoverageRow): string {
  if (Number.isNaN(observed)) return 'always refused'
  if (kind === 'interval') {
    if (high < 0.95 - TOLERANCE) return 'too narrow'
    return low > 0.95 + TOLERANCE ? 'wider than it needs to be' : 'as promised'
  }
  if (low > 0.05 + TOLERANCE) return 'alarms too often'
  return high < 0.05 - TOLERANCE ? 'cautious' : 'as promised'
}

/** Whether a row promises more than it holds. */
export function isOff(row: CoverageRow): boolean {
  return ['too narrow', 'alarms too often'].includes(judgement(row))
}

const percent = (share: number) => (Number.isNaN(share) ? '–' : `${(100 * share).toFixed(1)} %`)

/** One line of the table. */
function line(row: CoverageRow): string {
  const error = 100 * ((row.high - row.low) / 2)
  const cells = [
    row.what,
    row.design,
    row.kind === 'interval' ? '95 %' : '5 %',
    percent(row.observed),
    Number.isNaN(error) ? '–' : `± ${error.toFixed(1)}`,
    percent(row.refused),
    row.trials.toLocaleString('en'),
    judgement(row),
  ]
  return `| ${cells.join(' | ')} |`
}

const head = [
  '| method | design | promised | seen | error | refused | samples | |',
  '| --- | --- | --: | --: | --: | --: | --: | --- |',
]

/** A table of rows, in the order of their families. */
export function coverageTable(rows: readonly CoverageRow[]): string {
  return [...head, ...rows.map(line)].join('\n')
}

/** What to do instead, for each method that is off under some design. */
function remedies(rows: readonly CoverageRow[]): string[] {
  const off = Map.groupBy(rows.filter(isOff), ({ what }) => what)
  if (off.size === 0) return []
  const lines = [...off].map(([what, of]) => {
    const where = of.map(({ design }) => design).join('; ')
    return `- *${what}* (${where}): ${of[0]!.remedy ?? 'no better method is known here'}.`
  })
  return ['Where a row is not as promised:', '', ...lines, '']
}

/** The page of all simulated rows, family by family. */
export function coveragePage(
  rows: readonly CoverageRow[],
  { seed, trials }: { seed: number; trials: number },
): string {
  const families = [...Map.groupBy(rows, ({ family }) => family)].sort(([a], [b]) => (a < b ? -1 : 1))
  return [
    '# Coverage, simulated',
    '',
    'Every interval of this package promises to hold the truth in 95 % of samples, every test to call a difference that is not there in 5 % of',
    'samples at most. Here is what they do at small and unequal n. The shares in the column *refused* are samples in which the method said that it',
    'cannot tell; *error* is the simulation’s own (95 %). A row is *as promised* when it is within 1.5 points and that error.',
    '',
    `Made by \`npm run bench -- statistics-coverage --seed ${seed} --trials ${trials}\` in the repository; the same seed gives the same table.`,
    '',
    ...families.flatMap(([family, of]) => [`## ${family}`, '', coverageTable(of), '', ...remedies(of)]),
  ].join('\n')
}
