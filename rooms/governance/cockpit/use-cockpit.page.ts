import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { useFilters } from '../../../foundations/ui/filters/use-filters.ts'
import { designContract } from '../../design/contract.ts'
import { measurementContract } from '../../measurement/contract.ts'
import { strategyContract } from '../../strategy/contract.ts'

/** Everything the cockpit reads, each on its own so that one refusal hides nothing else; the rest only where it is asked for. */
export function useCockpit(againstRest: boolean) {
  const { workspace, ...filters } = useFilters()
  const { query: measurement } = useApi(measurementContract)
  const { query: design } = useApi(designContract)
  const { query: strategy } = useApi(strategyContract)
  const periods = useQuery(measurement.figures.periods.queryOptions({ input: { workspace } }))
  const touchpoints = useQuery(design.touchpoints.list.queryOptions({ input: { workspace } }))
  const hasAnswers = periods.data?.last != null
  const read = (input: { by?: string; period?: string; compare?: 'none' | 'rest' }) =>
    measurement.figures.read.queryOptions({ input: { workspace, ...filters, ...input } })
  const grain = trendGrain(periods.data?.first ?? null, periods.data?.last ?? null)
  return {
    periods,
    touchpoints,
    hasAnswers,
    measures: useQuery(measurement.measures.list.queryOptions({ input: { workspace } })),
    teams: useQuery(strategy.teams.list.queryOptions({ input: { workspace } })),
    whole: useQuery(read({})),
    rest: useQuery({ ...read({ compare: 'rest' }), enabled: againstRest }),
    trend: useQuery({ ...read({ by: grain, period: 'all', compare: 'none' }), enabled: hasAnswers }),
    byTouchpoint: useQuery(read({ by: 'touchpoint', compare: 'none' })),
    grain,
  }
}

export type CockpitQueries = ReturnType<typeof useCockpit>

/** Months tell a short history, quarters a long one. */
function trendGrain(first: string | null, last: string | null): 'month' | 'quarter' {
  if (!first || !last) return 'month'
  const months = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
  return months(last) - months(first) > 24 ? 'quarter' : 'month'
}
