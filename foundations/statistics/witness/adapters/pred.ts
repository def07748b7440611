import { predictionQuality } from '../../prediction/prediction-quality.ts'
import type { Adapter } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { completeIn, has } from './numbers-in.ts'

/** Predictive validity of a score. */
export const pred: Adapter = (input) => {
  if (!has(input, 'p', 'y')) return undefined
  const [p = [], y = []] = completeIn(input, 'p', 'y')
  const result = succeed(predictionQuality(p, y))
  return {
    auc: result.auc,
    brier: result.brier,
    logloss: result.logLoss,
    calibration_intercept: result.calibrationIntercept,
    calibration_slope: result.calibrationSlope,
    lift_top20: result.liftTopFifth,
  }
}
