import type { Exported, ExportForm } from '../analyses/analysis.contract.ts'
import type { TableRows } from '../analyses/csv-text.ts'
import { exportedAs, periodInName } from '../analyses/exported-as.ts'
import type { Drivers } from './drivers.contract.ts'

/** Drivers to carry away: figures with the correlations behind them as a table, or code that works the shares out again from it. */
export function exportedDrivers(drivers: Drivers, form: ExportForm): Exported {
  const name = `drivers-${drivers.measure.key}-${periodInName(drivers.period)}`
  return exportedAs(form, { name, rows: () => tableOf(drivers), r: rCode, python: pythonCode })
}

/** A row for each driver in the order of the correlations, the measure last. */
function tableOf({ drivers, correlations, measure, n, fewest, method }: Drivers): TableRows {
  const names = drivers.map(({ kind, touchpoint }) => `${kind}/${touchpoint}`)
  const head = [
    'name',
    'n',
    'fewest',
    'method',
    'share',
    'share_low',
    'share_high',
    'effect',
    'effect_low',
    'effect_high',
  ]
  const more = ['p', 'mean', 'mean_low', 'mean_high']
  const rows = drivers.map(({ share, effect, p, performance }, at) => [
    ...[
      names[at]!,
      n,
      fewest,
      method,
      share.value,
      share.low,
      share.high,
      effect.value,
      effect.low,
      effect.high,
    ],
    ...[p, performance.value, performance.low, performance.high, ...(correlations[at] ?? [])],
  ])
  const outcome = [
    measure.key,
    n,
    fewest,
    method,
    ...Array(10).fill(null),
    ...(correlations[drivers.length] ?? []),
  ]
  return [[...head, ...more, ...[...names, measure.key].map((one) => `r ${one}`)], ...rows, outcome]
}

const rCode = (
  file: string,
) => `# Shares of R² (LMG: Lindeman, Merenda & Gold 1980), worked out again from the correlations in ${file}.
table <- read.csv("${file}", check.names = FALSE)
r <- as.matrix(table[, grep("^r ", names(table))])
p <- nrow(r) - 1
r2 <- function(set) {
  if (length(set) == 0) return(0)
  sum(solve(r[set, set, drop = FALSE], r[set, p + 1]) * r[set, p + 1])
}
subsets <- function(of) unlist(lapply(0:length(of), function(k) combn(length(of), k, function(i) of[i], simplify = FALSE)), recursive = FALSE)
share <- sapply(seq_len(p), function(j) {
  sum(sapply(subsets(setdiff(seq_len(p), j)), function(set) {
    (r2(c(set, j)) - r2(set)) / (p * choose(p - 1, length(set)))
  }))
})
print(data.frame(name = table$name[seq_len(p)], share = share, tutti = table$share[seq_len(p)]))
`

const pythonCode = (
  file: string,
) => `# Shares of R² (LMG: Lindeman, Merenda & Gold 1980), worked out again from the correlations in ${file}.
import csv
from itertools import combinations
from math import comb

import numpy

with open("${file}", encoding="utf-8", newline="") as source:
    rows = list(csv.DictReader(source))
names = [row["name"] for row in rows]
r = numpy.array([[float(row["r " + name]) for name in names] for row in rows])
p = len(names) - 1


def r2(chosen):
    chosen = list(chosen)
    if not chosen:
        return 0.0
    return float(r[chosen, p] @ numpy.linalg.solve(r[numpy.ix_(chosen, chosen)], r[chosen, p]))


for j in range(p):
    others = [i for i in range(p) if i != j]
    share = sum(
        (r2(chosen + (j,)) - r2(chosen)) / (p * comb(p - 1, size))
        for size in range(p)
        for chosen in combinations(others, size)
    )
    print(names[j], round(share, 6), rows[j]["share"])
`
