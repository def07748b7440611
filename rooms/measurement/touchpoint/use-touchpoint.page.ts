import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { useFilters } from '../../../foundations/ui/filters/use-filters.ts'
import { designContract } from '../../design/contract.ts'
import { strategyContract } from '../../strategy/contract.ts'
import { understandingContract } from '../../understanding/contract.ts'
import { useChangesBy } from '../change/use-changes.page.ts'
import { type Figure, type Measure, type MeasureUnit, measurementContract } from '../contract.ts'

export interface MeasureHere extends Measure {
  readonly unit: MeasureUnit
}

/** The measure that proves the promise; without one, the measure with most answers here. */
export function mainMeasure(
  measures: readonly MeasureHere[],
  figures: readonly Figure[],
  promised: string | undefined,
): MeasureHere | undefined {
  const proving = measures.find((one) => one.key === promised)
  if (proving) return proving
  const answered = (one: MeasureHere) => figures.find((figure) => figure.measure === one.key)?.estimate.n ?? 0
  return measures
    .filter((one) => one.method !== 'count' && answered(one) > 0)
    .reduce<MeasureHere | undefined>(
      (best, one) => (best && answered(best) >= answered(one) ? best : one),
      undefined,
    )
}

function monthsBetween(first: string, last: string): number {
  const months = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
  return months(last) - months(first)
}

/** What the page reads of records: the touchpoint, who owns it, what is measured. */
function useRecords(key: string) {
  const { workspace } = useFilters()
  const here = { input: { workspace } }
  const { query: design } = useApi(designContract)
  const { query: strategy } = useApi(strategyContract)
  const { query: measurement } = useApi(measurementContract)
  const { query: understanding } = useApi(understandingContract)
  return {
    touchpoint: useQuery(design.touchpoints.get.queryOptions({ input: { workspace, key } })),
    teams: useQuery(strategy.teams.list.queryOptions(here)),
    platform: useQuery(strategy.platform.get.queryOptions(here)),
    units: useQuery(strategy.units.list.queryOptions(here)),
    standards: useQuery(strategy.standards.list.queryOptions(here)),
    measures: useQuery(measurement.measures.list.queryOptions(here)),
    periods: useQuery(measurement.figures.periods.queryOptions(here)),
    segments: useQuery(understanding.segments.list.queryOptions(here)),
  }
}

/** Everything about one touchpoint, each part on its own. */
export function useTouchpoint() {
  const { key = '' } = useParams({ strict: false }) as { key?: string }
  const { workspace, ...filters } = useFilters()
  const records = useRecords(key)
  const { query } = useApi(measurementContract)
  const base = { workspace, ...filters, touchpoint: key }
  const whole = useQuery(query.figures.read.queryOptions({ input: base }))
  const measure = mainMeasure(
    records.measures.data?.measures ?? [],
    whole.data?.figures ?? [],
    records.touchpoint.data?.promise?.measure,
  )
  const { first, last } = records.periods.data ?? {}
  const grain = first && last && monthsBetween(first, last) > 48 ? ('quarter' as const) : ('month' as const)
  const enabled = measure !== undefined
  const read = (
    by: string,
    { period, compare = 'rest' }: { period?: string; compare?: 'none' | 'rest' } = {},
  ) =>
    query.figures.read.queryOptions({
      input: { ...base, ...(period ? { period } : {}), measure: measure?.key, by, compare },
      enabled,
    })
  const { series } = useChangesBy('touchpoint')
  return {
    key,
    ...records,
    /** Months at which the measure took another level here. */
    changes: series.find((one) => one.group === key && one.measure.key === measure?.key)?.changes ?? [],
    whole,
    measure,
    figure: whole.data?.figures.find((one) => one.measure === measure?.key),
    grain,
    trend: useQuery(read(grain, { period: 'all', compare: 'none' })),
    byUnit: useQuery(read('unit')),
    evidence: useQuery(
      query.figures.evidence.queryOptions({ input: { ...base, measure: measure?.key ?? '' }, enabled }),
    ),
    readSegment: (name: string) => read(`segment:${name}`),
  }
}

export type TouchpointData = ReturnType<typeof useTouchpoint>
