import { npsOfBins } from '../../nps/net-promoter-score.ts'
import { binsOfScores } from '../../score-bins.ts'
import { calibratedMean } from '../../weighting/calibrated-mean.ts'
import { fitTable } from '../../weighting/fit-table.ts'
import { type Margin, rakeWeights } from '../../weighting/rake-weights.ts'
import type { Table } from '../csv-table.ts'
import type { Adapter, AdapterContext, CaseInput } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { has, matrixIn, numbersIn } from './numbers-in.ts'

/** Every key "x_totals" names a column x; its totals belong to the levels in ascending order: 1, 2, … where those are the levels. */
function marginsOf(input: CaseInput, data: Table): (Margin & { column: string })[] {
  return Object.keys(input)
    .filter((key) => key.endsWith('_totals'))
    .map((key) => {
      const column = key.slice(0, -'_totals'.length)
      const given = numbersIn(input, key)
      const levels = data.isNumeric(column) ? [...data.numbers(column)] : data.text(column)
      const seen = [...new Set<number | string>(levels)].sort((a, b) => (a < b ? -1 : 1))
      const fromOne = given.map((_, i) => i + 1)
      const names = seen.every((level) => fromOne.includes(level as number)) ? fromOne : seen
      if (names.length !== given.length) {
        throw new RangeError(`${key} has ${given.length} totals for ${names.length} levels`)
      }
      return { column, levels, totals: new Map(given.map((total, i) => [names[i]!, total] as const)) }
    })
}

/** All orders of a few things. */
const orders = <Thing>(things: readonly Thing[]): Thing[][] =>
  things.length < 2
    ? [[...things]]
    : things.flatMap((one, i) => orders(things.filter((_, j) => j !== i)).map((rest) => [one, ...rest]))

/** Number and weight of the answers in each crossing of the margins, under names such as "age1sex2" and "sex2age1". */
function cellsOf(margins: readonly (Margin & { column: string })[], weights: Float64Array) {
  const counts: Record<string, number> = {}
  const weightOf: Record<string, number> = {}
  weights.forEach((weight, i) => {
    for (const order of orders(margins)) {
      const cell = order.map(({ column, levels }) => `${column}${levels[i]}`).join('')
      counts[cell] = (counts[cell] ?? 0) + 1
      weightOf[cell] = weight
    }
  })
  return { cell_counts: counts, cell_weights: weightOf }
}

function rakedSurvey(input: CaseInput, { table }: AdapterContext) {
  const whole = table(input.data)
  const named = Object.keys(input)
    .filter((key) => key.endsWith('_totals'))
    .map((key) => key.slice(0, -'_totals'.length))
  const data = whole.complete([...named, 'cat'])
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
