import { interceptOf } from '../../regression/design-matrix.ts'
import { firthLogistic } from '../../regression/firth-logistic.ts'
import type { Adapter } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { has, numbersIn } from './numbers-in.ts'

/** Logistic regression with Firth's penalty, one predictor and a constant. */
export const fir: Adapter = (input) => {
  if (!has(input, 'x', 'y')) return undefined
  const x = numbersIn(input, 'x')
  const fit = succeed(firthLogistic(numbersIn(input, 'y'), [interceptOf(x.length), { name: 'x', values: x }]))
  return { coef: fit.coefficients, se: fit.standardErrors }
}
