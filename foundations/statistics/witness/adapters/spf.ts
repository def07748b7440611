import { chiSquaredCdf, chiSquaredQuantile, chiSquaredUpper } from '../../distributions/chi-squared.ts'
import { fisherCdf, fisherQuantile, fisherUpper } from '../../distributions/fisher-f.ts'
import { hypergeometric2F1 } from '../../distributions/hypergeometric.ts'
import { betaQuantile, incompleteBeta } from '../../distributions/incomplete-beta.ts'
import { incompleteGamma } from '../../distributions/incomplete-gamma.ts'
import { normalCdf, normalQuantile } from '../../distributions/normal.ts'
import { logGamma } from '../../distributions/stirling.ts'
import { studentCdf, studentQuantile } from '../../distributions/student-t.ts'
import type { Adapter } from '../oracle-case.ts'
import { has, wordsIn } from './numbers-in.ts'

const degrees = (numerator: number, denominator: number) => ({ numerator, denominator })

/** Functions under the names R gives them; "upper" asks for the upper tail. */
const FUNCTIONS: Readonly<Record<string, (...args: number[]) => number>> = {
  pnorm: (z = 0) => normalCdf(z),
  'upper pnorm': (z = 0) => normalCdf(-z),
  qnorm: (p = 0) => normalQuantile(p),
  pt: (t = 0, df = 1) => studentCdf(t, df),
  'upper pt': (t = 0, df = 1) => studentCdf(-t, df),
  qt: (p = 0, df = 1) => studentQuantile(p, df),
  pchisq: (x = 0, df = 1) => chiSquaredCdf(x, df),
  'upper pchisq': (x = 0, df = 1) => chiSquaredUpper(x, df),
  pf: (f = 0, df1 = 1, df2 = 1) => fisherCdf(f, degrees(df1, df2)),
  'upper pf': (f = 0, df1 = 1, df2 = 1) => fisherUpper(f, degrees(df1, df2)),
  pbeta: (x = 0, a = 1, b = 1) => incompleteBeta(x, { a, b }).lower,
  'upper pbeta': (x = 0, a = 1, b = 1) => incompleteBeta(x, { a, b }).upper,
  qchisq: (p = 0, df = 1) => chiSquaredQuantile(p, df),
  qf: (p = 0, df1 = 1, df2 = 1) => fisherQuantile(p, degrees(df1, df2)),
  qbeta: (p = 0, a = 1, b = 1) => betaQuantile(p, { a, b }),
  pgamma: (x = 0, shape = 1, rate = 1) => incompleteGamma(shape, x * rate).lower,
  'upper pgamma': (x = 0, shape = 1, rate = 1) => incompleteGamma(shape, x * rate).upper,
  ppois: (k = 0, mean = 1) => incompleteGamma(Math.floor(k) + 1, mean).upper,
  pbinom: (k = 0, n = 1, p = 0.5) =>
    k >= n ? 1 : incompleteBeta(p, { a: Math.floor(k) + 1, b: n - Math.floor(k) }).upper,
  lgamma: (x = 1) => logGamma(x),
  gamma: (x = 1) => Math.exp(logGamma(x)),
  lbeta: (a = 1, b = 1) => logGamma(a) + logGamma(b) - logGamma(a + b),
  beta: (a = 1, b = 1) => Math.exp(logGamma(a) + logGamma(b) - logGamma(a + b)),
  '2F1': (...[a = 1, b = 1, c = 1, z = 0]) => hypergeometric2F1({ a, b, c, z }),
}

function evaluate(expression: string): number {
  const [, name = '', list = ''] = expression.match(/^(.*?)\((.*)\)$/) ?? []
  const args = list.split(/[,;]/).map(Number)
  const incomplete = name.match(/^I_(.+)$/)
  if (incomplete) return FUNCTIONS.pbeta!(Number(incomplete[1]), ...args)
  const evaluated = FUNCTIONS[name.trim()]
  if (!evaluated) throw new RangeError(`there is no function ${name}`)
  return evaluated(...args)
}

/** Special functions, written as in "upper pchisq(60,4)". */
export const spf: Adapter = (input) => {
  if (!has(input, 'functions')) return undefined
  return Object.fromEntries(
    wordsIn(input, 'functions').map((expression) => [expression, evaluate(expression)]),
  )
}
