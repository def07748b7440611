import type { Exported, ExportForm } from '../analyses/analysis.contract.ts'
import type { TableRows } from '../analyses/csv-text.ts'
import { exportedAs } from '../analyses/exported-as.ts'
import type { Intentions } from './intentions.contract.ts'

/** Intentions to carry away: what each score was followed by, or code that works the overstatement out again. */
export function exportedIntentions(intentions: Intentions, form: ExportForm): Exported {
  const name = `intentions-${intentions.measure.key}-${intentions.behaviour}`
  return exportedAs(form, { name, rows: () => tableOf(intentions), r: rCode, python: pythonCode })
}

function tableOf({ groups, overstatement }: Intentions): TableRows {
  const head = ['score', 'n', 'stated', 'did', 'did_low', 'did_high', 'means', 'overstatement']
  return [
    head,
    ...groups.map(({ score, said, did, means }) => [
      ...[
        `"${score}"`.replaceAll('"', ''),
        did.n,
        said,
        did.value,
        did.low,
        did.high,
        means,
        overstatement.value,
      ],
    ]),
  ]
}

const rCode = (
  file: string,
) => `# Overstatement of ${file} worked out again: mean stated less share done, and scores that rise with what was done.
table <- read.csv("${file}")
print(c(ours = weighted.mean(table$stated - table$did, table$n), tutti = table$overstatement[1]))
print(isoreg(rep(table$stated, table$n), rep(table$did, table$n))$yf[cumsum(table$n)])
plot(table$stated, table$did, xlim = 0:1, ylim = 0:1, xlab = "stated", ylab = "did")
abline(0, 1, lty = 2)
`

const pythonCode = (
  file: string,
) => `# Overstatement of ${file} worked out again: mean stated less share done, score by score.
import csv

with open("${file}", encoding="utf-8-sig", newline="") as source:
    table = list(csv.DictReader(source))
n = sum(float(row["n"]) for row in table)
if n:
    ours = sum(float(row["n"]) * (float(row["stated"]) - float(row["did"])) for row in table) / n
    print("overstatement", ours, table[0]["overstatement"])
for row in table:
    print(row["score"], row["n"], row["stated"], row["did"], row["means"])
`
