import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { useFilters } from '../../../foundations/ui/filters/use-filters.ts'
import { understandingContract } from '../../understanding/contract.ts'
import { measurementContract } from '../contract.ts'

/** What an analysis can be asked of in this workspace: its measures, and names of segments. */
export function useChoices() {
  const { workspace } = useFilters()
  const { query } = useApi(measurementContract)
  const { query: understanding } = useApi(understandingContract)
  const measures = useQuery(query.measures.list.queryOptions({ input: { workspace } }))
  const segments = useQuery(understanding.segments.list.queryOptions({ input: { workspace } }))
  return {
    measures: measures.data?.measures ?? [],
    segments: segments.data?.segments.map(({ name }) => name) ?? [],
  }
}
