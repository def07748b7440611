import { explainedVariances } from '../../importance/explained-variances.ts'
import { johnsonWeights } from '../../importance/johnson-weights.ts'
import { keyDrivers } from '../../importance/key-drivers.ts'
import { logisticDrivers } from '../../importance/logistic-drivers.ts'
import { shapleyShares } from '../../importance/shapley-shares.ts'
import type { Predictor } from '../../regression/design-matrix.ts'
import type { Table } from '../csv-table.ts'
import type { Adapter, AdapterContext, CaseInput } from '../oracle-case.ts'
import { byName, succeed } from './formula.ts'
import { has, numberIn, textIn, wordsIn } from './numbers-in.ts'

const predictorsIn = (names: readonly string[], data: Table): Predictor[] =>
  names.map((name) => ({ name, values: data.numbers(name) }))

/** The outcome is "y" when there is such a column, otherwise the first column. */
function outcomeOf(input: CaseInput, data: Table): string {
  if (has(input, 'y')) return textIn(input, 'y')
  return data.columns.includes('y') ? 'y' : data.columns[0]!
}

/** The predictors named, or every column but the outcome. */
function namesIn(input: CaseInput, data: Table): string[] {
  if (has(input, 'x')) return wordsIn(input, 'x')
  const outcome = outcomeOf(input, data)
  return data.columns.filter((name) => name !== outcome && name !== 'id')
}

function linearDrivers(input: CaseInput, data: Table) {
  const outcome = outcomeOf(input, data)
  const names = namesIn(input, data)
  const result = succeed(
    keyDrivers(data.numbers(outcome), predictorsIn(names, data), {
      smallestN: 0,
      draws: numberIn(input, 'B', 0),
      seed: 1,
    }),
  )
  const each = (figure: (driver: (typeof result.drivers)[number]) => number | null) =>
    Object.fromEntries(result.drivers.map((driver) => [driver.name, figure(driver)]))
  return {
    R2: result.r2,
    adjR2: result.adjustedR2,
    lmg: each(({ share }) => share),
    johnson_raw: each(({ johnsonWeight }) => johnsonWeight),
    johnson_share: each(({ johnsonWeight }) => johnsonWeight / result.r2),
    first: each(({ alone }) => alone),
    last: each(({ lost }) => lost),
    vif: each(({ inflation }) => inflation),
    condition_number: result.conditionNumber,
    lo: each(({ low }) => low),
    hi: each(({ high }) => high),
  }
}

function fromCorrelations(input: CaseInput) {
  const places = Object.keys(input)
    .flatMap((key) => key.match(/^ry(\d)$/)?.[1] ?? [])
    .sort()
  const between = (i: string, j: string) =>
    i === j ? 1 : numberIn(input, has(input, `r${i}${j}`) ? `r${i}${j}` : `r${j}${i}`)
  const correlations = {
    among: places.map((i) => places.map((j) => between(i, j))),
    withOutcome: places.map((i) => numberIn(input, `ry${i}`)),
  }
  const explained = explainedVariances(correlations)
  return {
    R2: explained.at(-1),
    lmg: shapleyShares(explained),
    johnson: succeed(johnsonWeights(correlations)),
  }
}

function binaryDrivers(input: CaseInput, data: Table) {
  const outcome = outcomeOf(input, data)
  const names = namesIn(input, data)
  const result = succeed(logisticDrivers(data.numbers(outcome), predictorsIn(names, data)))
  return {
    mcfadden: result.mcFaddenR2,
    shapley: byName(names, result.shares),
    coef: byName(result.fit.names, result.fit.coefficients),
    logLik: result.fit.logLikelihood,
  }
}

/** Key drivers of a numeric outcome, of a yes-or-no outcome, or from correlations. */
export const drv: Adapter = (input, { table, title }: AdapterContext) => {
  if (has(input, 'r12', 'ry1', 'ry2')) return fromCorrelations(input)
  if (!has(input, 'data')) return undefined
  const whole = table(input.data)
  const data = whole.complete([outcomeOf(input, whole), ...namesIn(input, whole)])
  const isYesOrNo = data.numbers(outcomeOf(input, data)).every((value) => value === 0 || value === 1)
  const isLinear = /LMG|Johnson/i.test(title) && !/McFadden|logi/i.test(title)
  return isYesOrNo && !isLinear ? binaryDrivers(input, data) : linearDrivers(input, data)
}
