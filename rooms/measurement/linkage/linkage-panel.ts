import { criticalZ } from '../../../foundations/statistics/distributions/normal.ts'
import { criticalT } from '../../../foundations/statistics/distributions/student-t.ts'
import type { Figure, Measure } from '../contract.ts'
import type { LinkagePanel, PanelIndicator } from './link-parts.ts'
import type { LinkageGrain, LinkSide } from './linkage.contract.ts'

/** Figures of one measure by unit and period. */
export interface MeasureCells {
  readonly measure: Measure
  readonly side: LinkSide
  readonly figures: readonly Figure[]
  /** Variance of one answer within a unit and period. */
  readonly spread: number
}

/** A panel with the names of its places. */
export interface NamedPanel {
  readonly panel: LinkagePanel
  readonly unitNames: readonly string[]
  readonly periodNames: readonly string[]
  readonly cells: readonly MeasureCells[]
  /** Figures of a unit in a period that stay hidden, by indicator. */
  readonly hidden: readonly number[]
}

interface Terms {
  readonly grain: LinkageGrain
  readonly controls: readonly string[]
}

const mostLag = 6
const draws = 999

/** Whether employees or customers live it, or whether it came of it. */
export function sideOf({ facts, population, tells }: Measure): LinkSide {
  if ((tells ?? (facts === 'outcomes' ? 'result' : 'experience')) === 'result') return 'results'
  return population === 'employees' ? 'employees' : 'customers'
}

/** Money is compared by its logarithm. */
export const isMoney = ({ method, valueUnit }: Measure) =>
  method === 'mean' && /^[A-Z]{3}$/.test(valueUnit ?? '')

/** Figures as one matrix a measure, on the units and periods that any of them has. */
export function namedPanel(all: readonly MeasureCells[], { grain, controls }: Terms): NamedPanel {
  const cells = all.filter(({ figures }) => figures.some(({ estimate }) => estimate.value !== null))
  const named = cells.flatMap(({ figures }) => figures.filter(({ group }) => group.unit))
  const unitNames = [...new Set(named.map(({ group }) => group.unit!))].sort()
  const periodNames = [...new Set(named.map(({ group }) => periodIn(group, grain)))].sort()
  const at = { units: unitNames, periods: periodNames, grain }
  return {
    panel: {
      units: unitNames.length,
      periods: periodNames.length,
      indicators: cells.map((one) => indicatorOf(one, at)),
      controls: cells.flatMap(({ measure }, place) => (controls.includes(measure.key) ? [place] : [])),
      ...{ mostLag, draws, seed: 1 },
    },
    unitNames,
    periodNames,
    cells,
    hidden: cells.map(
      ({ figures }) => figures.filter(({ estimate }) => estimate.why === 'group-too-small').length,
    ),
  }
}

/** The period of a figure; the whole time is one. */
function periodIn(group: Figure['group'], grain: LinkageGrain): string {
  return grain === 'all' ? 'all' : (group[grain] ?? '')
}

interface Places {
  readonly units: readonly string[]
  readonly periods: readonly string[]
  readonly grain: LinkageGrain
}

function indicatorOf({ measure, side, figures, spread }: MeasureCells, places: Places): PanelIndicator {
  const size = places.units.length * places.periods.length
  const values = new Float64Array(size).fill(Number.NaN)
  const variances = side === 'results' ? null : new Float64Array(size)
  const unitAt = new Map(places.units.map((name, place) => [name, place]))
  const periodAt = new Map(places.periods.map((name, place) => [name, place]))
  for (const { estimate, group } of figures) {
    const [unit, period] = [unitAt.get(group.unit ?? ''), periodAt.get(periodIn(group, places.grain))]
    if (unit === undefined || period === undefined || estimate.value === null) continue
    const cell = unit * places.periods.length + period
    values[cell] = isMoney(measure) ? logOf(estimate.value) : estimate.value
    if (variances) variances[cell] = spread / countOf(estimate, side)
  }
  return { side, values, variances }
}

const logOf = (value: number) => (value > 0 ? Math.log(value) : Number.NaN)

/** How many answers, or of employees how many people, a figure rests on. */
function countOf({ n, nEffective = n }: Estimated, side: LinkSide): number {
  return side === 'employees' ? nEffective : n
}

type Estimated = Pick<Figure['estimate'], 'value' | 'low' | 'high' | 'n' | 'nEffective' | 'method' | 'level'>

/**
 * Variance of one answer within a unit and period, pooled over all of them: that of a small group alone says little of itself. What an
 * interval does not tell (one answer, all alike) counts as no spread.
 */
export function pooledSpread(estimates: readonly Estimated[], side: LinkSide): number {
  let [above, below] = [0, 0]
  for (const estimate of estimates) {
    const { value, low, high, method, level } = estimate
    const n = countOf(estimate, side)
    if (value === null || n < 2) continue
    const isStudent = method.startsWith('mean') || method.endsWith('-t')
    const critical = isStudent ? criticalT(level, n - 1) : criticalZ(level)
    const error = low === null || high === null ? 0 : (high - low) / 2 / critical
    above += (n - 1) * error ** 2 * n
    below += n - 1
  }
  return below > 0 ? above / below : 0
}
