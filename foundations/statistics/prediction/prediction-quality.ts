import { ranksOf } from '../association/ranks.ts'
import { criticalZ } from '../distributions/normal.ts'
import type { WhyNot } from '../estimate.ts'
import { interceptOf } from '../regression/design-matrix.ts'
import { generalisedLinearModel } from '../regression/generalised-linear-model.ts'
import { logitFamily } from '../regression/likelihood-families.ts'
import { isSound } from '../sound-result.ts'

/** How well an intention or a risk score foretold what people did. */
export interface PredictionQuality {
  readonly n: number
  readonly events: number
  /** Probability that someone who did it was scored higher than someone who did not; ½ is chance. */
  readonly auc: number
  /** Mean squared distance of the forecast from what happened. */
  readonly brier: number
  readonly logLoss: number
  /** Shift of the log odds that the forecasts need; 0 is calibrated. */
  readonly calibrationIntercept: number | null
  /** Stretch of the log odds that the forecasts need; below 1 they are too extreme. */
  readonly calibrationSlope: number | null
  /** False: the slope's 95 % interval excludes 1; show recalibrated forecasts. Null: not computable. */
  readonly isCalibrated: boolean | null
  /** Share of events among the top fifth of forecasts over the overall share. */
  readonly liftTopFifth: number
}

const EDGE = 1e-12

/** Mann–Whitney form of the area under the curve, ties counted half. */
export function areaUnderCurve(scores: ArrayLike<number>, outcomes: ArrayLike<number>): number | WhyNot {
  const events = Array.from(outcomes).filter((value) => value === 1).length
  const others = outcomes.length - events
  if (events === 0 || others === 0) return 'constant'
  const rankSum = ranksOf(scores).reduce((sum, rank, i) => (outcomes[i] === 1 ? sum + rank : sum), 0)
  return (rankSum - (events * (events + 1)) / 2) / (events * others)
}

/**
 * Standard error of the area under the curve from how many did it and how many did not, for any shape of the two distributions of scores.
 *
 * Null where either is missing. Source: Hanley & McNeil (1982), Radiology 143:29.
 */
export function areaUnderCurveError(auc: number, events: number, others: number): number | null {
  if (!(auc >= 0 && auc <= 1) || !(events >= 1) || !(others >= 1)) return null
  const both = auc / (2 - auc)
  const twice = (2 * auc ** 2) / (1 + auc)
  const variance = auc * (1 - auc) + (events - 1) * (both - auc ** 2) + (others - 1) * (twice - auc ** 2)
  const error = Math.sqrt(Math.max(0, variance) / events / others)
  return Number.isFinite(error) ? error : null
}

function calibration(logOdds: Float64Array, outcomes: ArrayLike<number>) {
  const constant = interceptOf(outcomes.length)
  const shift = generalisedLinearModel(outcomes, [constant], { family: logitFamily, offset: logOdds })
  const slope = generalisedLinearModel(outcomes, [constant, { name: 'log odds', values: logOdds }], {
    family: logitFamily,
  })
  return {
    calibrationIntercept: typeof shift === 'string' ? null : shift.coefficients[0]!,
    calibrationSlope: typeof slope === 'string' ? null : slope.coefficients[1]!,
    isCalibrated:
      typeof slope === 'string'
        ? null
        : Math.abs(slope.coefficients[1]! - 1) <= criticalZ(0.95) * slope.standardErrors[1]!,
  }
}

function liftTopFifth(forecasts: ArrayLike<number>, outcomes: ArrayLike<number>): number {
  const n = outcomes.length
  const order = Array.from({ length: n }, (_, i) => i).sort((a, b) => forecasts[b]! - forecasts[a]!)
  const top = order.slice(0, Math.max(1, Math.round(n / 5)))
  const rate = (rows: readonly number[]) => rows.reduce((sum, row) => sum + outcomes[row]!, 0) / rows.length
  return rate(top) / rate(order)
}

/**
 * Quality of probability forecasts (0–1) of an event (0 or 1) seen later: discrimination, accuracy, calibration, lift.
 *
 * 'constant' when everybody or nobody did it. Source: Brier (1950); Cox (1958), Biometrika 45:562; Hanley & McNeil (1982), Radiology 143:29.
 */
export function predictionQuality(
  forecasts: ArrayLike<number>,
  outcomes: ArrayLike<number>,
): PredictionQuality | WhyNot {
  if (forecasts.length !== outcomes.length) throw new RangeError('one outcome per forecast')
  if (outcomes.length === 0) return 'no-answers'
  if (!isSound([forecasts, outcomes])) return 'not-finite'
  const auc = areaUnderCurve(forecasts, outcomes)
  if (typeof auc === 'string') return auc
  const inside = Float64Array.from(forecasts, (p) => Math.min(1 - EDGE, Math.max(EDGE, p)))
  const n = outcomes.length
  const mean = (term: (p: number, y: number) => number) =>
    inside.reduce((sum, p, i) => sum + term(p, outcomes[i]!), 0) / n
  return {
    n,
    events: Array.from(outcomes).reduce((sum, y) => sum + y, 0),
    auc,
    brier: Array.from(forecasts).reduce((sum, p, i) => sum + (p - outcomes[i]!) ** 2, 0) / n,
    logLoss: mean((p, y) => -(y * Math.log(p) + (1 - y) * Math.log1p(-p))),
    ...calibration(
      inside.map((p) => Math.log(p / (1 - p))),
      outcomes,
    ),
    liftTopFifth: liftTopFifth(forecasts, outcomes),
  }
}
