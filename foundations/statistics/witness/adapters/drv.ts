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

function linearDrivers(input: CaseInput, data: Table) {
  const outcome = outcomeOf(input, data)
  const names = has(input, 'x') ? wordsIn(input, 'x') : data.columns.filter((name) => name !== outcome)
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
  const r = numberIn(input, 'r12')
  const correlations = {
    among: [
      [1, r],
      [r, 1],
    ],
    withOutcome: [numberIn(input, 'ry1'), numberIn(input, 'ry2')],
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
  const names = data.columns.filter((name) => name !== outcome)
  const result = succeed(logisticDrivers(data.numbers(outcome), predictorsIn(names, data)))
  return {
    mcfadden: result.mcFaddenR2,
    shapley: byName(names, result.shares),
    coef: byName(result.fit.names, result.fit.coefficients),
    logLik: result.fit.logLikelihood,
  }
}

/** Key drivers of a numeric outcome, of a yes-or-no outcome, or from correlations. */
export const drv: Adapter = (input, { table }: AdapterContext) => {
  if (has(input, 'r12', 'ry1', 'ry2')) return fromCorrelations(input)
  if (!has(input, 'data')) return undefined
  const data = table(input.data)
  const values = new Set(data.numbers(outcomeOf(input, data)))
  const isBinary = [...values].every((value) => value === 0 || value === 1)
  return isBinary ? binaryDrivers(input, data) : linearDrivers(input, data)
}
