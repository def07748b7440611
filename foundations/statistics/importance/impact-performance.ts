import { meanAndSd } from '../means/mean-and-sd.ts'

/** What to do with a part of the experience. */
export type Quadrant = 'fix first' | 'protect' | 'low priority' | 'possible overkill'

/** One part of the experience. */
export interface ImpactPerformancePoint {
  readonly name: string
  /** Share of the outcome it explains. */
  readonly impact: number
  /** Mean score. */
  readonly performance: number
}

/** Where the quadrants are cut; the means of the points when absent. */
export interface QuadrantCuts {
  readonly impact?: number
  readonly performance?: number
}

/**
 * Impact–performance quadrants: high impact and low performance is fixed first, high and high protected, low and high is possible overkill.
 *
 * A point on a cut counts as high. Source: Martilla & James (1977), J. Marketing 41(1):77.
 */
export function impactPerformance(
  points: readonly ImpactPerformancePoint[],
  cuts: QuadrantCuts = {},
): Map<string, Quadrant> {
  if (points.length === 0) return new Map()
  const impactCut = cuts.impact ?? meanAndSd(points.map(({ impact }) => impact)).mean
  const performanceCut = cuts.performance ?? meanAndSd(points.map(({ performance }) => performance)).mean
  const quadrant = ({ impact, performance }: ImpactPerformancePoint): Quadrant => {
    if (impact >= impactCut) return performance >= performanceCut ? 'protect' : 'fix first'
    return performance >= performanceCut ? 'possible overkill' : 'low priority'
  }
  return new Map(points.map((point) => [point.name, quadrant(point)]))
}
