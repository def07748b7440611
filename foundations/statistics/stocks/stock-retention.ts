import type { WhyNot } from '../estimate.ts'
import { interceptOf } from '../regression/design-matrix.ts'
import { leastSquares } from '../regression/least-squares.ts'
import { sound } from '../sound-result.ts'
import { halfLifeOfRetention } from './experience-stocks.ts'

/** How long an outcome remembers its inputs. */
export interface StockRetention {
  /** Share of the stock left after one period, on the grid searched. */
  readonly retention: number
  readonly intercept: number
  readonly slope: number
  readonly residualSumOfSquares: number
  /** Periods; 0 for no memory. */
  readonly halfLife: number
  /** Effect of one lasting unit: slope / (1 − retention). */
  readonly longRunMultiplier: number
}

const FEWEST_PERIODS = 12
const GRID_STEPS = 100

function stockOf(inputs: ArrayLike<number>, retention: number): Float64Array {
  let stock = 0
  return Float64Array.from(inputs, (input) => {
    stock = retention * stock + input
    return stock
  })
}

/**
 * Retention of a stock by profile least squares: outcome = constant + slope × stock, retention searched over 0.00, 0.01, … 0.99, the stock starting from nothing.
 *
 * 'too-few' below 12 periods, 'constant' or 'collinear' when inputs do not vary. Source: Koyck (1954), Distributed Lags and Investment Analysis.
 */
export function stockRetention(
  inputs: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  { fewestPeriods = FEWEST_PERIODS } = {},
): StockRetention | WhyNot {
  const n = outcomes.length
  if (inputs.length !== n) throw new RangeError('one outcome per input')
  if (n < fewestPeriods) return 'too-few'
  const fits = Array.from({ length: GRID_STEPS }, (_, step) => {
    const retention = step / GRID_STEPS
    const fit = leastSquares(outcomes, [
      interceptOf(n),
      { name: 'stock', values: stockOf(inputs, retention) },
    ])
    return { retention, fit }
  })
  const [first] = fits
  if (typeof first!.fit === 'string') return first!.fit
  const lossOf = ({ fit }: (typeof fits)[number]) =>
    typeof fit === 'string' ? Number.POSITIVE_INFINITY : fit.residualSumOfSquares
  const best = fits.reduce((lowest, candidate) => (lossOf(candidate) < lossOf(lowest) ? candidate : lowest))
  const fit = best.fit
  if (typeof fit === 'string') return fit
  const [intercept = 0, slope = 0] = fit.coefficients
  return sound({
    retention: best.retention,
    intercept,
    slope,
    residualSumOfSquares: fit.residualSumOfSquares,
    halfLife: best.retention === 0 ? 0 : halfLifeOfRetention(best.retention),
    longRunMultiplier: slope / (1 - best.retention),
  })
}
