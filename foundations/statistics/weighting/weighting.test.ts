import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meanOfBins } from '../means/mean-of-bins.ts'
import { randomSource } from '../resampling/random-source.ts'
import { binsOfScores } from '../score-bins.ts'
import { calibratedMean } from './calibrated-mean.ts'
import { fitTable } from './fit-table.ts'
import { MERGED, mergeThinLevels } from './merge-thin-levels.ts'
import { type Margin, rakeWeights } from './rake-weights.ts'
import { inversePropensityWeights, responseRepresentativity } from './response-representativity.ts'
import { worstCaseNps } from './worst-case-nps.ts'

function known<T extends object>(result: T | string): T {
  if (typeof result === 'string') throw new Error(result)
  return result
}

const margin = (levels: (string | number)[], totals: Record<string, number>): Margin => ({
  levels,
  totals: new Map(Object.entries(totals)),
})

const age = margin(['young', 'young', 'old', 'old', 'old', 'old'], { young: 60, old: 40 })
const sex = margin(['f', 'm', 'f', 'm', 'f', 'm'], { f: 55, m: 45 })

describe('raking', () => {
  it('[STA-110] the weights reproduce every margin', () => {
    const level = fc.constantFrom('a', 'b', 'c')
    fc.assert(
      fc.property(fc.array(fc.tuple(level, level), { minLength: 9, maxLength: 60 }), (people) => {
        const one = people.map(([a]) => a)
        const two = people.map(([, b]) => b)
        const present = (list: string[]) =>
          Object.fromEntries([...new Set(list)].map((name, i) => [name, 100 + 20 * i]))
        const totals = [present(one), present(two)] as const
        const scale =
          Object.values(totals[0]).reduce((a, b) => a + b, 0) /
          Object.values(totals[1]).reduce((a, b) => a + b, 0)
        const second = Object.fromEntries(
          Object.entries(totals[1]).map(([name, total]) => [name, total * scale]),
        )
        const result = rakeWeights([margin(one, totals[0]), margin(two, second)], {
          capAtMedians: Number.POSITIVE_INFINITY,
        })
        if (typeof result === 'string') {
          expect(result).toBe('not-converged')
          return
        }
        for (const [name, total] of Object.entries(totals[0])) {
          const sum = result.weights.reduce((s, weight, i) => s + (one[i] === name ? weight : 0), 0)
          expect(sum).toBeCloseTo(total, 6)
        }
      }),
    )
  })

  it('[STA-110] without interaction in the sample the weights are products of the margins, by hand', () => {
    const { weights, nEffective } = known(rakeWeights([age, sex]))
    expect(weights[0]).toBeCloseTo(33, 8)
    expect(weights[3]).toBeCloseTo(9, 8)
    expect(nEffective).toBeLessThan(6)
  })

  it('[STA-111] a level nobody answered at, an unknown level and contradicting margins are refused', () => {
    expect(rakeWeights([margin(['a', 'a'], { a: 5, b: 5 })])).toBe('group-too-small')
    expect(rakeWeights([margin(['a', 'c'], { a: 5 })])).toBe('weights-not-positive')
    expect(rakeWeights([])).toBe('no-answers')
    const contradiction = [margin(['a', 'b'], { a: 10, b: 30 }), margin(['x', 'y'], { x: 30, y: 10 })]
    expect(rakeWeights(contradiction)).toBe('not-converged')
    expect(() => rakeWeights([age, margin(['f'], { f: 100 })])).toThrow(RangeError)
  })

  it('[STA-111] weights above five medians are capped, and that is said', () => {
    const levels = ['rare', ...Array.from({ length: 39 }, () => 'common')]
    const result = known(rakeWeights([margin(levels, { rare: 500, common: 500 })]))
    expect(result.capped).toBe(true)
    expect(Math.max(...result.weights) / result.weights[5]!).toBeLessThanOrEqual(5 + 1e-9)
  })

  it('[STA-111] levels with fewer than 20 answers are merged until the merged level has enough', () => {
    const levels = [
      ...Array<string>(30).fill('a'),
      ...Array<string>(12).fill('b'),
      ...Array<string>(11).fill('c'),
      ...Array<string>(25).fill('d'),
    ]
    const merged = mergeThinLevels(margin(levels, { a: 300, b: 100, c: 50, d: 200 }))
    expect([...merged.totals]).toEqual([
      ['a', 300],
      [MERGED, 150],
      ['d', 200],
    ])
    expect(mergeThinLevels(age, 2)).toBe(age)
  })

  it('[STA-112] a margin that says nothing about the answer leaves the plain standard error', () => {
    const scores = [8, 6, 7, 9, 7, 5]
    const uniform = margin(['x', 'x', 'x', 'x', 'x', 'x'], { x: 60 })
    const { value, standardError } = calibratedMean(scores, {
      weights: scores.map(() => 10),
      margins: [uniform],
    })
    const plain = meanOfBins(binsOfScores(scores))
    expect(value).toBeCloseTo(plain.value!, 12)
    expect(standardError).toBeCloseTo((plain.high! - plain.value!) / 2.570581835636, 9)
    expect(calibratedMean([], { weights: [], margins: [] })).toMatchObject({
      value: null,
      standardError: null,
    })
  })
})

describe('fitTable', () => {
  it('[STA-113] 40, 20 / 30, 10 with margins 50, 50 and 55, 45 becomes 25, 25 / 30, 20 and keeps its odds ratio', () => {
    const { table } = known(
      fitTable(
        [
          [40, 20],
          [30, 10],
        ],
        [50, 50],
        [55, 45],
      ),
    )
    const expected = [
      [25, 25],
      [30, 20],
    ]
    table.forEach((row, i) => {
      row.forEach((value, j) => {
        expect(value).toBeCloseTo(expected[i]![j]!, 8)
      })
    })
    expect((table[0]![0]! * table[1]![1]!) / (table[0]![1]! * table[1]![0]!)).toBeCloseTo(2 / 3, 9)
  })

  it('[STA-113] an empty row that should hold people, or contradicting sums, are refused', () => {
    expect(
      fitTable(
        [
          [0, 0],
          [1, 1],
        ],
        [5, 5],
        [5, 5],
      ),
    ).toBe('zero-denominator')
    expect(
      fitTable(
        [
          [1, 1],
          [1, 1],
        ],
        [5, 5],
        [9, 9],
      ),
    ).toBe('not-converged')
  })
})

describe('non-response', () => {
  const groups = [...Array<number>(100).fill(0), ...Array<number>(100).fill(1)]
  const answered = groups.map((group, i) => (group === 0 ? (i % 100 < 20 ? 1 : 0) : i % 100 < 60 ? 1 : 0))

  it('[STA-114] rates of 20 % and 60 % in two halves give S(ρ) ≈ 0.2 and R ≈ 0.6, by hand', () => {
    const result = known(responseRepresentativity(answered, [{ name: 'group', values: groups }]))
    const s = Math.sqrt((200 * 0.04) / 199)
    expect(result.propensitySd).toBeCloseTo(s, 8)
    expect(result.rIndicator).toBeCloseTo(1 - 2 * s, 8)
    expect(result.maxBiasFactor).toBeCloseTo(s / 0.4, 8)
    expect(result).toMatchObject({ isRepresentative: false, responseRate: 0.4 })
    const weights = inversePropensityWeights(result, answered)
    expect(weights).toHaveLength(80)
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(200, 6)
  })

  it('[STA-114] fewer than ten people per predictor on either side is too few', () => {
    expect(responseRepresentativity([1, 0, 1, 0], [])).toBe('too-few')
  })

  it('[STA-115] 300 answers of 1,000 with NPS 22 leave −63.4 to 76.6 for everybody', () => {
    const bounds = known(worstCaseNps(22, { invited: 1000, respondents: 300 }))
    expect(bounds.low).toBeCloseTo(-63.4, 10)
    expect(bounds.high).toBeCloseTo(76.6, 10)
    expect(worstCaseNps(22, { invited: 0, respondents: 0 })).toBe('zero-denominator')
    expect(() => worstCaseNps(22, { invited: 1, respondents: 2 })).toThrow(RangeError)
  })
})

describe('raking of counted cells', () => {
  const random = randomSource(3)
  const age = Array.from({ length: 300 }, () => ['young', 'middle', 'old'][random.index(3)]!)
  const sex = Array.from({ length: 300 }, () => 'fm'[random.index(2)]!)
  const totals = {
    age: new Map<string | number, number>([
      ['young', 100],
      ['middle', 700],
      ['old', 200],
    ]),
    sex: new Map<string | number, number>([
      ['f', 480],
      ['m', 520],
    ]),
  }

  it('[STA-95] gives every respondent of a cell the weight of raking the respondents, the cap included', () => {
    const people = [
      { levels: age, totals: totals.age },
      { levels: sex, totals: totals.sex },
    ]
    const keys = age.map((level, i) => `${level} ${sex[i]}`)
    const cells = [...new Set(keys)]
    const counted = [
      { levels: cells.map((cell) => cell.split(' ')[0]!), totals: totals.age },
      { levels: cells.map((cell) => cell.split(' ')[1]!), totals: totals.sex },
    ]
    const counts = cells.map((cell) => keys.filter((key) => key === cell).length)
    for (const capAtMedians of [Number.POSITIVE_INFINITY, 2]) {
      const each = known(rakeWeights(people, { capAtMedians }))
      const byCell = known(rakeWeights(counted, { counts, capAtMedians }))
      expect(byCell.capped).toBe(capAtMedians === 2)
      expect(byCell.nEffective).toBeCloseTo(each.nEffective, 9)
      for (const [i, key] of keys.entries())
        expect(byCell.weights[cells.indexOf(key)]).toBeCloseTo(each.weights[i]!, 12)
    }
  })
})
