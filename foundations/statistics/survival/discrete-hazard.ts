import type { WhyNot } from '../estimate.ts'
import { indicatorsOf, interceptOf, type Predictor } from '../regression/design-matrix.ts'
import { type GlmFit, generalisedLinearModel } from '../regression/generalised-linear-model.ts'
import { cloglogFamily, logitFamily } from '../regression/likelihood-families.ts'

/** One row per person and period. */
export interface DiscreteHazardData {
  readonly event: ArrayLike<number>
  readonly covariates: readonly Predictor[]
  /** Period of each row; absent: the hazard is the same in all periods. */
  readonly periods?: ArrayLike<number>
}

function keptRows({ event, periods }: DiscreteHazardData): number[] {
  const all = Array.from({ length: event.length }, (_, i) => i)
  if (!periods) return all
  const periodsWith = (value: number) =>
    new Set(all.filter((i) => event[i] === value).map((i) => periods[i]!))
  const [left, stayed] = [periodsWith(1), periodsWith(0)]
  return all.filter((i) => left.has(periods[i]!) && stayed.has(periods[i]!))
}

/**
 * Discrete-time hazard for contracts that end by the month: logit (odds) or cloglog (hazard ratio) of leaving in a period.
 *
 * With periods, each has a level of its own; periods in which nobody leaves, or everybody, say nothing about the covariates and are left out. Errors are those of `generalisedLinearModel`.
 * Source: Allison (1982), Sociological Methodology 13:61; Prentice & Gloeckler (1978), Biometrics 34:57.
 */
export function discreteHazard(
  data: DiscreteHazardData,
  link: 'logit' | 'cloglog' = 'logit',
): GlmFit | WhyNot {
  const rows = keptRows(data)
  const pick = (values: ArrayLike<number>) => Float64Array.from(rows, (row) => values[row]!)
  const levels = data.periods ? indicatorsOf('period', pick(data.periods)) : []
  const covariates = data.covariates.map(({ name, values }) => ({ name, values: pick(values) }))
  const family = link === 'logit' ? logitFamily : cloglogFamily
  return generalisedLinearModel(pick(data.event), [interceptOf(rows.length), ...covariates, ...levels], {
    family,
  })
}
