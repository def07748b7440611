import { describe, expect, it } from 'vitest'
import { randomSource } from '../resampling/random-source.ts'
import { fixedEffects } from './fixed-effects.ts'
import { panelChain } from './panel-chain.ts'
import { freedSlope, type PanelLink, panelLink } from './panel-link.ts'
import { panelLinks } from './panel-links.ts'
import type { PanelMatrix } from './panel-matrix.ts'

function known<T>(result: T | string): T {
  if (typeof result === 'string') throw new Error(result)
  return result as T
}

interface Planted {
  readonly units: number
  readonly periods: number
  readonly seed: number
  /** Sampling variance of x and of the mediator. */
  readonly noise: number
}

/** x moves the mediator two periods later by 0.6, which moves y one period later by 0.5; units differ in level. */
function planted({ units, periods, seed, noise }: Planted) {
  const random = randomSource(seed)
  const at = (unit: number, period: number) => unit * periods + period
  const lived = { x: new Float64Array(units * periods), m: new Float64Array(units * periods) }
  const y = new Float64Array(units * periods)
  for (let unit = 0; unit < units; unit++) {
    const level = random.normal()
    for (let period = 0; period < periods; period++) {
      const cell = at(unit, period)
      lived.x[cell] = level + 0.5 * random.normal()
      lived.m[cell] = 2 * level + 0.6 * (period < 2 ? 0 : lived.x[cell - 2]!) + 0.15 * random.normal()
      y[cell] = 3 * level + 0.5 * (period < 1 ? 0 : lived.m[cell - 1]!) + 0.1 * random.normal()
    }
  }
  const seen = (values: Float64Array): PanelMatrix => ({
    units,
    periods,
    values: values.map((value) => value + Math.sqrt(noise) * random.normal()),
    variances: values.map(() => noise),
  })
  return { x: seen(lived.x), mediator: seen(lived.m), y: { units, periods, values: y } }
}

describe('panelLink', () => {
  const { x, mediator } = planted({ units: 12, periods: 10, seed: 3, noise: 0.02 })

  it('[STA-158] equals fixed effects of the rows that both series have', () => {
    const holed = { ...mediator, values: Float64Array.from(mediator.values) }
    for (const cell of [5, 17, 63]) holed.values[cell] = Number.NaN
    const rows = Array.from({ length: 120 }, (_, cell) => cell).filter(
      (cell) => cell % 10 >= 2 && !Number.isNaN(holed.values[cell]),
    )
    const fit = known(
      fixedEffects({
        y: rows.map((cell) => holed.values[cell]!),
        predictors: [{ name: 'x', values: rows.map((cell) => x.values[cell - 2]!) }],
        units: rows.map((cell) => Math.floor(cell / 10)),
        periods: rows.map((cell) => cell % 10),
      }),
    )
    const link = known(panelLink({ x: { matrix: x, lag: 2 }, y: holed }))
    expect(link.n).toBe(fit.n)
    expect(link.slope).toBeCloseTo(fit.coefficients[0]!.value, 9)
    expect(link.standardError).toBeCloseTo(fit.coefficients[0]!.standardError, 9)
    expect(link.p).toBeCloseTo(fit.coefficients[0]!.p, 9)
  })

  it('[STA-158] many pairs at once give what each gives alone, and the planted lag stands out', () => {
    const pairs = [
      { x: 0, y: 1 },
      { x: 1, y: 0 },
    ]
    const found = panelLinks([x, mediator], { pairs, mostLag: 3 })
    expect(found).toHaveLength(8)
    for (const { x: from, y: to, lag, link } of found) {
      const series = [x, mediator]
      const alone = known(panelLink({ x: { matrix: series[from]!, lag }, y: series[to]! }))
      expect(known(link).slope).toBeCloseTo(alone.slope, 10)
      expect(known(link).standardError).toBeCloseTo(alone.standardError, 10)
      expect(known(link).reliability).toBeCloseTo(alone.reliability, 10)
    }
    const strongest = found.toSorted((a, b) => known(a.link).p - known(b.link).p)[0]!
    expect(strongest).toMatchObject({ x: 0, y: 1, lag: 2 })
  })

  it('[STA-158] a constant figure, or one that its controls explain, has no link', () => {
    const constant = { ...x, values: new Float64Array(120).fill(4) }
    expect(panelLink({ x: { matrix: constant, lag: 0 }, y: mediator })).toBe('constant')
    const control = { matrix: x, lag: 0 }
    expect(panelLink({ x: control, y: mediator, controls: [control] })).toBe('constant')
  })
})

describe('freed of noise', () => {
  const draws = { draws: 400, seed: 1 }
  const linked = (seed: number, noise: number): PanelLink => {
    const { x, mediator } = planted({ units: 40, periods: 24, seed, noise })
    return known(panelLink({ x: { matrix: x, lag: 2 }, y: mediator }))
  }

  it('[STA-159] the planted slope lies in its limits, where the observed slope falls short', () => {
    for (const seed of [1, 2, 3]) {
      const link = linked(seed, 0.15)
      const freed = freedSlope(link, draws)
      expect(link.slope).toBeLessThan(0.5)
      expect(freed.low!).toBeLessThan(0.6)
      expect(freed.high!).toBeGreaterThan(0.6)
      expect(Math.abs(link.reliability - 0.25 / 0.4)).toBeLessThan(0.08)
    }
  })

  it('[STA-159] where nearly all is noise, or units are few, there is no slope', () => {
    expect(freedSlope(linked(4, 2), draws)).toMatchObject({ value: null, why: 'too-noisy' })
    expect(freedSlope({ ...linked(4, 0.1), units: 7 }, draws)).toMatchObject({ value: null, why: 'too-few' })
  })

  it('[STA-159] a chain finds both arrows and what runs through', () => {
    const { x, mediator, y } = planted({ units: 40, periods: 24, seed: 8, noise: 0.03 })
    const chain = known(panelChain({ x, mediator, y, lags: [2, 1] }, draws))
    const holds = ({ low, high }: { low: number | null; high: number | null }, value: number) =>
      low! < value && value < high!
    expect(holds(chain.a, 0.6)).toBe(true)
    expect(holds(chain.b, 0.5)).toBe(true)
    expect(holds(chain.indirect, 0.3)).toBe(true)
    expect(holds(chain.direct, 0)).toBe(true)
    const few = { units: 7, periods: 24 }
    const cut = (matrix: PanelMatrix) => ({ ...few, values: Array.from(matrix.values).slice(0, 7 * 24) })
    expect(panelChain({ x: cut(x), mediator: cut(mediator), y: cut(y), lags: [2, 1] }, draws)).toBe('too-few')
  })
})
