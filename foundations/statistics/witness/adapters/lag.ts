import { leadCorrelations } from '../../association/lead-correlations.ts'
import { Leading } from '../mismatches.ts'
import type { Adapter } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { has, numberIn, numbersIn } from './numbers-in.ts'

/** Lead of one series over another. */
export const lag: Adapter = (input) => {
  if (!has(input, 'x', 'y')) return undefined
  const options = {
    maxLead: numberIn(input, 'max_lead', 6),
    level: numberIn(input, 'conf', 0.95),
    shortest: 4,
  }
  const result = succeed(leadCorrelations(numbersIn(input, 'x'), numbersIn(input, 'y'), options))
  const band = `band${Math.round(100 * options.level)}`
  return {
    phi: result.phi,
    ccf_lead: new Leading(result.correlations),
    best_lead: result.bestLead,
    [band]: result.band,
  }
}
