import { describe, expect, it } from 'vitest'
import { paretoAlive, paretoExpected, paretoLogLikelihood } from './pareto-nbd.ts'

/** Parameters near those of CDNOW (Fader & Hardie). */
const parameters = { r: 0.55, alpha: 10.58, s: 0.61, beta: 11.67 }

describe('Pareto/NBD', () => {
  it.each([
    [
      { repeats: 2, recency: 30.43, observed: 38.86 },
      [-9.561981260843156, 0.8684109171320916, 1.4503713747917109],
    ],
    [
      { repeats: 0, recency: 0, observed: 38.86 },
      [-0.5170251508877309, 0.2937739504674205, 0.10582535589031976],
    ],
    [
      { repeats: 7, recency: 35.7, observed: 38 },
      [-21.71762916349983, 0.9657479711245339, 4.847504916333034],
    ],
  ])(
    '[STA-186] %o: likelihood, P(alive) and purchases over 39 weeks (NumPy, summed over a fine grid of both rates)',
    (history, [logLikelihood = 0, alive = 0, expected = 0]) => {
      expect(paretoLogLikelihood(parameters, history)).toBeCloseTo(logLikelihood, 8)
      expect(paretoAlive(parameters, history)).toBeCloseTo(alive, 8)
      expect(paretoExpected(parameters, history, 39)).toBeCloseTo(expected, 7)
    },
  )

  it('[STA-186] there is no gap at s = 1, nothing is expected of no time, and more time brings more', () => {
    const history = { repeats: 3, recency: 20, observed: 30 }
    const at = (s: number, horizon: number) => paretoExpected({ ...parameters, s }, history, horizon)
    expect(at(1, 20)).toBeCloseTo((at(1 - 1e-6, 20) + at(1 + 1e-6, 20)) / 2, 9)
    expect(at(0.6, 0)).toBeCloseTo(0, 12)
    expect(at(0.6, 30)).toBeGreaterThan(at(0.6, 20))
  })
})
