import { openComputation } from '../foundations/computation/computation.ts'
import { threadedFunction } from '../foundations/computation/threaded-function.ts'
import { changePoints } from '../foundations/statistics/change/change-points.ts'
import { keyDrivers, type resampledShares } from '../foundations/statistics/importance/key-drivers.ts'
import { fitBetaGeometric } from '../foundations/statistics/repurchase/fit-repurchase.ts'
import { alignedJourneys } from '../foundations/statistics/sequences/optimal-alignment.ts'
import { survivalCurves } from '../foundations/statistics/survival/survival-curve.ts'
import { rakeWeights } from '../foundations/statistics/weighting/rake-weights.ts'
import type { Bench, BenchRow } from './bench-result.ts'
import { withDirectory } from './bench-warehouse.ts'
import { type Durations, durationsOf } from './measured.ts'
import {
  designedJourney,
  leavingPeople,
  levelSeries,
  livedJourneys,
  purchaseHistories,
  respondentMargins,
  surveyAnswers,
} from './statistics/bench-populations.ts'
import { peerDuration, writeColumns } from './statistics/peers.ts'
import type { sharesOfRange } from './statistics/shares-of-range.ts'

const runs = 5

/** One analysis: what it is, how long it may take, what it does, and its like elsewhere. */
interface Analysis {
  readonly what: string
  readonly barMs: number
  readonly work: () => unknown
  readonly peer?: () => Promise<Durations | undefined>
}

export const bench: Bench = {
  question: 'How long do the heavy analyses take, beside R or Python where the method exists there?',
  beside: 'R or Python',
  run: ({ seed }) =>
    withDirectory(async (folder) => {
      const rows: BenchRow[] = []
      for (const analyses of [drivers, repurchase, survival, series, raking, journeys])
        for (const analysis of analyses(seed, folder)) rows.push(await rowOf(analysis))
      return { rows, notes }
    }),
}

const notes = [
  `Ours: ${runs} runs on one thread after one to warm up, unless it says two; R and Python: one run, reading the data not counted.`,
  'Drivers and repurchase: NumPy and SciPy (weighted cross-products and `eigh`; `minimize` with L-BFGS-B from one start, ours from three). Survival: R `survfit`. Raking: R `survey::rake` to 1e-8, ours to 1e-13. Change points and alignment: neither has a package here.',
]

async function rowOf({ what, barMs, work, peer }: Analysis): Promise<BenchRow> {
  const ours = await durationsOf(runs, async () => {
    const result = await work()
    if (typeof result === 'string') throw new Error(`${what}: ${result}`)
  })
  const bar = barMs < 1000 ? `p50 < ${barMs} ms` : `p50 < ${barMs / 1000} s`
  return { what, ours, byHand: await peer?.(), bar, kept: ours.p50Ms < barMs }
}

function drivers(seed: number, folder: string): Analysis[] {
  const { columns, y } = surveyAnswers(seed, 100_000, 14)
  writeColumns(folder, {
    outcome: y,
    ...Object.fromEntries(columns.map((column, i) => [`question${i}`, column])),
  })
  const predictors = columns.map((values, i) => ({ name: `question ${i}`, values }))
  const options = { draws: 1000, method: 'johnson' as const }
  const shared = { barMs: 8000, peer: () => peerDuration('python', folder, 'drivers') }
  return [
    {
      ...shared,
      what: 'relative weights, 1,000 bootstraps, 100,000 × 14',
      work: () => keyDrivers(y, predictors, options),
    },
    {
      ...shared,
      what: 'the same on two threads',
      work: async () => {
        const resampled = await onTwoThreads({ y, columns, method: 'johnson' }, options.draws)
        return keyDrivers(y, predictors, { method: 'johnson', resampled })
      },
    },
    {
      barMs: 20_000,
      what: 'the same by LMG, one thread',
      work: () => keyDrivers(y, predictors, { draws: 1000 }),
    },
  ]
}

const shares = threadedFunction<typeof sharesOfRange>(
  new URL('./statistics/shares-of-range.ts', import.meta.url),
  'sharesOfRange',
)

async function onTwoThreads(
  data: Parameters<typeof resampledShares>[0],
  draws: number,
): Promise<Float64Array[]> {
  const computation = openComputation({ threads: 2 })
  const halves = [0, 1].map((half) => ({ from: (half * draws) / 2, to: ((half + 1) * draws) / 2, seed: 1 }))
  const parts = await Promise.all(halves.map((range) => computation.run(shares, { input: { data, range } })))
  await computation.close()
  return parts.flat()
}

function repurchase(seed: number, folder: string): Analysis[] {
  const histories = purchaseHistories(seed, 1_000_000)
  writeColumns(folder, histories)
  return [
    {
      what: 'BG/NBD fit, 1,000,000 customers',
      barMs: 5000,
      work: () => fitBetaGeometric(histories, 'bg'),
      peer: () => peerDuration('python', folder, 'repurchase'),
    },
  ]
}

function survival(seed: number, folder: string): Analysis[] {
  const people = leavingPeople(seed, 1_000_000, 10)
  writeColumns(folder, people)
  return [
    {
      what: 'Kaplan–Meier by 10 groups, 1,000,000 people',
      barMs: 1000,
      work: () => survivalCurves(people),
      peer: () => peerDuration('r', folder, 'survival'),
    },
  ]
}

function series(seed: number): Analysis[] {
  const [changing, flat] = [levelSeries(seed, 100_000, 0.005), levelSeries(seed, 100_000, 0)]
  return [
    {
      what: 'change points, 100,000 points, about 500 changes',
      barMs: 1000,
      work: () => changePoints(changing),
    },
    { what: 'change points, 100,000 points, none', barMs: 1000, work: () => changePoints(flat) },
  ]
}

function raking(seed: number, folder: string): Analysis[] {
  const margins = respondentMargins(seed, 100_000, 6)
  writeColumns(folder, Object.fromEntries(margins.map(({ levels }, i) => [`margin${i}`, levels])))
  return [
    {
      what: 'raking, 100,000 × 6 margins',
      barMs: 500,
      work: () => rakeWeights(margins),
      peer: () => peerDuration('r', folder, 'raking'),
    },
  ]
}

function journeys(seed: number): Analysis[] {
  const net = designedJourney()
  const lived = livedJourneys(seed, net, 1000)
  const steps = Math.round(lived.reduce((sum, { length }) => sum + length, 0) / lived.length)
  return [
    {
      what: `alignment of 1,000 journeys of ${steps} steps, ${net.transitions.length} transitions`,
      barMs: 2000,
      work: () => alignedJourneys(net, lived),
    },
  ]
}
