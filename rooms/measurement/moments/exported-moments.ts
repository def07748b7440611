import type { Exported, ExportForm } from '../analyses/analysis.contract.ts'
import type { TableRows } from '../analyses/csv-text.ts'
import { exportedAs, periodInName } from '../analyses/exported-as.ts'
import type { Moments } from './moments.contract.ts'

/** Moments to carry away: the figures as a table, or code that draws it. */
export function exportedMoments(moments: Moments, form: ExportForm): Exported {
  const name = `moments-${moments.measure.key}-${periodInName(moments.period)}`
  return exportedAs(form, { name, rows: () => tableOf(moments), r: rCode, python: pythonCode })
}

function tableOf({ moments, n }: Moments): TableRows {
  const ends = (name: string) => [name, `${name}_low`, `${name}_high`]
  const head = [
    'touchpoint',
    'kind',
    'n',
    'low_marks',
    'top_marks',
    ...['penalty', 'reward', 'range', 'asymmetry'].flatMap(ends),
  ]
  const rows = moments.map(({ touchpoint, kind, low, top, declared, detected, ...one }) => [
    ...[touchpoint, kind, n, low, top],
    ...[one.penalty, one.reward, one.range, one.asymmetry].flatMap((each) => [
      each.value,
      each.low,
      each.high,
    ]),
    ...[declared, detected],
  ])
  return [[...head, 'declared', 'detected'], ...rows]
}

const rCode = (
  file: string,
) => `# Range and asymmetry worked out again from penalty and reward in ${file} (Brandt 1987; Mikulić & Prebežac 2008).
table <- read.csv("${file}")
range <- pmax(0, table$reward) + pmax(0, -table$penalty)
asymmetry <- (pmax(0, table$reward) - pmax(0, -table$penalty)) / range
print(data.frame(table$touchpoint, range, tutti = table$range, asymmetry, tutti = table$asymmetry))
`

const pythonCode = (
  file: string,
) => `# Range and asymmetry worked out again from penalty and reward in ${file} (Brandt 1987; Mikulić & Prebežac 2008).
import csv

with open("${file}", encoding="utf-8", newline="") as source:
    for row in csv.DictReader(source):
        reward = max(0.0, float(row["reward"]))
        penalty = max(0.0, -float(row["penalty"]))
        asymmetry = (reward - penalty) / (reward + penalty) if reward + penalty > 0 else None
        print(row["touchpoint"], reward + penalty, row["range"], asymmetry, row["asymmetry"])
`
