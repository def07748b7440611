import type { WhyNot } from '../../../foundations/statistics/estimate.ts'
import {
  type LogisticDemand,
  logisticDemand,
  monotoneDemand,
  type PriceAcceptance,
} from '../../../foundations/statistics/price/monotone-demand.ts'
import {
  type PricePoints,
  pricePoints,
  type StatedPrices,
  statedPriceGrid,
} from '../../../foundations/statistics/price/price-sensitivity.ts'
import { wilsonInterval } from '../../../foundations/statistics/proportions/wilson-interval.ts'
import { quantile } from '../../../foundations/statistics/resampling/quantile.ts'
import { drawSource } from '../../../foundations/statistics/resampling/random-source.ts'
import { type ExperienceLevel, experienceLevels } from '../fragility/experience-levels.ts'
import type { DatedPeople } from './level-before.ts'

/** Four prices of each person, sorted by person and day. */
export interface StatedRead extends DatedPeople {
  readonly tooCheap: Float64Array
  readonly cheap: Float64Array
  readonly expensive: Float64Array
  readonly tooExpensive: Float64Array
}

/** Prices put to people, and whether they would pay them. */
export interface AcceptedPrices extends DatedPeople {
  readonly prices: Float64Array
  readonly yes: Float64Array
}

/** A level of experience, or everybody. */
export type StatedLevel = ExperienceLevel | 'all'

export interface SensitivityFound {
  readonly level: StatedLevel
  readonly points: PricePoints
  /** The price at which fewest object, with its limits at 95 %. */
  readonly optimal: { readonly value: number; readonly low: number; readonly high: number } | null
}

export interface StatedFound {
  readonly levels: readonly SensitivityFound[]
  /** Shares of everybody at every stated price. */
  readonly curves: readonly {
    readonly price: number
    readonly tooCheap: number
    readonly cheap: number
    readonly expensive: number
    readonly tooExpensive: number
  }[]
  /** Optimal price of strong minus that of weak experience. */
  readonly difference: { readonly value: number; readonly low: number; readonly high: number } | null
}

/** People of a level, at least, for its prices to be told. */
const fewest = 100

interface Draws {
  readonly draws: number
  readonly seed: number
}

/** Van Westendorp's price points by level of experience; what counts is the difference between levels, never the price itself. */
export function sensitivityOf(
  stated: StatedRead,
  levels: readonly (ExperienceLevel | null)[],
  { draws, seed }: Draws,
): StatedFound | null {
  const people = Array.from(stated.buyers, (_, row): StatedPrices & { level: ExperienceLevel | null } => ({
    ...{ tooCheap: stated.tooCheap[row]!, cheap: stated.cheap[row]! },
    ...{ expensive: stated.expensive[row]!, tooExpensive: stated.tooExpensive[row]! },
    level: levels[row] ?? null,
  }))
  if (people.length < fewest) return null
  const told = new Map<StatedLevel, { found: SensitivityFound; drawn: readonly number[] }>()
  for (const [place, level] of (['all', ...experienceLevels] as const).entries()) {
    const some = level === 'all' ? people : people.filter((one) => one.level === level)
    const points = some.length < fewest ? null : pricePoints(some)
    if (!points || typeof points === 'string') continue
    const drawn = drawnOptimum(some, { draws, seed: seed + place })
    told.set(level, { found: { level, points, optimal: limitsOf(points.optimal, drawn) }, drawn })
  }
  const [weak, strong] = [told.get('weak'), told.get('strong')]
  return {
    levels: [...told.values()].map(({ found }) => found),
    curves: curvesOf(people),
    difference: weak && strong ? differenceOf(weak, strong) : null,
  }
}

function drawnOptimum(people: readonly StatedPrices[], { draws, seed }: Draws): number[] {
  return Array.from({ length: draws }, (_, draw) => {
    const random = drawSource(seed, draw)
    const points = pricePoints(people.map(() => people[random.index(people.length)]!))
    return typeof points === 'string' ? Number.NaN : (points.optimal ?? Number.NaN)
  })
}

const known = (values: readonly number[]) => values.filter((value) => !Number.isNaN(value))

function limitsOf(value: number | null, drawn: readonly number[]): SensitivityFound['optimal'] {
  const some = known(drawn)
  if (value === null || some.length < drawn.length / 2) return null
  return { value, low: quantile(some, 0.025), high: quantile(some, 0.975) }
}

function differenceOf(
  weak: { readonly found: SensitivityFound; readonly drawn: readonly number[] },
  strong: { readonly found: SensitivityFound; readonly drawn: readonly number[] },
): StatedFound['difference'] {
  const [low, high] = [weak.found.points.optimal, strong.found.points.optimal]
  if (low === null || high === null) return null
  return limitsOf(
    high - low,
    strong.drawn.map((value, draw) => value - weak.drawn[draw]!),
  )
}

function curvesOf(people: readonly StatedPrices[]): StatedFound['curves'] {
  const share = (holds: (one: StatedPrices) => boolean) => people.filter(holds).length / people.length
  const grid = statedPriceGrid(people)
  const step = Math.max(1, Math.ceil(grid.length / 60))
  return grid
    .filter((_, at) => at % step === 0)
    .map((price) => ({
      price,
      tooCheap: share((one) => one.tooCheap > price),
      cheap: share((one) => one.cheap > price),
      expensive: share((one) => one.expensive <= price),
      tooExpensive: share((one) => one.tooExpensive <= price),
    }))
}

export interface DemandPoint extends PriceAcceptance {
  readonly low: number
  readonly high: number
  /** Share that never rises with the price. */
  readonly demand: number
}

export interface DemandFound {
  readonly level: StatedLevel
  readonly points: readonly DemandPoint[]
  readonly logistic: LogisticDemand | WhyNot
}

/** Gabor and Granger's demand by level of experience: who would pay each price that was put to them. */
export function demandOf(
  { prices, yes }: AcceptedPrices,
  levels: readonly (ExperienceLevel | null)[],
): DemandFound[] {
  return (['all', ...experienceLevels] as const).flatMap((level) => {
    const counts = new Map<number, { asked: number; accepted: number }>()
    prices.forEach((price, row) => {
      if (level !== 'all' && levels[row] !== level) return
      const one = counts.get(price) ?? { asked: 0, accepted: 0 }
      one.asked++
      one.accepted += yes[row]! > 0 ? 1 : 0
      counts.set(price, one)
    })
    const points = [...counts]
      .map(([price, one]): PriceAcceptance => ({ price, ...one }))
      .sort((a, b) => a.price - b.price)
    const asked = points.reduce((sum, one) => sum + one.asked, 0)
    if (points.length < 3 || asked < fewest) return []
    const smooth = monotoneDemand(points)
    return [
      {
        level,
        logistic: logisticDemand(points),
        points: points.map((one, at) => {
          const { low, high } = wilsonInterval(one.accepted, one.asked)
          return { ...one, low: low ?? 0, high: high ?? 1, demand: smooth[at]!.demand }
        }),
      },
    ]
  })
}
