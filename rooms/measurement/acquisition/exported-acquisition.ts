import type { EstimateView } from '../../../foundations/format/estimate-view.ts'
import type { Exported, ExportForm } from '../analyses/analysis.contract.ts'
import type { TableRows } from '../analyses/csv-text.ts'
import { exportedAs } from '../analyses/exported-as.ts'
import type { Acquisition } from './acquisition.contract.ts'

/** Acquisition and retention to carry away: a row for each way and each level, or code that works out what those brought are worth. */
export function exportedAcquisition(acquisition: Acquisition, form: ExportForm): Exported {
  const name = `acquisition-${acquisition.measure.key}-${acquisition.days}`
  return exportedAs(form, { name, rows: () => tableOf(acquisition), r: rCode, python: pythonCode })
}

const figures = ['cost', 'value', 'kept', 'brings', 'brought_worth'] as const

function tableOf({ ways, levels }: Acquisition): TableRows {
  const ends = (estimate: EstimateView | null) => [estimate?.value, estimate?.low, estimate?.high]
  const head = ['group', 'name', 'n', ...figures.flatMap((one) => [one, `${one}_low`, `${one}_high`])]
  return [
    head,
    ...ways.map(({ through, n, cost, value, kept }) => [
      ...['way', through, n, ...ends(cost), ...ends(value), ...ends(kept), ...ends(null), ...ends(null)],
    ]),
    ...levels.map(({ level, n, keepingCost, value, kept, brings, broughtWorth }) => [
      ...['level', level, n, ...ends(keepingCost), ...ends(value), ...ends(kept)],
      ...[...ends(brings), ...ends(broughtWorth)],
    ]),
  ]
}

const rCode = (
  file: string,
) => `# What one new customer costs and brings by way, and what each level brings, from ${file}.
table <- read.csv("${file}")
ways <- table[table$group == "way", ]
print(data.frame(way = ways$name, returns = ways$value / ways$cost))
levels <- table[table$group == "level", ]
print(data.frame(level = levels$name, brings = levels$brings, worth_of_one = levels$brought_worth / levels$brings))
`

const pythonCode = (
  file: string,
) => `# What one new customer costs and brings by way, and what each level brings, from ${file}.
import csv

with open("${file}", encoding="utf-8", newline="") as source:
    rows = list(csv.DictReader(source))
for row in rows:
    if row["group"] == "way" and row["cost"] and float(row["cost"]) > 0:
        print(row["name"], "returns", float(row["value"]) / float(row["cost"]))
    if row["group"] == "level" and row["brings"] and float(row["brings"]) > 0:
        print(row["name"], "brings", row["brings"], "worth of one", float(row["brought_worth"]) / float(row["brings"]))
`
