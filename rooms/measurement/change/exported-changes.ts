import type { Exported, ExportForm } from '../analyses/analysis.contract.ts'
import type { TableRows } from '../analyses/csv-text.ts'
import { exportedAs } from '../analyses/exported-as.ts'
import type { Changes } from './changes.contract.ts'

/** Changes to carry away as a table, or code that finds them again in figures by month. */
export function exportedChanges(changes: Changes, form: ExportForm): Exported {
  return exportedAs(form, {
    name: `changes-by-${changes.by}`,
    rows: () => tableOf(changes),
    r: () => rCode,
    python: () => pythonCode,
  })
}

function tableOf({ series }: Changes): TableRows {
  const head = [
    'measure',
    'group',
    'month',
    'earliest',
    'latest',
    'before',
    'after',
    'shift',
    'shift_low',
    'shift_high',
    'p',
  ]
  const rows = series.flatMap(({ measure, group, changes }) =>
    changes.map(({ month, earliest, latest, before, after, shift, p }) => [
      ...[measure.key, group, month, earliest, latest, before, after],
      ...[shift.value, shift.low, shift.high, p],
    ]),
  )
  return [head, ...rows]
}

const rCode = `# The same levels with the package changepoint, from figures by month: tutti measures --by touchpoint,month --period all --json
library(changepoint)
values <- scan("values.txt") # one figure a month, in their order
noise <- mad(diff(values)) / sqrt(2)
print(cpts(cpt.mean(values, method = "PELT", penalty = "Manual", pen.value = 2 * noise^2 * log(length(values)), minseglen = 3)))
`

const pythonCode = `# The same levels from figures by month: tutti measures --by touchpoint,month --period all --json
import numpy

values = numpy.loadtxt("values.txt")  # one figure a month, in their order
steps = numpy.diff(values)
noise = 1.482602218505602 * numpy.median(numpy.abs(steps - numpy.median(steps))) / numpy.sqrt(2)
penalty = 2 * noise**2 * numpy.log(len(values))
best, previous = [0.0 - penalty], [0]
for end in range(1, len(values) + 1):
    choices = [
        (best[start] + numpy.sum((values[start:end] - values[start:end].mean()) ** 2) + penalty, start)
        for start in range(0, end - 2)
        if best[start] < numpy.inf
    ]
    cost, start = min(choices, default=(numpy.inf, 0))
    best.append(cost)
    previous.append(start)
end = len(values)
while end > 0:
    print(end)
    end = previous[end]
`
