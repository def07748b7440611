import { interceptOf } from '../../regression/design-matrix.ts'
import { firthLogistic } from '../../regression/firth-logistic.ts'
import type { Adapter, CaseInput } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { has, matrixIn, numbersIn } from './numbers-in.ts'

/** One predictor as a list, several as columns side by side, or as rows of one value each. */
function predictorsIn(input: CaseInput, n: number): number[][] {
  if (!Array.isArray(input.x) || !Array.isArray(input.x[0])) return [numbersIn(input, 'x')]
  const matrix = matrixIn(input, 'x')
  if (matrix.length !== n) return matrix
  return matrix[0]!.map((_, column) => matrix.map((row) => row[column]!))
}

/** Logistic regression with Firth's penalty and a constant. */
export const fir: Adapter = (input) => {
  if (!has(input, 'x', 'y')) return undefined
  const given = [numbersIn(input, 'y'), ...predictorsIn(input, numbersIn(input, 'y').length)]
  const kept = Array.from(given[0]!.keys()).filter((row) => given.every((list) => !Number.isNaN(list[row])))
  const [y = [], ...columns] = given.map((list) => kept.map((row) => list[row]!))
  const predictors = columns.map((values, i) => ({ name: `x${i + 1}`, values }))
  const fit = succeed(firthLogistic(y, [interceptOf(y.length), ...predictors]))
  return { coef: fit.coefficients, se: fit.standardErrors }
}
