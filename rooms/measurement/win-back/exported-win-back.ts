import type { Exported, ExportForm } from '../analyses/analysis.contract.ts'
import type { TableRows } from '../analyses/csv-text.ts'
import { exportedAs } from '../analyses/exported-as.ts'
import type { WinBack } from './win-back.contract.ts'

/** Win-back to carry away: shares, checks and the budget curve as one long table, or code that draws and adds them up again. */
export function exportedWinBack(winBack: WinBack, form: ExportForm): Exported {
  return exportedAs(form, { name: 'win-back', rows: () => tableOf(winBack), r: rCode, python: pythonCode })
}

type Row = readonly (string | number | null | undefined)[]

function tableOf({ split, check, told, budget }: WinBack): TableRows {
  const parts = ['alone', 'won', 'gone'] as const
  const rows: Row[] = [
    ...parts.flatMap((part): Row[] => {
      const one = split?.[part]
      return one ? [['silent', part, one.n, one.value, one.low, one.high, null]] : []
    }),
    ...(check?.fifths ?? []).map(
      ({ customers, expected, came }, at): Row => [
        'check',
        `fifth ${at + 1}`,
        customers,
        came.value,
        came.low,
        came.high,
        expected,
      ],
    ),
    ...(told?.groups ?? []).flatMap(({ reason, ...shares }) =>
      parts.flatMap((part): Row[] => {
        const one = shares[part]
        return one ? [[`left: ${reason || 'all'}`, part, one.n, one.value, one.low, one.high, null]] : []
      }),
    ),
    ...(budget?.points ?? []).map(
      ({ contacts, budget: spent, won, net }): Row => [
        'budget',
        contacts,
        won,
        net.value,
        net.low,
        net.high,
        spent,
      ],
    ),
  ]
  return [['table', 'part', 'n', 'value', 'low', 'high', 'beside'], ...rows]
}

const rCode = (
  file: string,
) => `# Split, check and best budget of ${file}. In rows of "budget": part = contacts, n = won, value = net, beside = spent.
table <- read.csv("${file}")
silent <- table[table$table == "silent", ]
print(setNames(silent$value / sum(silent$value), silent$part))
check <- table[table$table == "check", ]
print(c(expected = weighted.mean(check$beside, check$n), came = weighted.mean(check$value, check$n)))
budget <- table[table$table == "budget", ]
if (nrow(budget) > 0) {
  plot(budget$beside, budget$value, type = "l", xlab = "budget", ylab = "net")
  print(budget[which.max(budget$value), c("part", "n", "value", "beside")])
}
`

const pythonCode = (
  file: string,
) => `# Split, check and best budget of ${file}. In rows of "budget": part = contacts, n = won, value = net, beside = spent.
import csv

with open("${file}", encoding="utf-8-sig", newline="") as source:
    table = list(csv.DictReader(source))
rows = lambda name: [row for row in table if row["table"] == name]
silent = rows("silent")
whole = sum(float(row["value"]) for row in silent)
print({row["part"]: float(row["value"]) / whole for row in silent})
check = rows("check")
n = sum(float(row["n"]) for row in check)
if n:
    mean = lambda name: sum(float(row[name]) * float(row["n"]) for row in check) / n
    print("expected", mean("beside"), "came", mean("value"))
budget = rows("budget")
if budget:
    print("best", max(budget, key=lambda row: float(row["value"])))
`
