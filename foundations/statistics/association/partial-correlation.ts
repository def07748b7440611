import type { WhyNot } from '../estimate.ts'
import { interceptOf, type Predictor } from '../regression/design-matrix.ts'
import { leastSquares } from '../regression/least-squares.ts'
import { type Correlation, correlationTest, pearson } from './correlation.ts'

/**
 * Correlation of two measures once the controls are taken out of both (residual method), with t test and Fisher interval.
 *
 * Degrees of freedom n − 2 − number of controls. 'too-few' when none is left, 'collinear' when the controls combine each other, 'constant' when they
 * explain a measure wholly. Equal to R `ppcor::pcor.test`.
 */
export function partialCorrelation(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  { controls, level = 0.95 }: { controls: readonly Predictor[]; level?: number },
): Correlation | WhyNot {
  if (x.length < controls.length + 3) return 'too-few'
  const explained = [interceptOf(x.length), ...controls]
  const [fitX, fitY] = [leastSquares(x, explained), leastSquares(y, explained)]
  if (typeof fitX === 'string') return fitX
  if (typeof fitY === 'string') return fitY
  const r = pearson(fitX.residuals, fitY.residuals)
  if (r === null) return 'constant'
  if (!Number.isFinite(r)) return 'not-finite'
  return correlationTest(r, x.length, { controls: controls.length, level })
}
