import { syntheticDifference } from '../../causal/synthetic-difference.ts'
import type { Adapter } from '../oracle-case.ts'
import { byName, succeed } from './formula.ts'
import { has } from './numbers-in.ts'

/** Synthetic difference in differences; the columns are unit, period, outcome, treated. */
export const sdid: Adapter = (input, { table }) => {
  if (!has(input, 'data')) return undefined
  const data = table(input.data)
  const [unit = '', period = '', outcome = '', treated = ''] = data.columns
  const [units, periods, values, changed] = [
    data.text(unit),
    data.numbers(period),
    data.numbers(outcome),
    data.numbers(treated),
  ]
  const allPeriods = [...new Set(periods)].sort((a, b) => a - b)
  const changedUnits = new Set(units.filter((_, i) => changed[i] === 1))
  const firstChange = Math.min(...periods.filter((_, i) => changed[i] === 1))
  const courseOf = (name: string) => {
    const course = new Float64Array(allPeriods.length).fill(Number.NaN)
    units.forEach((other, i) => {
      if (other === name) course[allPeriods.indexOf(periods[i]!)] = values[i]!
    })
    if (course.some(Number.isNaN)) throw new RangeError(`${name} is not observed in every period`)
    return course
  }
  const controlNames = [...new Set(units)].filter((name) => !changedUnits.has(name))
  const periodsBefore = allPeriods.indexOf(firstChange)
  const result = succeed(
    syntheticDifference({
      controls: controlNames.map(courseOf),
      treated: [...changedUnits].map(courseOf),
      periodsBefore,
    }),
  )
  return {
    sdid: result.effect,
    sc: result.syntheticControl,
    did: result.plainDifference,
    sdid_top: byName(controlNames, result.unitWeights),
    sc_top: byName(controlNames, result.syntheticControlWeights),
    time_weights: byName(allPeriods.slice(0, periodsBefore).map(String), result.periodWeights),
  }
}
