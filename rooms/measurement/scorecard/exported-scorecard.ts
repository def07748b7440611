import type { Exported, ExportForm } from '../analyses/analysis.contract.ts'
import type { TableRows } from '../analyses/csv-text.ts'
import { exportedAs, periodInName } from '../analyses/exported-as.ts'
import type { Scorecard } from './scorecard.contract.ts'

/** A scorecard to carry away: every figure with what it is compared with, or code that draws its gaps. */
export function exportedScorecard(scorecard: Scorecard, form: ExportForm): Exported {
  const name = `scorecard-${scorecard.of?.key ?? 'all'}-${periodInName(scorecard.period)}`
  return exportedAs(form, { name, rows: () => tableOf(scorecard), r: rCode, python: pythonCode })
}

function tableOf({ measures, promises }: Scorecard): TableRows {
  const head = [
    'measure',
    'touchpoint',
    'against',
    'n',
    'value',
    'low',
    'high',
    'difference',
    'difference_low',
    'difference_high',
    'verdict',
  ]
  return [
    head,
    ...[...measures, ...promises].flatMap((row) => {
      const place = [row.measure.key, row.touchpoint?.key ?? '']
      const own = row.estimate
      const against = [
        ['before', row.before],
        ['year-before', row.yearBefore],
        ...row.peers.map((peer) => [`peer:${peer.key}`, peer] as const),
      ] as const
      return [
        [...place, 'own', own.n, own.value, own.low, own.high, null, null, null, null],
        ...(row.promise === null
          ? []
          : [
              [
                ...place,
                'promise',
                null,
                row.promise,
                null,
                null,
                row.gap?.value,
                row.gap?.low,
                row.gap?.high,
                null,
              ],
            ]),
        ...against
          .filter(([, one]) => one.estimate !== null)
          .map(([name, { estimate, change, verdict }]) => [
            ...[...place, name, estimate!.n, estimate!.value, estimate!.low, estimate!.high],
            ...[change?.value, change?.low, change?.high, verdict],
          ]),
      ]
    }),
  ]
}

const rCode = (
  file: string,
) => `# Gaps to what is promised, and where each figure stands among its peers, from ${file}.
table <- read.csv("${file}")
promise <- table[table$against == "promise", ]
print(promise[order(promise$difference), c("measure", "touchpoint", "value", "difference", "difference_low", "difference_high")])
peer <- table[startsWith(table$against, "peer:"), ]
if (nrow(peer) > 0) print(aggregate(value ~ measure + touchpoint, peer, mean))
`

const pythonCode = (
  file: string,
) => `# Gaps to what is promised, and where each figure stands among its peers, from ${file}.
import csv

with open("${file}", encoding="utf-8-sig", newline="") as source:
    table = list(csv.DictReader(source))
promises = [row for row in table if row["against"] == "promise" and row["difference"]]
for row in sorted(promises, key=lambda row: float(row["difference"])):
    print(row["measure"], row["touchpoint"], row["value"], row["difference"], row["difference_low"], row["difference_high"])
for row in table:
    if row["against"].startswith("peer:") and row["verdict"] in ("moved-up", "moved-down"):
        print(row["measure"], row["touchpoint"], row["against"], row["difference"], row["verdict"])
`
