import { correlation, kendall, spearman } from '../../association/correlation.ts'
import { partialCorrelation } from '../../association/partial-correlation.ts'
import type { Adapter, AdapterContext, CaseInput } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { completeIn, has, numberIn, textIn, wordsIn } from './numbers-in.ts'

function partial(input: CaseInput, { table }: AdapterContext) {
  const names = [textIn(input, 'x'), textIn(input, 'y'), ...wordsIn(input, 'controls')]
  const data = table(input.data).complete(names)
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

/** The two lists, or the two columns of a table, without pairs in which one is missing. */
function pairsIn(input: CaseInput, { table }: AdapterContext): [number[], number[]] {
  if (Array.isArray(input.x)) {
    const [x = [], y = []] = completeIn(input, 'x', 'y')
    return [x, y]
  }
  const names = [textIn(input, 'x'), textIn(input, 'y')]
  const data = table(input.data).complete(names)
  return [[...data.numbers(names[0]!)], [...data.numbers(names[1]!)]]
}

/** Correlation of two lists, or partial correlation of two columns. */
export const cor: Adapter = (input, context) => {
  if (has(input, 'data', 'controls')) return partial(input, context)
  if (!has(input, 'x', 'y')) return undefined
  const [x, y] = pairsIn(input, context)
  const level = numberIn(input, 'conf', 0.95)
  const { r, p, t, degreesOfFreedom, low, high } = succeed(correlation(x, y, level))
  return {
    n: x.length,
    pearson: r,
    p,
    t,
    df: degreesOfFreedom,
    ci: [low, high],
    spearman: spearman(x, y),
    kendall: kendall(x, y),
  }
}
