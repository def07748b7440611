import type { WhyNot } from '../estimate.ts'
import { interceptOf, type Predictor } from '../regression/design-matrix.ts'
import { type GlmFit, generalisedLinearModel } from '../regression/generalised-linear-model.ts'
import { cloglogFamily } from '../regression/likelihood-families.ts'
import { finiteFor } from '../sound-result.ts'

/** One row per customer and week. */
export interface ContactWeeks {
  /** Messages of all senders and channels together in the last seven days. */
  readonly contacts: ArrayLike<number>
  /** 1 when the customer unsubscribed, muted or complained in that week. */
  readonly left: ArrayLike<number>
  readonly controls?: readonly Predictor[]
  /** Fewest departures that make a curve; 30 when absent. */
  readonly fewestDepartures?: number
}

/** How departures rise with the number of messages. */
export interface DepartureHazard {
  readonly fit: GlmFit
  readonly departures: number
  /** Probability to leave in a week at a number of contacts, controls at the values given (in order). */
  readonly weeklyHazard: (contacts: number, controls?: readonly number[]) => number
}

const FEWEST_DEPARTURES = 30

/** Weekly probability to leave at a number of contacts: 1 − exp(−exp(constant + slope × ln(1 + contacts))). */
export function hazardAt(contacts: number, { constant, slope }: { constant: number; slope: number }): number {
  const hazard = -Math.expm1(-Math.exp(constant + slope * Math.log1p(contacts)))
  return finiteFor({ contacts, constant, slope }, hazard)
}

/**
 * Hazard of leaving the channel by weekly contacts: complementary log-log on ln(1 + contacts) and controls.
 *
 * Observational unless the caps were drawn at random: loyal people are written to more. 'too-few' below 30 departures (show a table instead), else as `generalisedLinearModel`. Source: Prentice & Gloeckler (1978).
 */
export function departureHazard({
  contacts,
  left,
  controls = [],
  fewestDepartures = FEWEST_DEPARTURES,
}: ContactWeeks): DepartureHazard | WhyNot {
  const departures = Array.from(left).filter((value) => value === 1).length
  if (departures < fewestDepartures) return 'too-few'
  const predictors = [
    interceptOf(left.length),
    { name: 'ln(1 + contacts)', values: Float64Array.from(contacts, Math.log1p) },
    ...controls,
  ]
  const fit = generalisedLinearModel(left, predictors, { family: cloglogFamily })
  if (typeof fit === 'string') return fit
  const [constant = 0, slope = 0, ...others] = fit.coefficients
  return {
    fit,
    departures,
    weeklyHazard: (number: number, values: readonly number[] = []) => {
      const shift = others.reduce((sum, coefficient, i) => sum + coefficient * (values[i] ?? 0), 0)
      return hazardAt(number, { constant: constant + shift, slope })
    },
  }
}
