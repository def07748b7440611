import type { Exported, ExportForm } from '../analyses/analysis.contract.ts'
import type { TableRows } from '../analyses/csv-text.ts'
import { exportedAs } from '../analyses/exported-as.ts'
import type { Linkage } from './linkage.contract.ts'
import type { NamedPanel } from './linkage-panel.ts'

/** What is carried away: the panel itself, or a link to work out again from it. */
type Carried = { readonly named: NamedPanel } | { readonly linkage: Linkage }

const file = 'linkage.csv'

/** The figures of every unit and period as a table, or code that works the surest link out again from it. */
export function exportedLinkage(carried: Carried, form: ExportForm): Exported {
  return exportedAs(form, {
    name: 'linkage',
    rows: () => ('named' in carried ? tableOf(carried.named) : []),
    r: () => ('linkage' in carried ? rCode(carried.linkage) : ''),
    python: () => ('linkage' in carried ? pythonCode(carried.linkage) : ''),
  })
}

/** Logarithms are carried as they were used; what stays hidden stays empty. */
function tableOf({ panel, unitNames, periodNames, cells }: NamedPanel): TableRows {
  const head = ['unit', 'period', ...cells.map(({ measure }) => measure.key)]
  const rows = unitNames.flatMap((unit, u) =>
    periodNames.map((period, p) => [
      unit,
      period,
      ...panel.indicators.map(({ values }) => {
        const value = values[u * periodNames.length + p]!
        return Number.isNaN(value) ? null : value
      }),
    ]),
  )
  return [head, ...rows]
}

function surest({ links }: Linkage): { readonly x: string; readonly y: string; readonly lag: number } {
  return links[0] ?? { x: 'x', y: 'y', lag: 0 }
}

function rCode(linkage: Linkage): string {
  const { x, y, lag } = surest(linkage)
  return `# The surest link of ${file}: two-way fixed effects, errors clustered by unit (packages plm and lmtest).
library(plm)
library(lmtest)
panel <- pdata.frame(read.csv("${file}", check.names = FALSE), index = c("unit", "period"))
panel$x <- lag(panel[["${x}"]], ${lag})
panel$y <- panel[["${y}"]]
fit <- plm(y ~ x, data = panel, model = "within", effect = "twoways")
print(coeftest(fit, vcov = vcovHC(fit, method = "arellano", type = "HC0", cluster = "group")))
`
}

function pythonCode(linkage: Linkage): string {
  const { x, y, lag } = surest(linkage)
  return `# The surest link of ${file}: least squares on dummies of units and periods, errors clustered by unit (CR1).
import csv

import numpy

with open("${file}", encoding="utf-8-sig", newline="") as source:
    rows = list(csv.DictReader(source))
units = sorted({row["unit"] for row in rows})
periods = sorted({row["period"] for row in rows})
cell = {(row["unit"], row["period"]): row for row in rows}
seen = []
for unit in units:
    for at, period in enumerate(periods):
        if at < ${lag}:
            continue
        before, now = cell[unit, periods[at - ${lag}]]["${x}"], cell[unit, period]["${y}"]
        if before != "" and now != "":
            seen.append((unit, period, float(before), float(now)))
x = numpy.array([one[2] for one in seen])
y = numpy.array([one[3] for one in seen])
of_unit = numpy.array([units.index(one[0]) for one in seen])
of_period = numpy.array([periods.index(one[1]) for one in seen])
dummies = numpy.column_stack(
    [(of_unit == u) * 1.0 for u in numpy.unique(of_unit)] + [(of_period == p) * 1.0 for p in numpy.unique(of_period)[1:]]
)
x, y = (values - dummies @ numpy.linalg.lstsq(dummies, values, rcond=None)[0] for values in (x, y))
slope = x @ y / (x @ x)
groups = len(numpy.unique(of_unit))
scores = sum((x[of_unit == u] @ (y - slope * x)[of_unit == u]) ** 2 for u in numpy.unique(of_unit))
factor = groups / (groups - 1) * (len(x) - 1) / (len(x) - 1 - dummies.shape[1])
print("slope", slope, "standard error", numpy.sqrt(factor * scores) / (x @ x), "n", len(x))
`
}
