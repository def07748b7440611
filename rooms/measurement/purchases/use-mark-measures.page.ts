import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { useFilters } from '../../../foundations/ui/filters/use-filters.ts'
import { measurementContract } from '../contract.ts'
import { isWeighable } from '../measures/counted-figure.ts'

/** Measures whose marks tell how customers are treated. */
export function useMarkMeasures() {
  const { workspace } = useFilters()
  const { query } = useApi(measurementContract)
  const { data } = useQuery(query.measures.list.queryOptions({ input: { workspace } }))
  return (data?.measures ?? []).filter(
    (measure) => isWeighable(measure) && measure.population !== 'employees',
  )
}
