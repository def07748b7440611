import type { Exported, ExportForm } from '../analyses/analysis.contract.ts'
import type { TableRows } from '../analyses/csv-text.ts'
import { exportedAs } from '../analyses/exported-as.ts'
import type { Fragility } from './fragility.contract.ts'

/** Fragility to carry away: a row for each level as a table, or code that works totals and curves out again from it. */
export function exportedFragility(fragility: Fragility, form: ExportForm): Exported {
  return exportedAs(form, { name: 'fragility', rows: () => tableOf(fragility), r: rCode, python: pythonCode })
}

const head = [
  ...['level', 'customers', 'revenue', 'followed', 'leaving', 'leaving_low', 'leaving_high'],
  ...['kept', 'expected', 'expected_low', 'expected_high', 'at_risk', 'at_risk_low', 'at_risk_high'],
  ...['from_experience', 'from_experience_low', 'from_experience_high', 'forecast', 'came'],
]

function tableOf({ levels, check }: Fragility): TableRows {
  const rows = levels.map(({ level, customers, revenue, leaving, ahead }) => {
    const { expected, atRisk, fromExperience } = ahead ?? {}
    const checked = check.find((one) => one.level === level)
    return [
      ...[level, customers, revenue, leaving.n, leaving.value, leaving.low, leaving.high],
      ...[
        ahead?.kept,
        expected?.value,
        expected?.low,
        expected?.high,
        atRisk?.value,
        atRisk?.low,
        atRisk?.high,
      ],
      ...[fromExperience?.value, fromExperience?.low, fromExperience?.high, checked?.expected, checked?.came],
    ]
  })
  return [head, ...rows]
}

const rCode = (
  file: string,
) => `# Share of revenue that stands on each level, fragility index, check and curves of ${file}.
table <- read.csv("${file}")
heard <- table[table$level != "unheard", ]
print(setNames(heard$revenue / sum(heard$revenue), heard$level))
print(c(index = sum(table$at_risk, na.rm = TRUE) / sum(table$kept, na.rm = TRUE)))
print(c(came_over_expected = sum(table$came, na.rm = TRUE) / sum(table$forecast, na.rm = TRUE)))
months <- 0:24
kept <- sapply(heard$leaving, function(leaving) (1 - leaving)^(months / 12))
matplot(months, kept, type = "l", lty = 1, ylim = c(0, 1), xlab = "months since the answer", ylab = "still a customer")
legend("bottomleft", heard$level, lty = 1, col = seq_along(heard$level))
`

const pythonCode = (
  file: string,
) => `# Share of revenue that stands on each level, fragility index, check and curves of ${file}.
import csv

with open("${file}", encoding="utf-8-sig", newline="") as source:
    table = list(csv.DictReader(source))
number = lambda text: float(text or 0)
heard = [row for row in table if row["level"] != "unheard"]
revenue = sum(number(row["revenue"]) for row in heard)
for row in heard:
    share = number(row["revenue"]) / revenue if revenue else 0
    kept = [(1 - number(row["leaving"])) ** (month / 12) for month in range(25)]
    print(row["level"], "share of revenue", share, "kept by month", kept)
kept = sum(number(row["kept"]) for row in table)
print("index", sum(number(row["at_risk"]) for row in table) / kept if kept else None)
expected = sum(number(row["forecast"]) for row in table)
print("came over expected", sum(number(row["came"]) for row in table) / expected if expected else None)
`
