import type { Estimate, IntervalOptions } from '../estimate.ts'
import { noEstimate } from '../estimate.ts'
import { meanAndSd } from '../means/mean-and-sd.ts'
import type { Progress } from '../progress.ts'
import { bootstrapValues, percentileLimits } from '../resampling/bootstrap.ts'

/** One unit seen over periods, and when it was changed. */
export interface StaggeredUnit {
  /** Outcome by period. */
  readonly outcomes: ReadonlyMap<number, number>
  /** First period of the new state; null for a unit that is never changed. */
  readonly firstTreated: number | null
}

/** Effect on the units that were changed at one time, in one period. */
export interface CohortEffect {
  readonly firstTreated: number
  readonly period: number
  readonly effect: number
  readonly treatedUnits: number
  readonly comparedUnits: number
}

/** Effects cohort by cohort and their mean. */
export interface StaggeredDifferences {
  readonly cohorts: readonly CohortEffect[]
  /** Mean effect after the change, each changed unit and period counting once. */
  readonly overall: Estimate
}

/** Change of each unit from the period before to a period; units that lack either are left out. */
function changesOf(units: readonly StaggeredUnit[], from: number, to: number): number[] {
  return units.flatMap(({ outcomes }) => {
    const [before, after] = [outcomes.get(from), outcomes.get(to)]
    return before === undefined || after === undefined ? [] : [after - before]
  })
}

/** Compares each cohort with the units that are not changed yet. */
function cohortEffects(units: readonly StaggeredUnit[]): CohortEffect[] {
  const periods = [...new Set(units.flatMap(({ outcomes }) => [...outcomes.keys()]))].sort((a, b) => a - b)
  const starts = [
    ...new Set(units.flatMap(({ firstTreated }) => (firstTreated === null ? [] : [firstTreated]))),
  ]
  return starts
    .sort((a, b) => a - b)
    .flatMap((start) => {
      const reference = periods.filter((period) => period < start).at(-1)
      if (reference === undefined) return []
      const cohort = units.filter(({ firstTreated }) => firstTreated === start)
      return periods
        .filter((period) => period >= start)
        .flatMap((period) => {
          const later = units.filter(({ firstTreated }) => firstTreated === null || firstTreated > period)
          const [changed, compared] = [
            changesOf(cohort, reference, period),
            changesOf(later, reference, period),
          ]
          if (changed.length === 0 || compared.length === 0) return []
          const effect = meanAndSd(changed).mean - meanAndSd(compared).mean
          return [
            {
              firstTreated: start,
              period,
              effect,
              treatedUnits: changed.length,
              comparedUnits: compared.length,
            },
          ]
        })
    })
}

function overallOf(cohorts: readonly CohortEffect[]): number {
  const weight = cohorts.reduce((sum, { treatedUnits }) => sum + treatedUnits, 0)
  return cohorts.reduce((sum, { effect, treatedUnits }) => sum + effect * treatedUnits, 0) / weight
}

/**
 * Difference in differences when units are changed at different times: each cohort against the units not changed yet, never against those changed before.
 *
 * Effect of cohort g in period t = mean change from the period before g to t, minus the same among units whose change comes later than t or never. One pooled two-way regression would compare with
 * units already changed. The overall interval is a percentile bootstrap over units. Assumes that without the change all would have moved alike. 'too-few' without any comparison. Source: Callaway &
 * Sant'Anna (2021), J. Econometrics 225:200.
 */
export function staggeredDifferences(
  units: readonly StaggeredUnit[],
  { draws, seed, level = 0.95, onProgress }: { draws: number; seed: number } & IntervalOptions & Progress,
): StaggeredDifferences {
  const method = 'staggered-differences'
  if (units.some(({ outcomes }) => ![...outcomes.values()].every(Number.isFinite)))
    return { cohorts: [], overall: noEstimate(method, 'not-finite', { n: units.length, level }) }
  const cohorts = cohortEffects(units)
  if (cohorts.length === 0)
    return { cohorts, overall: noEstimate(method, 'too-few', { n: units.length, level }) }
  const resampled = (rows: Int32Array) => overallOf(cohortEffects(Array.from(rows, (row) => units[row]!)))
  const limits = percentileLimits(
    bootstrapValues(units.length, resampled, { draws, seed, onProgress }),
    level,
  )
  const value = overallOf(cohorts)
  const shared = { value, n: units.length, level, method } as const
  if (!limits) return { cohorts, overall: { ...shared, low: null, high: null, why: 'too-few' } }
  return {
    cohorts,
    overall: { ...shared, low: Math.min(limits.low, value), high: Math.max(limits.high, value) },
  }
}
