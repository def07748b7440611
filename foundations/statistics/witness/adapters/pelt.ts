import { breaksByBic, changePoints } from '../../change/change-points.ts'
import { Leading } from '../mismatches.ts'
import type { Adapter } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { has, numberIn } from './numbers-in.ts'

/** Change points of the mean in the last column, by a penalty or by an information criterion. */
export const pelt: Adapter = (input, { table }) => {
  if (!has(input, 'data')) return undefined
  const data = table(input.data)
  const values = data.numbers(data.columns.at(-1)!)
  if (has(input, 'h')) {
    const search = succeed(breaksByBic(values, { shortestShare: numberIn(input, 'h') }))
    return { breakpoints: search.after, bic: new Leading(search.bic) }
  }
  const options = { penalty: numberIn(input, 'penalty'), shortest: numberIn(input, 'min_segment', 1) }
  const result = succeed(changePoints(values, options))
  return { changepoints: result.after, cost: result.cost, segment_means: result.means }
}
