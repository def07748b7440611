import { chiSquaredCdf, chiSquaredUpper } from '../../distributions/chi-squared.ts'
import { fisherCdf, fisherUpper } from '../../distributions/fisher-f.ts'
import { hypergeometric2F1 } from '../../distributions/hypergeometric.ts'
import { incompleteBeta } from '../../distributions/incomplete-beta.ts'
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
  lgamma: (x = 1) => logGamma(x),
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
