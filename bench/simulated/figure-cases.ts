import { evenness } from '../../foundations/statistics/aggregation/evenness.ts'
import { carriedShare } from '../../foundations/statistics/causal/carried-share.ts'
import { workedOutFigure } from '../../foundations/statistics/comparison/worked-out-figure.ts'
import { criticalZ } from '../../foundations/statistics/distributions/normal.ts'
import { driversOfPairs } from '../../foundations/statistics/importance/drivers-of-pairs.ts'
import { pairSums } from '../../foundations/statistics/importance/pair-sums.ts'
import { meanComposition } from '../../foundations/statistics/means/mean-composition.ts'
import { meanOfBins } from '../../foundations/statistics/means/mean-of-bins.ts'
import {
  areaUnderCurve,
  areaUnderCurveError,
} from '../../foundations/statistics/prediction/prediction-quality.ts'
import { boxShareOfBins } from '../../foundations/statistics/proportions/box-share.ts'
import type { RandomSource } from '../../foundations/statistics/resampling/random-source.ts'
import { linkedScore } from '../../foundations/statistics/scales/linked-score.ts'
import { measurementInvariance } from '../../foundations/statistics/scales/measurement-invariance.ts'
import { binsOfScores } from '../../foundations/statistics/score-bins.ts'
import { alarms, type CoverageCase, designs, holds, sample, successes } from './coverage-case.ts'

/** Figures worked out from others: quotients, compositions, linked scores, evenness, carried shares. */

const normals = (random: RandomSource, n: number, mean: number) => sample(n, () => mean + random.normal())
const meanFigure = (values: readonly number[]) => meanOfBins(binsOfScores(values))

/** Quotient of two means of other people, 4 over 2. */
function quotient(n: number) {
  return (random: RandomSource) => {
    const operands = [meanFigure(normals(random, n, 4)), meanFigure(normals(random, n, 2))]
    const [above, below] = operands.map(({ value }) => value!) as [number, number]
    const gradient = [1 / below, -above / below ** 2]
    return holds(workedOutFigure({ value: above / below, gradient, operands }), 2)
  }
}

/** Difference of two shares of other people by their Wilson limits. */
function shareLeft({ n, p, q }: { readonly n: number; readonly p: number; readonly q: number }) {
  return (random: RandomSource) => {
    const share = (chance: number) => {
      const hits = successes(random, n, chance)
      const scores = sample(n, () => 0).map((_, at) => Number(at < hits))
      return boxShareOfBins(binsOfScores(scores), { from: 1, to: 1 })
    }
    const operands = [share(p), share(q)]
    const value = operands[0]!.value! - operands[1]!.value!
    return holds(workedOutFigure({ value, gradient: [1, -1], operands }), p - q)
  }
}

/** What the level of a group, a third of all, did to the mean of all, where it rose by one. */
function levelEffect(n: number) {
  return (random: RandomSource) => {
    const [now, before] = [n, n].map((size) => successes(random, size, 1 / 3)) as [number, number]
    if (Math.min(now, before) < 2 || Math.max(now, before) > n - 2) return null
    const { parts } = meanComposition([
      { now: binsOfScores(normals(random, now, 4)), before: binsOfScores(normals(random, before, 3)) },
      {
        now: binsOfScores(normals(random, n - now, 3)),
        before: binsOfScores(normals(random, n - before, 3)),
      },
    ])
    return holds(parts[0]!.levelEffect, 1 / 3)
  }
}

/** Answers to three items of people around a level; the third is answered lower by nine tenths. */
function threeItems(random: RandomSource, n: number, level: number): number[][] {
  const felt = normals(random, n, level)
  return [0, 0.3, -0.9].map((ease) => felt.map((one) => one + ease + 0.8 * random.normal()))
}

const meanOver = (items: readonly (readonly number[])[]) =>
  items[0]!.map((_, row) => items.reduce((sum, item) => sum + item[row]!, 0) / items.length)

/** The score on three items of people who were asked two of them, half a point above those who were asked all. */
function linked({ anchors, others }: { readonly anchors: number; readonly others: number }) {
  return (random: RandomSource) => {
    const [all, two] = [threeItems(random, anchors, 4), threeItems(random, others, 4.5)]
    const part = {
      ...{
        weight: 1,
        whole: meanOver(all),
        common: meanOver(all.slice(0, 2)),
        other: meanOver(two.slice(0, 2)),
      },
    }
    return holds(linkedScore({ parts: [part] }), 4.5 - 0.2)
  }
}

/** Whether the second of four items, answered alike, is called answered otherwise by the second of two groups. */
function itemAlike(n: number) {
  return (random: RandomSource) => {
    const group = (level: number) => {
      const felt = normals(random, n, level)
      return sample(4, () => felt.map((one) => one + random.normal()))
    }
    const found = measurementInvariance([group(0), group(0.5)], [0, 0, 0, 0])
    return typeof found === 'string' ? null : alarms(found.items[1]!.p)
  }
}

/** Evenness of five places whose levels are known, each judged by other people. */
function evennessOf({ n, levels }: { readonly n: number; readonly levels: readonly number[] }) {
  return (random: RandomSource) => {
    const figures = levels.map((level) => meanFigure(normals(random, n, level)))
    const covariance = figures.map((_, i) => figures.map((__, j) => (i === j ? 1 / n : 0)))
    const seen = figures.map(({ value }) => value!)
    const found = evenness({ levels: seen, covariance, n: n * levels.length, low: 0, high: 10 })
    if (typeof found === 'string') return null
    const mean = levels.reduce((sum, one) => sum + one, 0) / levels.length
    const spread = Math.sqrt(levels.reduce((sum, one) => sum + (one - mean) ** 2, 0) / levels.length)
    return holds(found.evenness, 1 - spread / Math.sqrt(mean * (10 - mean)))
  }
}

/** Two fifths of a loss of 1.5, felt again later by lenient and strict people. */
function carried(n: number) {
  return (random: RandomSource) => {
    const lenient = normals(random, n, 0)
    const struck = lenient.map(() => Number(random.uniform() < 0.3))
    const here = lenient.map((one, row) => 4 + one - 1.5 * struck[row]! + random.normal())
    const there = lenient.map((one, row) => 4 + one - 0.6 * struck[row]! + random.normal())
    const found = carriedShare({ struck, people: lenient.map((_, row) => row), here, there })
    return typeof found === 'string' ? null : holds(found.share, 0.4)
  }
}

/** The effect of a mark that only people of low outcomes were asked for, 0.5. */
function effectOfSome(n: number) {
  return (random: RandomSource) => {
    const mark = Float64Array.from(normals(random, n, 3))
    const outcome = Float64Array.from(mark, (one, row) => (row % 2 ? 0.5 * one : 6) + random.normal())
    for (let row = 0; row < n; row += 2) mark[row] = Number.NaN
    const bucketOf = Uint16Array.from({ length: n }, (_, row) => row)
    const pairs = pairSums({ columns: [mark, outcome], bucketOf, buckets: n })
    const options = { names: ['mark'], draws: 200, seed: random.index(2 ** 31), smallestN: 10 }
    const found = driversOfPairs(pairs, options)
    return typeof found === 'string' ? null : holds(found.drivers[0]!.effect, 0.5)
  }
}

/** Area under the curve of forecasts that are one standard deviation higher where it happened. */
function curveArea(n: number) {
  return (random: RandomSource) => {
    const outcomes = sample(n, () => Number(random.uniform() < 0.3))
    const scores = outcomes.map((one) => one + random.normal())
    const area = areaUnderCurve(scores, outcomes)
    const events = outcomes.reduce((sum, one) => sum + one, 0)
    if (typeof area === 'string') return null
    const error = areaUnderCurveError(area, events, n - events)
    if (error === null) return null
    const half = criticalZ(0.95) * error
    return holds({ low: area - half, high: area + half }, 0.7602499)
  }
}

const apart = [3, 4, 5, 6, 7]
const alike = [5, 5, 5, 5, 5]

export const figureCases: readonly CoverageCase[] = [
  {
    family: 'comparison',
    what: 'quotient of two means (limits recovered from theirs)',
    kind: 'interval',
    designs: designs({ '12 and 12': 12, '30 and 30': 30 }, quotient),
  },
  {
    family: 'comparison',
    what: 'difference of two shares (limits recovered from Wilson’s)',
    kind: 'interval',
    designs: designs(
      {
        '12 and 12, 20 % and 50 %': { n: 12, p: 0.2, q: 0.5 },
        '30 and 30, 5 % and 5 %': { n: 30, p: 0.05, q: 0.05 },
      },
      shareLeft,
    ),
  },
  {
    family: 'means',
    what: 'what the level of a group did to the mean (Kitagawa, delta method)',
    kind: 'interval',
    designs: designs({ 'n = 30 and 30': 30, 'n = 200 and 200': 200 }, levelEffect),
    remedy: 'read effects of groups of some ten answers as an order, not as figures',
  },
  {
    family: 'scales',
    what: 'score linked over two of three items (chained linear)',
    kind: 'interval',
    designs: designs(
      { '30 anchor 30': { anchors: 30, others: 30 }, '200 anchor 50': { anchors: 200, others: 50 } },
      linked,
    ),
  },
  {
    family: 'scales',
    what: 'an item answered alike by two groups that differ in level (χ² of its intercept freed)',
    kind: 'test',
    mostTrials: 1000,
    designs: designs({ '60 and 60': 60, '200 and 200': 200 }, itemAlike),
  },
  {
    family: 'aggregation',
    what: 'evenness of five places (spread inverted)',
    kind: 'interval',
    mostTrials: 1000,
    designs: designs(
      { 'levels 3 to 7, n = 30': { n: 30, levels: apart }, 'all alike, n = 30': { n: 30, levels: alike } },
      evennessOf,
    ),
  },
  {
    family: 'causal',
    what: 'share of a loss that is felt again (Wald estimator, Fieller)',
    kind: 'interval',
    designs: designs({ '100 people': 100, '400 people': 400 }, carried),
  },
  {
    family: 'importance',
    what: 'effect of a mark that half were asked for, those of another level (buckets drawn again)',
    kind: 'interval',
    mostTrials: 400,
    designs: designs({ 'n = 100': 100, 'n = 400': 400 }, effectOfSome),
  },
  {
    family: 'prediction',
    what: 'area under the curve (Hanley & McNeil)',
    kind: 'interval',
    designs: designs({ 'n = 60': 60, 'n = 300': 300 }, curveArea),
  },
]
