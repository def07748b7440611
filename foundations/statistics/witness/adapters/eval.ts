import { eValue, eValueOfDifference, type RatioScale } from '../../causal/e-value.ts'
import type { Adapter } from '../oracle-case.ts'
import { has, numberIn } from './numbers-in.ts'

const scales: Readonly<Record<string, RatioScale>> = {
  RR: 'risk-ratio',
  OR: 'odds-ratio',
  HR: 'hazard-ratio',
}

/** E-value of a risk ratio (RR), of an odds (OR) or hazard ratio (HR) of an outcome that is not rare, or of a standardised difference (d, se). */
export const evaluation: Adapter = (input) => {
  if (has(input, 'd', 'se')) return eValueOfDifference(numberIn(input, 'd'), numberIn(input, 'se'))
  const kind = Object.keys(scales).find((name) => has(input, name))
  if (kind === undefined) return undefined
  const limits = has(input, 'lo', 'hi') ? { low: numberIn(input, 'lo'), high: numberIn(input, 'hi') } : {}
  const { riskRatio, value, limit } = eValue({ value: numberIn(input, kind), ...limits }, scales[kind])
  return { riskRatio, value, limit }
}
