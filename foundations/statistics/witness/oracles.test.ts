import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { agrees, closenessFor } from './closeness.ts'
import { csvTable } from './csv-table.ts'
import { mismatches } from './mismatches.ts'
import type { OracleCase } from './oracle-case.ts'
import { runOracle } from './oracles.ts'

const own = new URL('.', import.meta.url).pathname
const shared = new URL('../../../../shared/oracles/', import.meta.url).pathname

const casesIn = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as OracleCase[]

describe('reference cases kept here', () => {
  const cases = ['cases.json', 'other-cases.json'].flatMap((file) => casesIn(`${own}${file}`))
  it.each(cases.map((oracle) => [oracle.id, oracle.title, oracle] as const))(
    '[STA-90] %s: %s',
    (_, __, oracle) => {
      expect(runOracle(oracle, `${own}data`).line).toMatch(/^pass/)
    },
  )
})

describe.skipIf(!existsSync(`${shared}oracles.json`))(
  'reference cases that cannot be kept here (../shared/oracles; skipped where it is absent)',
  () => {
    const kept = new Set(casesIn(`${own}cases.json`).map(({ id }) => id))
    const ours = ({ id }: OracleCase) => !kept.has(id)
    it('[STA-90] every case whose shape has an adapter passes', () => {
      const outcomes = casesIn(`${shared}oracles.json`)
        .filter(ours)
        .map((oracle) => runOracle(oracle, `${shared}data`))
        .filter(({ line }) => !line.startsWith('not yet'))
      expect(outcomes.filter(({ passed }) => !passed).map(({ line }) => line)).toEqual([])
    }, 600_000)
  },
)

describe('the runner', () => {
  const place = { tol: 1e-6, path: [] }

  it('[STA-91] an expected figure that is missing, NaN or of another kind is a mismatch', () => {
    expect(mismatches({ a: 1, b: [2, 3] }, { a: 1, b: [2] }, place)).toHaveLength(1)
    expect(mismatches({ a: 1 }, {}, place)).toHaveLength(1)
    expect(mismatches({ a: 1 }, { a: Number.NaN }, place)).toHaveLength(1)
    expect(mismatches({ a: 'x', b: true }, { a: 'x', b: true }, place)).toEqual([])
    expect(mismatches({ a: 1 }, { a: 1.0000005 }, place)).toEqual([])
  })

  it('[STA-91] a case that throws or has no adapter does not pass', () => {
    const wrong = { id: 'NPS-0', title: 't', input: { a: [1], b: 'x' }, expected: {}, tol: 0 } as const
    expect(runOracle(wrong, '.')).toMatchObject({ passed: false, line: expect.stringMatching(/^failed/) })
    expect(runOracle({ ...wrong, id: 'ZZZ-1' }, '.').line).toMatch(/^not yet/)
  })

  it.each([
    [
      '1e-10 relative, tails included (1e-8 for quantiles)',
      ['pt(-8,30)'],
      { kind: 'relative', amount: 1e-10 },
    ],
    [
      '1e-10 relative, tails included (1e-8 for quantiles)',
      ['qnorm(0.975)'],
      { kind: 'relative', amount: 1e-8 },
    ],
    ['parameters 1 % relative; logLik 0.05', ['r'], { kind: 'relative', amount: 0.01 }],
    ['parameters 1 % relative; logLik 0.05', ['logLik'], { kind: 'scaled', amount: 0.05 }],
    ['parameters 2 % ; logLik 0.05; sums 1 %', ['sum_p_alive'], { kind: 'relative', amount: 0.01 }],
    ['parameters 2 % ; logLik 0.05; sums 1 %', ['bg', '0'], { kind: 'relative', amount: 0.02 }],
    ['parameters 2 % ; logLik 0.05; sums 1 %', ['bg_logLik'], { kind: 'scaled', amount: 0.05 }],
    ['alpha, r: 1e-8; ML loadings, omega, AVE: 2e-3', ['alpha_raw'], { kind: 'scaled', amount: 1e-8 }],
    ['alpha, r: 1e-8; ML loadings, omega, AVE: 2e-3', ['omega_total_std'], { kind: 'scaled', amount: 2e-3 }],
    [
      'alpha, r: 1e-8; ML loadings, omega, AVE: 2e-3',
      ['ml1_loadings', 'rating'],
      { kind: 'scaled', amount: 2e-3 },
    ],
    ['alpha, r: 1e-8; ML loadings, omega, AVE: 2e-3', ['mean_r'], { kind: 'scaled', amount: 1e-8 }],
    ['did 1e-6; sdid, sc 0.1', ['time_weights', '1986'], { kind: 'scaled', amount: 0.1 }],
    ['scores/alpha 1e-8; CFA 1e-2 relative', ['cfa4', 'chisq'], { kind: 'relative', amount: 1e-2 }],
    [
      'scores/alpha 1e-8; CFA 1e-2 relative',
      ['dimension_0_100', 'sensory'],
      { kind: 'scaled', amount: 1e-8 },
    ],
    ['coefficients 1e-8; bootstrap limits within 0.03', ['indirect'], { kind: 'scaled', amount: 1e-8 }],
    [
      'coefficients 1e-8; bootstrap limits within 0.03',
      ['boot_ci_B20000', '0'],
      { kind: 'absolute', amount: 0.03 },
    ],
    [
      'cif and survival 1e-7; variance within 2 % (Aalen or delta form)',
      ['cause1', 'var', '0'],
      { kind: 'relative', amount: 0.02 },
    ],
    [
      'cif and survival 1e-7; variance within 2 % (Aalen or delta form)',
      ['overall_surv12'],
      { kind: 'scaled', amount: 1e-7 },
    ],
    ['did 1e-6; sdid, sc 0.1', ['did'], { kind: 'scaled', amount: 1e-6 }],
    ['did 1e-6; sdid, sc 0.1', ['sdid'], { kind: 'scaled', amount: 0.1 }],
    ['did 1e-6; sdid, sc 0.1', ['sc_top', 'Utah'], { kind: 'scaled', amount: 0.1 }],
    ['grid exact 1e-9; logit 1e-4', ['logit', 'price'], { kind: 'scaled', amount: 1e-4 }],
    ['grid exact 1e-9; logit 1e-4', ['demand_isotonic', '2'], { kind: 'scaled', amount: 1e-9 }],
    ['integer caps exact; values 1e-8; continuous 1e-4', ['V_by_f', '3'], { kind: 'scaled', amount: 1e-8 }],
    [
      'integer caps exact; values 1e-8; continuous 1e-4',
      ['optimal_continuous'],
      { kind: 'scaled', amount: 1e-4 },
    ],
    [
      'integer caps exact; values 1e-8; continuous 1e-4',
      ['optimal_integer_cap'],
      { kind: 'scaled', amount: 0 },
    ],
    ['mSPRT <= 0.05; naive > 0.4', ['type1_mSPRT'], { kind: 'bound', sign: '<=', amount: 0.05 }],
    ['mSPRT <= 0.05; naive > 0.4', ['type1_naive_z'], { kind: 'bound', sign: '>', amount: 0.4 }],
    [
      'MC bootstrap with B>=10000 within one step (2.5 points) of each end',
      ['exact_percentile', '0'],
      { kind: 'absolute', amount: 2.5 },
    ],
    [
      'each limit within 0.03 absolute with B>=2000',
      ['lo', 'complaints'],
      { kind: 'absolute', amount: 0.03 },
    ],
    ['split exact; stat 1e-6; permutation p<0.05', ['split'], { kind: 'scaled', amount: 0 }],
    ['split exact; stat 1e-6; permutation p<0.05', ['p'], { kind: 'bound', sign: '<', amount: 0.05 }],
    ['acceleration 1e-9; limits within 0.06', ['bca95_approx', '1'], { kind: 'absolute', amount: 0.06 }],
    ['fit 1e-3, loadings 1e-3', ['fit', 'cfi'], { kind: 'scaled', amount: 1e-3 }],
    [
      'objective exact; greedy may be reported but must not be called optimal',
      ['optimum'],
      { kind: 'scaled', amount: 0 },
    ],
    [
      'implementation must reach >= .99 on 20-50 characters, >= .85 on 8-20',
      ['acc_20_50_chars'],
      { kind: 'bound', sign: '>=', amount: 0.99 },
    ],
    [
      'implementation must reach >= .99 on 20-50 characters, >= .85 on 8-20',
      ['acc_8_20'],
      { kind: 'bound', sign: '>=', amount: 0.85 },
    ],
    [
      'in-tenant linear model >= .86 with 2000 labelled, cold-start lexicon >= .70',
      ['tfidf12_logreg_2000'],
      { kind: 'bound', sign: '>=', amount: 0.86 },
    ],
    [
      'in-tenant linear model >= .86 with 2000 labelled, cold-start lexicon >= .70',
      ['pattern_fr_neg_acc'],
      { kind: 'bound', sign: '>=', amount: 0.7 },
    ],
    [
      'in-tenant linear model >= .86 with 2000 labelled, cold-start lexicon >= .70',
      ['learning_curve', '100'],
      { kind: 'bound', sign: '>=', amount: Number.NEGATIVE_INFINITY },
    ],
  ])('[STA-91] "%s" asks of %j: %o', (tolerance, path, closeness) => {
    expect(closenessFor(tolerance, path)).toEqual(closeness)
  })

  it('[STA-91] bounds hold on the figure itself; relative closeness does not forgive small numbers', () => {
    expect(agrees(0.04, 0.033, { kind: 'bound', sign: '<=', amount: 0.05 })).toBe(true)
    expect(agrees(0.39, 0.57, { kind: 'bound', sign: '>', amount: 0.4 })).toBe(false)
    expect(agrees(2e-9, 1e-9, { kind: 'relative', amount: 1e-3 })).toBe(false)
    expect(agrees(4 / 49, 0.08163265306, { kind: 'scaled', amount: 0 })).toBe(true)
    expect(agrees(0.372, 0.37, { kind: 'scaled', amount: 0 })).toBe(false)
    expect(agrees(Number.NaN, 0, { kind: 'scaled', amount: 1 })).toBe(false)
  })

  it('[STA-91] reads quoted fields, empty fields and numbers', () => {
    const table = csvTable('name,value\n"a, ""b""",1.5\nc,\n')
    expect(table.text('name')).toEqual(['a, "b"', 'c'])
    expect([...table.numbers('value')]).toEqual([1.5, Number.NaN])
    expect(() => table.numbers('other')).toThrow('no column other')
  })
})
