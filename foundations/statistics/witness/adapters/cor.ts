import { correlation, kendall, spearman } from '../../association/correlation.ts'
import { partialCorrelation } from '../../association/partial-correlation.ts'
import type { Adapter, AdapterContext, CaseInput } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { has, numbersIn, textIn, wordsIn } from './numbers-in.ts'

function partial(input: CaseInput, { table }: AdapterContext) {
  const data = table(input.data)
  const [x, y] = [data.numbers(textIn(input, 'x')), data.numbers(textIn(input, 'y'))]
  const controls = wordsIn(input, 'controls').map((name) => ({ name, values: data.numbers(name) }))
  const result = succeed(partialCorrelation(x, y, { controls }))
  return {
    zero_order: succeed(correlation(x, y)).r,
    partial: result.r,
    df: result.degreesOfFreedom,
    t: result.t,
    p: result.p,
    ci95_fisher: [result.low, result.high],
  }
}

/** Correlation of two lists, or partial correlation of two columns. */
export const cor: Adapter = (input, context) => {
  if (has(input, 'data', 'controls')) return partial(input, context)
  if (!Array.isArray(input.x) || !Array.isArray(input.y)) return undefined
  const [x, y] = [numbersIn(input, 'x'), numbersIn(input, 'y')]
  const { r, p, t, degreesOfFreedom, low, high } = succeed(correlation(x, y))
  return {
    pearson: r,
    p,
    t,
    df: degreesOfFreedom,
    ci: [low, high],
    spearman: spearman(x, y),
    kendall: kendall(x, y),
  }
}
