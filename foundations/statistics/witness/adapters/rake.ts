import { npsOfBins } from '../../nps/net-promoter-score.ts'
import { binsOfScores } from '../../score-bins.ts'
import { calibratedMean } from '../../weighting/calibrated-mean.ts'
import { fitTable } from '../../weighting/fit-table.ts'
import { type Margin, rakeWeights } from '../../weighting/rake-weights.ts'
import type { Table } from '../csv-table.ts'
import type { Adapter, AdapterContext, CaseInput } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { has, numbersIn } from './numbers-in.ts'

const matrixIn = (input: CaseInput, key: string) =>
  (input[key] as readonly (readonly number[])[]).map((row) => [...row])

/** Every key "x_totals" names a column x with levels 1, 2, … */
function marginsOf(input: CaseInput, data: Table): (Margin & { column: string })[] {
  return Object.keys(input)
    .filter((key) => key.endsWith('_totals'))
    .map((key) => {
      const column = key.slice(0, -'_totals'.length)
      const totals = new Map(numbersIn(input, key).map((total, i) => [i + 1, total] as const))
      return { column, levels: data.numbers(column), totals }
    })
}

/** Number and weight of the answers in each crossing of the margins, under names such as "age1sex2". */
function cellsOf(margins: readonly (Margin & { column: string })[], weights: Float64Array) {
  const counts: Record<string, number> = {}
  const weightOf: Record<string, number> = {}
  weights.forEach((weight, i) => {
    const cell = margins.map(({ column, levels }) => `${column}${levels[i]}`).join('')
    counts[cell] = (counts[cell] ?? 0) + 1
    weightOf[cell] = weight
  })
  return { cell_counts: counts, cell_weights: weightOf }
}

function rakedSurvey(input: CaseInput, { table }: AdapterContext) {
  const data = table(input.data)
  const margins = marginsOf(input, data)
  const raked = succeed(rakeWeights(margins, { capAtMedians: Number.POSITIVE_INFINITY }))
  const categories = data.numbers('cat')
  const scores = categories.map((category) => [0, 7, 10][category + 1]!)
  const mean = calibratedMean(
    categories.map((category) => 100 * category),
    { weights: raked.weights, margins },
  )
  return {
    unweighted_nps: npsOfBins(binsOfScores(scores)).value,
    weighted_nps: mean.value,
    se_calibrated: mean.standardError,
    kish_deff: raked.designEffect,
    n_eff: raked.nEffective,
    ...cellsOf(margins, raked.weights),
  }
}

/** Raking of a survey, or of a two-way table. */
export const rake: Adapter = (input, context) => {
  if (has(input, 'data')) return rakedSurvey(input, context)
  if (!has(input, 'table', 'row_targets', 'col_targets')) return undefined
  return succeed(
    fitTable(matrixIn(input, 'table'), numbersIn(input, 'row_targets'), numbersIn(input, 'col_targets')),
  )
}
