import type { Exported, ExportForm } from '../analyses/analysis.contract.ts'
import type { TableRows } from '../analyses/csv-text.ts'
import { exportedAs, periodInName } from '../analyses/exported-as.ts'
import type { Composition } from './composition.contract.ts'

/** A composition to carry away: what each group is and did, or code that adds it up again. */
export function exportedComposition(composition: Composition, form: ExportForm): Exported {
  const { measure, by, period } = composition
  const name = `composition-${measure.key}-${by.replace(':', '-')}-${periodInName(period)}`
  return exportedAs(form, { name, rows: () => tableOf(composition), r: rCode, python: pythonCode })
}

function tableOf({ rows }: Composition): TableRows {
  const head = [
    ...['key', 'n', 'share', 'level', 'level_low', 'level_high', 'share_before', 'level_before'],
    ...['pull', 'pull_low', 'pull_high', 'level_effect', 'level_effect_low', 'level_effect_high'],
    ...['mix_effect', 'mix_effect_low', 'mix_effect_high'],
  ]
  return [
    head,
    ...rows.map(({ key, share, level, shareBefore, levelBefore, pull, levelEffect, mixEffect }) => [
      ...[key, level.n, share, level.value, level.low, level.high, shareBefore, levelBefore?.value],
      ...[pull?.value, pull?.low, pull?.high],
      ...[levelEffect?.estimate.value, levelEffect?.estimate.low, levelEffect?.estimate.high],
      ...[mixEffect?.estimate.value, mixEffect?.estimate.low, mixEffect?.estimate.high],
    ]),
  ]
}

const rCode = (file: string) => `# The figure and its change, added up from what its groups are, from ${file}.
table <- read.csv("${file}")
now <- with(table, sum(share * level, na.rm = TRUE))
before <- with(table, sum(share_before * level_before, na.rm = TRUE))
cat("figure", now, "change", now - before, "\\n")
cat("of levels", sum(table$level_effect, na.rm = TRUE), "of shares", sum(table$mix_effect, na.rm = TRUE), "\\n")
`

const pythonCode = (
  file: string,
) => `# The figure and its change, added up from what its groups are, from ${file}.
import csv

with open("${file}", encoding="utf-8-sig", newline="") as source:
    table = list(csv.DictReader(source))


def number(row, name):
    return float(row[name] or 0)


now = sum(number(row, "share") * number(row, "level") for row in table)
before = sum(number(row, "share_before") * number(row, "level_before") for row in table)
print("figure", now, "change", now - before)
print("of levels", sum(number(row, "level_effect") for row in table), "of shares", sum(number(row, "mix_effect") for row in table))
`
