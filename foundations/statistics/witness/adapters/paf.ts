import { attributableFraction, fractionFromRiskRatio } from '../../survival/attributable-fraction.ts'
import type { Adapter } from '../oracle-case.ts'
import { has, numberIn } from './numbers-in.ts'

/** Attributable fraction of a two-by-two table, by both formulas. */
export const paf: Adapter = (input) => {
  if (!has(input, 'bad_and_left', 'bad_and_stayed', 'ok_and_left', 'ok_and_stayed')) return undefined
  const result = attributableFraction({
    exposedLeft: numberIn(input, 'bad_and_left'),
    exposedStayed: numberIn(input, 'bad_and_stayed'),
    otherLeft: numberIn(input, 'ok_and_left'),
    otherStayed: numberIn(input, 'ok_and_stayed'),
  })
  return {
    RR: result.riskRatio,
    p_cases_exposed: result.exposedAmongLeavers,
    PAF: fractionFromRiskRatio(result.exposedAmongLeavers ?? Number.NaN, result.riskRatio ?? Number.NaN),
    PAF_levin: result.value,
    naive_share_of_leavers_with_bad_experience: result.exposedAmongLeavers,
  }
}
