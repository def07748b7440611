import { leadCorrelations } from '../../association/lead-correlations.ts'
import type { Adapter } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { has, numberIn, numbersIn } from './numbers-in.ts'

/** Lead of one series over another. */
export const lag: Adapter = (input) => {
  if (!has(input, 'x', 'y')) return undefined
  const options = { maxLead: numberIn(input, 'max_lead', 6) }
  const result = succeed(leadCorrelations(numbersIn(input, 'x'), numbersIn(input, 'y'), options))
  return { phi: result.phi, ccf_lead: result.correlations, best_lead: result.bestLead, band95: result.band }
}
