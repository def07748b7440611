import { describe, expect, it } from 'vitest'
import { cumulativeLogit } from './cumulative-logit.ts'
import { interceptOf } from './design-matrix.ts'
import { generalisedLinearModel } from './generalised-linear-model.ts'
import { leastSquares } from './least-squares.ts'
import { logitFamily } from './likelihood-families.ts'
import { robustCovariance, standardErrorsOf } from './sandwich.ts'
import { scoredCumulativeLogit, scoredGlm, scoreSandwich } from './score-sandwich.ts'

function known<T extends object>(result: T | string): T {
  if (typeof result === 'string') throw new Error(result)
  return result
}

/** Twenty customers of five stores: promoter or not, a judgement of three levels, and minutes waited. */
const promoter = [1, 0, 1, 1, 0, 1, 0, 0, 1, 1, 0, 1, 0, 0, 1, 0, 1, 1, 0, 0]
const judgement = [3, 2, 2, 3, 1, 2, 1, 2, 3, 3, 1, 1, 2, 1, 3, 2, 3, 1, 2, 2]
const x = {
  name: 'x',
  values: [2.1, 0.4, 1.9, 3, 1.2, 2.2, 0.1, 1.5, 0.9, 2.7, 0.8, 1.1, 2, 0.3, 1.8, 1.4, 2.5, 0.7, 1.6, 0.2],
}
const stores = promoter.map((_, i) => Math.floor(i / 4))
const options = { family: logitFamily }
const predictors = [interceptOf(20), x]

const close = (values: readonly number[], expected: readonly number[]) =>
  values.forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i]!, 6)
  })

describe('scoreSandwich', () => {
  it('[STA-118] robust and clustered errors of a logistic model agree with R 4.2.2 (glm, scores by hand)', () => {
    const fit = known(generalisedLinearModel(promoter, predictors, options))
    const scored = scoredGlm(fit, { y: promoter, predictors, options })
    close(
      standardErrorsOf(scoreSandwich(scored, undefined, 'CR0').covariance),
      [1.13165660347, 0.624441756852],
    )
    close(standardErrorsOf(scoreSandwich(scored, stores).covariance), [1.12434603734, 0.591573885558])
  })

  it('[STA-118] robust and clustered errors of an ordinal model agree with R 4.2.2 (likelihood and derivatives by hand)', () => {
    const fit = known(cumulativeLogit(judgement, [x]))
    const scored = scoredCumulativeLogit(fit, judgement, [x])
    close(
      standardErrorsOf(scoreSandwich(scored, undefined, 'CR0').covariance),
      [1.21138496229, 1.6142803209, 0.722822506322],
    )
    close(
      standardErrorsOf(scoreSandwich(scored, stores).covariance),
      [0.677711180555, 1.22565424142, 0.425152446237],
    )
  })

  it('[STA-118] the scores of a fit add up to 0, and one cluster or a wrong number of them is refused', () => {
    const fit = known(generalisedLinearModel(promoter, predictors, options))
    const scored = scoredGlm(fit, { y: promoter, predictors, options })
    const total = scored.scores.reduce((sum, score) => sum + score[1]!, 0)
    expect(total).toBeCloseTo(0, 9)
    expect(() =>
      scoreSandwich(
        scored,
        promoter.map(() => 'all'),
      ),
    ).toThrow('1 clusters')
    expect(() => scoreSandwich(scored, [1, 2])).toThrow('2 clusters for 20')
  })

  it('[STA-102] of a linear model HC0 < HC2 < HC3 for every coefficient, and HC1 is HC0 × 20 / 18', () => {
    const fit = known(leastSquares(judgement, predictors))
    const errors = (['HC0', 'HC1', 'HC2', 'HC3'] as const).map((kind) =>
      robustCovariance(fit, kind).diagonal(),
    )
    expect(errors[1]![1]! / errors[0]![1]!).toBeCloseTo(20 / 18, 12)
    expect(errors[0]![1]! < errors[2]![1]! && errors[2]![1]! < errors[3]![1]!).toBe(true)
  })
})
