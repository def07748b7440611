import type { Exported, ExportForm } from '../analyses/analysis.contract.ts'
import type { TableRows } from '../analyses/csv-text.ts'
import { exportedAs, periodInName } from '../analyses/exported-as.ts'
import type { ScaleQuality } from './scale-quality.contract.ts'

/** The quality of a scale to carry away: its questions with their figures, or code that works omega and AVE out again. */
export function exportedScaleQuality(quality: ScaleQuality, form: ExportForm): Exported {
  const name = `scale-quality-${quality.measure.key}-${periodInName(quality.period)}`
  return exportedAs(form, { name, rows: () => tableOf(quality), r: rCode, python: pythonCode })
}

function tableOf({ items, parts, groups }: ScaleQuality): TableRows {
  const others = groups.slice(1).map(({ name }) => name)
  const head = [
    ...['part', 'question', 'n', 'mean', 'mean_low', 'mean_high', 'loading', 'loading_low', 'loading_high'],
    ...['rest', 'alpha_without', 'part_alpha', 'part_omega', 'part_ave', 'p_alike'],
    ...others.map((name) => `shift ${name}`),
  ]
  const rows = items.map((item) => {
    const part = parts.find(({ kind }) => kind === item.kind)
    return [
      ...[item.kind, item.question, item.mean.n, item.mean.value, item.mean.low, item.mean.high],
      ...[item.loading?.value, item.loading?.low, item.loading?.high, item.rest, item.alphaWithout],
      ...[part?.alpha?.value, part?.omega?.value, part?.variance, item.p],
      ...others.map((name) => item.shifts.find(({ group }) => group === name)?.value),
    ]
  })
  return [head, ...rows]
}

const rCode = (
  file: string,
) => `# Omega and the average variance extracted of each part, from the loadings in ${file}.
table <- read.csv("${file}", check.names = FALSE)
for (part in unique(table$part)) {
  loading <- table$loading[table$part == part]
  omega <- sum(loading)^2 / (sum(loading)^2 + sum(1 - loading^2))
  cat(part, omega, mean(loading^2), table$part_omega[table$part == part][1], "\\n")
}
`

const pythonCode = (
  file: string,
) => `# Omega and the average variance extracted of each part, from the loadings in ${file}.
import csv

with open("${file}", encoding="utf-8", newline="") as source:
    rows = list(csv.DictReader(source))
for part in dict.fromkeys(row["part"] for row in rows):
    own = [row for row in rows if row["part"] == part and row["loading"]]
    loading = [float(row["loading"]) for row in own]
    if not loading:
        continue
    total = sum(loading) ** 2
    omega = total / (total + sum(1 - one**2 for one in loading))
    print(part, round(omega, 6), round(sum(one**2 for one in loading) / len(loading), 6), own[0]["part_omega"])
`
