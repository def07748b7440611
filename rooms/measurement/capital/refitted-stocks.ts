import type { WhyNot } from '../../../foundations/statistics/estimate.ts'
import { interceptOf } from '../../../foundations/statistics/regression/design-matrix.ts'
import {
  type GlmFit,
  generalisedLinearModel,
} from '../../../foundations/statistics/regression/generalised-linear-model.ts'
import { logitFamily } from '../../../foundations/statistics/regression/likelihood-families.ts'
import { retentionOfHalfLife } from '../../../foundations/statistics/stocks/experience-stocks.ts'
import type { HalfLives, PanelRows } from './stocks-of-people.ts'

/** How stocks of other half-lives keep people. */
export function refitted({ customers, good, bad, stayed }: PanelRows, halfLives: HalfLives): GlmFit | WhyNot {
  const stocks = (inflow: Float64Array, halfLife: number) => {
    const retention = retentionOfHalfLife(halfLife)
    const kept = new Float64Array(inflow.length)
    for (let row = 0; row < inflow.length; row++)
      kept[row] = inflow[row]! + (customers[row] === customers[row - 1] ? retention * kept[row - 1]! : 0)
    return kept
  }
  return generalisedLinearModel(
    stayed,
    [
      interceptOf(stayed.length),
      { name: 'good', values: stocks(good, halfLives.good) },
      { name: 'bad', values: stocks(bad, halfLives.bad) },
    ],
    { family: logitFamily },
  )
}
