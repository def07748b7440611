import type { Exported, ExportForm } from '../analyses/analysis.contract.ts'
import type { TableRows } from '../analyses/csv-text.ts'
import { exportedAs, periodInName } from '../analyses/exported-as.ts'
import type { CarryOver } from './carry-over.contract.ts'

/** Carry-over to carry away: costs, slopes and switches as one long table, or code that draws its map. */
export function exportedCarryOver(carryOver: CarryOver, form: ExportForm): Exported {
  const name = `carry-over-${carryOver.measure.key}-${periodInName(carryOver.period)}`
  return exportedAs(form, { name, rows: () => tableOf(carryOver), r: rCode, python: pythonCode })
}

function tableOf({ incidents, links, switches }: CarryOver): TableRows {
  const head = ['table', 'what', 'from', 'to', 'n', 'value', 'low', 'high', 'p_adjusted', 'told']
  return [
    head,
    ...incidents.flatMap(({ measure, at, later }) =>
      later.flatMap(({ at: next, n, here, there, share, p, isTold }) =>
        (
          [
            ['here', here],
            ['there', there],
            ['share', share],
          ] as const
        ).map(([table, one]) => [
          ...[table, measure.key, at.key, next.key, n, one.value, one.low, one.high, p, isTold],
        ]),
      ),
    ),
    ...links.map(({ from, to, n, slope, p, isTold }) => [
      ...['slope', '', from.key, to.key, n, slope.value, slope.low, slope.high, p, isTold],
    ]),
    ...switches.map(({ from, to, measure, n, effect, p, isTold }) => [
      ...['switch', measure.key, from, to, n, effect.value, effect.low, effect.high, p, isTold],
    ]),
  ]
}

const rCode = (
  file: string,
) => `# Shares of ${file} worked out again from both costs, and the map of what is told as a list of arrows.
table <- read.csv("${file}")
here <- table[table$table == "here", ]
there <- table[table$table == "there", ]
print(data.frame(here[, c("what", "from", "to")], share = there$value / here$value, tutti = table$value[table$table == "share"]))
print(table[table$told == "true" & table$table %in% c("share", "slope", "switch"), ])
`

const pythonCode = (
  file: string,
) => `# Shares of ${file} worked out again from both costs, and the map of what is told as a list of arrows.
import csv

with open("${file}", encoding="utf-8-sig", newline="") as source:
    table = list(csv.DictReader(source))
rows = lambda name: [row for row in table if row["table"] == name]
for here, there, share in zip(rows("here"), rows("there"), rows("share")):
    print(here["what"], here["from"], "->", here["to"], float(there["value"]) / float(here["value"]), share["value"])
for row in rows("share") + rows("slope") + rows("switch"):
    if row["told"] == "true":
        print(row["table"], row["from"], "->", row["to"], row["value"], row["low"], row["high"])
`
