import type { BetaGeometricParameters } from '../../../foundations/statistics/repurchase/beta-geometric.ts'
import type { FollowedParameters } from '../../../foundations/statistics/repurchase/followed-customer.ts'
import { parameterDraws } from '../../../foundations/statistics/resampling/parameter-draws.ts'
import type { LeavingModel, Rates } from './leaving-models.ts'

/** The estimated parameters of a model. */
export function ratesOf(model: LeavingModel): Rates {
  return model.kind === 'followed' ? model.fit.parameters : model.parameters
}

/** Parameters of a model as they could as well have come out; null where its fit does not say how sure it is. */
export function drawnRates(
  model: LeavingModel,
  draws: { readonly draws: number; readonly seed: number },
): readonly Rates[] | null {
  const covariance = model.kind === 'followed' ? model.fit.covariance : model.covariance
  const drawn = covariance && parameterDraws({ centre: logsOf(model), covariance }, draws)
  return drawn?.map((logs) => fromLogs(model, logs)) ?? null
}

function logsOf(model: LeavingModel): number[] {
  const rates = ratesOf(model)
  if (model.kind === 'followed') {
    const { r, alpha, leaving } = rates as FollowedParameters
    return [r, alpha, leaving].map(Math.log)
  }
  const { r, alpha, a, b } = rates as BetaGeometricParameters
  return [r, alpha, a, b].map(Math.log)
}

function fromLogs({ kind }: LeavingModel, logs: readonly number[]): Rates {
  const [r = 0, alpha = 0, third = 0, fourth = 0] = logs.map(Math.exp)
  return kind === 'followed' ? { r, alpha, leaving: third } : { r, alpha, a: third, b: fourth }
}
