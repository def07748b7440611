import type { Exported, ExportForm } from '../analyses/analysis.contract.ts'
import type { TableRows } from '../analyses/csv-text.ts'
import { exportedAs, periodInName } from '../analyses/exported-as.ts'
import type { Ensemble } from './ensemble.contract.ts'

/** The ensemble to carry away: levels and what raising brings as one long table, or code that works the spread out again. */
export function exportedEnsemble(ensemble: Ensemble, form: ExportForm): Exported {
  const name = `ensemble-${ensemble.measure.key}-${periodInName(ensemble.period)}`
  return exportedAs(form, { name, rows: () => tableOf(ensemble), r: rCode, python: pythonCode })
}

function tableOf({ strands, raising, scale }: Ensemble): TableRows {
  const head = ['table', 'strand', 'place', 'people', 'value', 'low', 'high', 'scale_low', 'scale_high']
  const ends = [scale.low, scale.high]
  return [
    head,
    ...strands.flatMap(({ kind, key, people, places, spread, evenness }) => {
      const strand = kind === 'journey' ? `journey:${key}` : kind
      return [
        ...places.map((place) => [
          ...['level', strand, place.key, place.people],
          ...[place.level.value, place.level.low, place.level.high, ...ends],
        ]),
        ['spread', strand, '', people, spread.value, spread.low, spread.high, ...ends],
        ['evenness', strand, '', people, evenness.value, evenness.low, evenness.high, ...ends],
      ]
    }),
    ...(raising?.touchpoints ?? []).flatMap(({ touchpoint, repaired, polished }) => [
      [
        'repaired',
        raising!.outcome.key,
        touchpoint,
        repaired.n,
        repaired.value,
        repaired.low,
        repaired.high,
        '',
        '',
      ],
      [
        'polished',
        raising!.outcome.key,
        touchpoint,
        polished.n,
        polished.value,
        polished.low,
        polished.high,
        '',
        '',
      ],
    ]),
  ]
}

const rCode = (
  file: string,
) => `# Evenness of each strand of ${file}, from the levels: one less their spread over the largest their mean allows (Wright 1951).
# The spread in the table has what chance adds taken away, with people who judge several places counted, so it is a little smaller.
table <- read.csv("${file}")
levels <- split(table[table$table == "level", ], table$strand[table$table == "level"])
for (strand in names(levels)) {
  level <- levels[[strand]]$value
  spread <- sqrt(mean((level - mean(level))^2))
  most <- sqrt((mean(level) - levels[[strand]]$scale_low[1]) * (levels[[strand]]$scale_high[1] - mean(level)))
  print(c(strand, spread = spread, evenness = 1 - spread / most))
}
print(table[table$table %in% c("spread", "evenness"), ])
`

const pythonCode = (
  file: string,
) => `# Evenness of each strand of ${file}, from the levels: one less their spread over the largest their mean allows (Wright 1951).
# The spread in the table has what chance adds taken away, with people who judge several places counted, so it is a little smaller.
import csv
from math import sqrt

with open("${file}", encoding="utf-8-sig", newline="") as source:
    table = list(csv.DictReader(source))
strands = {}
for row in table:
    if row["table"] == "level":
        strands.setdefault(row["strand"], []).append(row)
for strand, rows in strands.items():
    levels = [float(row["value"]) for row in rows]
    mean = sum(levels) / len(levels)
    spread = sqrt(sum((level - mean) ** 2 for level in levels) / len(levels))
    most = sqrt((mean - float(rows[0]["scale_low"])) * (float(rows[0]["scale_high"]) - mean))
    print(strand, "spread", spread, "evenness", 1 - spread / most if most else None)
for row in table:
    if row["table"] in ("spread", "evenness"):
        print(row["strand"], row["table"], row["value"], row["low"], row["high"])
`
