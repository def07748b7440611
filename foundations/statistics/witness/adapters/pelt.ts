import { breaksByBic, changePoints } from '../../change/change-points.ts'
import { Leading } from '../mismatches.ts'
import type { Adapter, CaseInput } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { has, numberIn, textIn } from './numbers-in.ts'

/** A penalty as a number, or in words: "2 log n", "AIC" (2), "SIC" or "BIC" (ln n), "MBIC" (3 ln n); the package's own when it is not said. */
function penaltyIn(input: CaseInput, n: number): { penalty?: number } {
  if (!has(input, 'penalty')) return {}
  if (typeof input.penalty === 'number') return { penalty: input.penalty }
  const words = textIn(input, 'penalty')
  const named: Readonly<Record<string, number>> = {
    AIC: 2,
    SIC: Math.log(n),
    BIC: Math.log(n),
    MBIC: 3 * Math.log(n),
  }
  const [, times] = words.match(/^(\d+(?:\.\d+)?)?\s*\*?\s*log\(?\s*n\s*\)?$/) ?? []
  const penalty =
    named[words.toUpperCase()] ?? (/log/.test(words) ? Number(times ?? 1) * Math.log(n) : Number(words))
  if (!Number.isFinite(penalty)) throw new RangeError(`the penalty ${words} is not known`)
  return { penalty }
}

/** Change points of the mean in the last column, by a penalty or by an information criterion. */
export const pelt: Adapter = (input, { table }) => {
  if (!has(input, 'data')) return undefined
  const data = table(input.data)
  const values = data.numbers(data.columns.at(-1)!)
  if (has(input, 'h')) {
    const search = succeed(breaksByBic(values, { shortestShare: numberIn(input, 'h') }))
    return { breakpoints: search.after, bic: new Leading(search.bic) }
  }
  const options = { ...penaltyIn(input, values.length), shortest: numberIn(input, 'min_segment', 1) }
  const result = succeed(changePoints(values, options))
  return { changepoints: result.after, cost: result.cost, segment_means: result.means }
}
