import type { Exported, ExportForm } from '../analyses/analysis.contract.ts'
import type { TableRows } from '../analyses/csv-text.ts'
import { exportedAs } from '../analyses/exported-as.ts'
import type { PricedRow } from './priced-rows.ts'

const file = 'pricing.csv'

/** The purchases that are compared, as a table, or code that works the premiums out again from it. */
export function exportedPricing(rows: readonly PricedRow[] | null, form: ExportForm): Exported {
  return exportedAs(form, {
    name: 'pricing',
    rows: () => tableOf(rows ?? []),
    r: () => rCode,
    python: () => pythonCode,
  })
}

function tableOf(rows: readonly PricedRow[]): TableRows {
  const head = ['person', 'day', 'product', 'channel', 'price', 'level']
  return [
    head,
    ...rows.map(({ person, day, product, channel, price, level }) => [
      person,
      day,
      product,
      channel,
      price,
      level,
    ]),
  ]
}

const rCode = `# Premium of weak and strong experience on the same product in ${file}: product effects, errors clustered by product (package sandwich).
library(sandwich)
table <- read.csv("${file}")
for (level in c("weak", "strong")) {
  rows <- table[table$level %in% c("middle", level), ]
  rows$treated <- as.integer(rows$level == level)
  formula <- if (length(unique(rows$channel)) > 1) log(price) ~ treated + channel + factor(product) else log(price) ~ treated + factor(product)
  fit <- lm(formula, data = rows)
  b <- coef(fit)["treated"]
  se <- sqrt(vcovCL(fit, cluster = rows$product)["treated", "treated"])
  cat(level, "premium", exp(b) - 1, "from", exp(b - 1.96 * se) - 1, "to", exp(b + 1.96 * se) - 1, "n", nrow(rows), "\\n")
}
`

const pythonCode = `# Premium of weak and strong experience on the same product in ${file}: product effects, errors clustered by product (CR1).
import csv
import math

import numpy

with open("${file}", encoding="utf-8-sig", newline="") as source:
    table = list(csv.DictReader(source))
for level in ("weak", "strong"):
    rows = [row for row in table if row["level"] in ("middle", level)]
    products = sorted({row["product"] for row in rows})
    channels = sorted({row["channel"] for row in rows})
    place = numpy.array([products.index(row["product"]) for row in rows])
    y = numpy.log([float(row["price"]) for row in rows])
    x = numpy.column_stack(
        [[row["level"] == level for row in rows]] + [[row["channel"] == one for row in rows] for one in channels[1:]]
    ).astype(float)
    size = numpy.bincount(place)
    within = lambda values: values - (numpy.bincount(place, values) / size)[place]
    x = numpy.column_stack([within(column) for column in x.T])
    y = within(y)
    b = numpy.linalg.lstsq(x, y, rcond=None)[0]
    bread = numpy.linalg.inv(x.T @ x)
    scores = [x[place == p].T @ (y - x @ b)[place == p] for p in range(len(products))]
    n, groups, k = len(y), len(products), x.shape[1]
    factor = groups / (groups - 1) * (n - 1) / (n - k)
    error = math.sqrt((factor * bread @ sum(numpy.outer(s, s) for s in scores) @ bread)[0, 0])
    print(level, "premium", math.expm1(b[0]), "standard error of its logarithm", error, "n", n)
`
