import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { type CoverageRow, coverageOf } from '../../bench/simulated/coverage-of.ts'
import { coveragePage, judgement } from '../../bench/simulated/coverage-table.ts'

const row: CoverageRow = {
  family: 'means',
  what: 'mean',
  kind: 'interval',
  design: 'n = 5',
  trials: 1000,
  observed: 0.9,
  low: 0.88,
  high: 0.917,
  refused: 0,
}

describe('simulated coverage', () => {
  it('[STA-99] the same seed gives the same rows, another seed others', () => {
    const of = (seed: number) => coverageOf({ seed, trials: 200, part: 0, parts: 500 })
    expect(of(1)).toEqual(of(1))
    expect(of(1)).toHaveLength(1)
    expect(of(2)[0]!.observed).not.toBe(of(1)[0]!.observed)
  })

  it('[STA-99] Wilson’s interval at n = 5 and one half holds the truth in 93.75 % of samples: 30 of 32 outcomes, by hand', () => {
    const [{ low, high }] = coverageOf({ seed: 1, trials: 4000, part: 0, parts: 500 }) as [CoverageRow]
    expect(low).toBeLessThan(0.9375)
    expect(high).toBeGreaterThan(0.9375)
  })

  it('[STA-99] a row that does not keep its promise says so', () => {
    expect(judgement(row)).toBe('too narrow')
    expect(judgement({ ...row, observed: 0.95, low: 0.935, high: 0.962 })).toBe('as promised')
    expect(judgement({ ...row, observed: 0.99, low: 0.98, high: 0.995 })).toBe('wider than it needs to be')
    const test: CoverageRow = { ...row, kind: 'test', observed: 0.09, low: 0.074, high: 0.109 }
    expect(judgement(test)).toBe('alarms too often')
    expect(judgement({ ...test, observed: 0.01, low: 0.005, high: 0.02 })).toBe('cautious')
    expect(coveragePage([row], { seed: 1, trials: 1000 })).toContain(
      '| mean | n = 5 | 95 % | 90.0 % | ± 1.9 | 0.0 % | 1,000 | too narrow |',
    )
  })

  it('[STA-99] what to do instead stands below the rows that do not keep their promise', () => {
    const page = (remedy?: string) => coveragePage([{ ...row, remedy }], { seed: 1, trials: 1000 })
    expect(page('wait for 12 answers')).toContain('- *mean* (n = 5): wait for 12 answers.')
    expect(page()).toContain('- *mean* (n = 5): no better method is known here.')
    expect(
      coveragePage([{ ...row, observed: 0.95, low: 0.94, high: 0.96 }], { seed: 1, trials: 9 }),
    ).not.toContain('Where a row')
  })

  it('[STA-99] every method that is off says what to do instead', async () => {
    const page = await readFile(new URL('pages/coverage.md', import.meta.url), 'utf8')
    expect(page).toMatch(/\| as promised \|/)
    expect(page).not.toContain('no better method is known here')
  })
})
