import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { useFilters } from '../../../foundations/ui/filters/use-filters.ts'
import { measurementContract } from '../contract.ts'

const methods = ['nps', 'csat', 'ces', 'mean', 'box', 'balance']

/** Measures whose marks tell how customers are treated. */
export function useMarkMeasures() {
  const { workspace } = useFilters()
  const { query } = useApi(measurementContract)
  const { data } = useQuery(query.measures.list.queryOptions({ input: { workspace } }))
  return (data?.measures ?? []).filter(
    ({ method, facts, population = 'customers' }) =>
      methods.includes(method) && (facts ?? 'answers') === 'answers' && population !== 'employees',
  )
}
