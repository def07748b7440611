import { differenceInDifferences, differenceOfMeans } from '../../causal/difference-in-differences.ts'
import type { Adapter, AdapterContext, CaseInput } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { has, numberIn, numbersIn } from './numbers-in.ts'

function byHand(input: CaseInput) {
  const means = ['treated_before', 'treated_after', 'control_before', 'control_after'].map((key) =>
    numberIn(input, key),
  )
  const errors = has(input, 'se') ? numbersIn(input, 'se') : [0, 0, 0, 0]
  type Four = [number, number, number, number]
  const { value, standardError } = differenceOfMeans(means as Four, errors as Four)
  return { did: value, se_independent: standardError }
}

function fromPanel(input: CaseInput, { table }: AdapterContext) {
  const data = table(input.data).complete(['y', 'unit', 'period', 'treated'])
  const panel = {
    y: data.numbers('y'),
    units: data.text('unit'),
    periods: data.numbers('period'),
    treated: data.numbers('treated'),
    firstTreatedPeriod: numberIn(input, 'first_treated_period'),
  }
  const result = succeed(
    differenceInDifferences(panel, numberIn(input, 'reference_period', panel.firstTreatedPeriod - 1)),
  )
  return {
    simple_2x2: result.simple,
    twfe: result.effect.value,
    se_cluster_CR1: result.effect.standardError,
    p_t_Gminus1: result.effect.p,
    event_study: Object.fromEntries(result.eventStudy),
    pretrend_F: result.preTrend?.f,
    pretrend_p: result.preTrend?.p,
  }
}

/** Difference in differences of a panel, or of four means. */
export const did: Adapter = (input, context) => {
  if (has(input, 'data')) return fromPanel(input, context)
  return has(input, 'treated_before', 'treated_after', 'control_before', 'control_after')
    ? byHand(input)
    : undefined
}
