import { fisherUpper } from '../distributions/fisher-f.ts'
import type { WhyNot } from '../estimate.ts'
import { interceptOf, type Predictor } from '../regression/design-matrix.ts'
import { leastSquares } from '../regression/least-squares.ts'
import { sound } from '../sound-result.ts'

function lagsOf(series: ArrayLike<number>, lags: number, name: string): Predictor[] {
  return Array.from({ length: lags }, (_, k) => ({
    name: `${name} ${k + 1} before`,
    values: Float64Array.from({ length: series.length - lags }, (__, t) => series[t + lags - k - 1]!),
  }))
}

/**
 * Granger precedence: does the past of `cause` improve the prediction of `effect` beyond its own past?
 *
 * F test of the `lags` past values of `cause` in a regression of `effect` on its own `lags` past values. Series must be stationary (difference
 * them first); 40 periods or more are advised. Say "precedes", never "causes". Equal to R `lmtest::grangertest`. Source: Granger (1969), Econometrica 37:424.
 */
export function grangerPrecedence(
  cause: ArrayLike<number>,
  effect: ArrayLike<number>,
  lags: number,
): { f: number; p: number; degreesOfFreedom: readonly [number, number] } | WhyNot {
  if (cause.length !== effect.length) throw new RangeError('both series need the same periods')
  const n = effect.length - lags
  if (n <= 2 * lags + 1) return 'too-few'
  const outcome = Float64Array.from({ length: n }, (_, t) => effect[t + lags]!)
  const own = [interceptOf(n), ...lagsOf(effect, lags, 'effect')]
  const restricted = leastSquares(outcome, own)
  const full = leastSquares(outcome, [...own, ...lagsOf(cause, lags, 'cause')])
  if (typeof full === 'string') return full
  if (typeof restricted === 'string') return restricted
  const gained = restricted.residualSumOfSquares - full.residualSumOfSquares
  const f = gained / lags / (full.residualSumOfSquares / full.degreesOfFreedom)
  const degrees = { numerator: lags, denominator: full.degreesOfFreedom }
  return sound<{ f: number; p: number; degreesOfFreedom: readonly [number, number] }>({
    f,
    p: fisherUpper(f, degrees),
    degreesOfFreedom: [lags, full.degreesOfFreedom],
  })
}
