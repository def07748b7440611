import { distributionChange } from '../../change/distribution-change.ts'
import type { Adapter } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { has, numberIn, numbersIn } from './numbers-in.ts'

/** One change of distribution by energy distance. */
export const ediv: Adapter = (input) => {
  if (!has(input, 'x')) return undefined
  const options = { alpha: numberIn(input, 'alpha', 1), shortest: numberIn(input, 'min_size', 10) }
  const { after, energy, p } = succeed(distributionChange(numbersIn(input, 'x'), options))
  return { first_split_after: after, energy_stat: energy, ecp_changepoints_after: p < 0.05 ? after : null, p }
}
