import type { Exported, ExportForm } from '../analyses/analysis.contract.ts'
import type { TableRows } from '../analyses/csv-text.ts'
import { exportedAs } from '../analyses/exported-as.ts'
import type { Capital } from './capital.contract.ts'

/** Capital to carry away: touchpoints, months and fifths as one long table, or code that draws and checks them again. */
export function exportedCapital(capital: Capital, form: ExportForm): Exported {
  return exportedAs(form, { name: 'capital', rows: () => tableOf(capital), r: rCode, python: pythonCode })
}

function tableOf({ totals, touchpoints, stocks, fifths, sensitivity }: Capital): TableRows {
  const head = ['table', 'part', 'n', 'first', 'second', 'low', 'high']
  return [
    head,
    ...(['capital', 'debt', 'interest'] as const).flatMap((name) => {
      const one = totals?.[name]
      return one ? [['total', name, one.n, one.value, null, one.low, one.high]] : []
    }),
    ...touchpoints.map(({ touchpoint, capital, debt }) => [
      'touchpoint',
      touchpoint,
      null,
      capital,
      debt,
      null,
      null,
    ]),
    ...stocks.map(({ month, people, good, bad }) => ['stock', month, people, good, bad, null, null]),
    ...fifths.map(({ months, expected, left }, at) => [
      'fifth',
      at + 1,
      months,
      expected,
      left.value,
      left.low,
      left.high,
    ]),
    ...sensitivity.map(({ what, capital, debt }) => ['sensitivity', what, null, capital, debt, null, null]),
  ]
}

const rCode = (
  file: string,
) => `# Stocks by month and the check of ${file}. Rows of "stock": first = good, second = bad; of "fifth": first = expected, second = left.
table <- read.csv("${file}")
stock <- table[table$table == "stock", ]
matplot(seq_len(nrow(stock)), stock[, c("first", "second")], type = "l", lty = 1:2, xlab = "month", ylab = "mean stock")
fifth <- table[table$table == "fifth", ]
print(c(expected = weighted.mean(fifth$first, fifth$n), left = weighted.mean(fifth$second, fifth$n)))
print(table[table$table %in% c("total", "sensitivity"), ])
`

const pythonCode = (
  file: string,
) => `# Stocks by month and the check of ${file}. Rows of "stock": first = good, second = bad; of "fifth": first = expected, second = left.
import csv

with open("${file}", encoding="utf-8-sig", newline="") as source:
    table = list(csv.DictReader(source))
rows = lambda name: [row for row in table if row["table"] == name]
for row in rows("stock")[-12:]:
    print(row["part"], "good", row["first"], "bad", row["second"], "people", row["n"])
fifths = rows("fifth")
n = sum(float(row["n"]) for row in fifths)
if n:
    mean = lambda name: sum(float(row[name]) * float(row["n"]) for row in fifths) / n
    print("expected", mean("first"), "left", mean("second"))
for row in rows("total") + rows("sensitivity"):
    print(row["part"], row["first"], row["second"], row["low"], row["high"])
`
