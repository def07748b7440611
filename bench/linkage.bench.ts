import { openComputation } from '../foundations/computation/computation.ts'
import { threadedFunction } from '../foundations/computation/threaded-function.ts'
import { randomSource } from '../foundations/statistics/resampling/random-source.ts'
import type { LinkagePanel, PanelIndicator } from '../rooms/measurement/linkage/link-parts.ts'
import { type linksOfPanel, pairsOf } from '../rooms/measurement/linkage/links-of-panel.ts'
import type { Bench, BenchRow } from './bench-result.ts'
import { withDirectory } from './bench-warehouse.ts'
import { durationsOf } from './measured.ts'
import { peerDuration, writeColumns } from './statistics/peers.ts'

const runs = 5
const shapes = [
  { units: 40, periods: 36, barMs: 1000 },
  { units: 2000, periods: 36, barMs: 3000 },
] as const
const sides = [
  ...Array.from({ length: 7 }, () => 'employees' as const),
  ...Array.from({ length: 7 }, () => 'customers' as const),
  ...Array.from({ length: 6 }, () => 'results' as const),
]
const mostLag = 6

export const bench: Bench = {
  question: `How long do links between ${sides.length} indicators of units take, with delays of 0 to ${mostLag} months and everything tested together?`,
  beside: 'NumPy, slopes and clustered errors alone',
  run: ({ seed }) =>
    withDirectory(async (folder) => {
      const computation = openComputation()
      const rows: BenchRow[] = []
      for (const shape of shapes) rows.push(await rowOf({ computation, folder, seed }, shape))
      await computation.close()
      const pairs = pairsOf(panelOf(1, { units: 8, periods: 9 })).length
      return {
        rows,
        notes: [
          `${pairs} pairs (employees to customers, both to results) at ${mostLag + 1} delays: two-way within slopes, errors clustered by unit, Benjamini–Hochberg over all, then for each pair its slope freed of noise (999 resamples of units), the way back, points and chains; in one thread, handing over included.`,
          'NumPy: the same slopes and clustered errors at all delays, nothing after them; reading the data not counted.',
          `Peak memory of the process: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.`,
        ],
      }
    }),
}

interface Place {
  readonly computation: ReturnType<typeof openComputation>
  readonly folder: string
  readonly seed: number
}

async function rowOf(
  { computation, folder, seed }: Place,
  shape: (typeof shapes)[number],
): Promise<BenchRow> {
  const work = threadedFunction<typeof linksOfPanel>(
    new URL('../rooms/measurement/linkage/links-of-panel.ts', import.meta.url),
    'linksOfPanel',
  )
  const panel = panelOf(seed, shape)
  const ours = await durationsOf(runs, async () => {
    await computation.run(work, { input: panel, handOver: false })
  })
  const columns = panel.indicators.map(({ values }, at) => [`indicator${at}`, values] as const)
  writeColumns(folder, { ...Object.fromEntries(columns), units: Float64Array.of(panel.units) })
  const byHand = await peerDuration('python', folder, 'links')
  const { units, periods, barMs } = shape
  return {
    what: `${units} units × ${periods} months × ${sides.length} indicators`,
    ...{ ours, byHand, bar: `p50 < ${barMs / 1000} s`, kept: ours.p50Ms < barMs },
  }
}

/** Indicators that follow one another by two months, and noise. */
function panelOf(seed: number, { units, periods }: { units: number; periods: number }): LinkagePanel {
  const random = randomSource(seed)
  const size = units * periods
  const lived = Float64Array.from({ length: size }, () => random.normal())
  const indicators = sides.map((side, at): PanelIndicator => {
    const delay = side === 'employees' ? 0 : side === 'customers' ? 2 : 3
    const values = Float64Array.from({ length: size }, (_, cell) => {
      const before = cell % periods >= delay ? lived[cell - delay]! : 0
      return (at % 3) * 0.4 * before + random.normal()
    })
    return { side, values, variances: side === 'results' ? null : new Float64Array(size).fill(0.2) }
  })
  return { units, periods, indicators, controls: [], mostLag, draws: 999, seed: 1 }
}
