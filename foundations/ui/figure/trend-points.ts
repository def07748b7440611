import type { EstimateView } from '../../format/estimate-view.ts'

interface GroupedFigure {
  readonly group: Readonly<Record<string, string>>
  readonly estimate: EstimateView
}

/** First day of a year, quarter or month by its name: `2017-q2` begins on 2017-04-01. */
export function periodStart(name: string): string {
  const quarter = /^(\d{4})-q([1-4])$/i.exec(name)
  if (quarter) return `${quarter[1]}-${String(Number(quarter[2]) * 3 - 2).padStart(2, '0')}-01`
  return `${name}-01-01`.slice(0, 10)
}

export interface TrendPoint {
  readonly name: string
  readonly from: string
  readonly estimate: EstimateView
}

interface TrendNeeds {
  readonly grain: string
  /** Last day to show; later points are left out. */
  readonly until?: string
  readonly count?: number
}

/** Figures grouped by time as points in their order, up to a day, the latest `count` of them. */
export function trendPoints(figures: readonly GroupedFigure[], needs: TrendNeeds): readonly TrendPoint[] {
  const { grain, until, count } = needs
  const points = figures.flatMap(({ group, estimate }) => {
    const name = group[grain]
    return name ? [{ name, from: periodStart(name), estimate }] : []
  })
  const shown = points
    .filter((point) => !until || point.from <= until)
    .sort((one, other) => one.from.localeCompare(other.from))
  return count ? shown.slice(-count) : shown
}
