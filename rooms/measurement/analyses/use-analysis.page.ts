import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { useFilters } from '../../../foundations/ui/filters/use-filters.ts'
import { analysisContract } from './analyses.contract.ts'
import type { AnalysisRunning } from './analysis.contract.ts'

/** How often a page asks how far an analysis is, in milliseconds. */
const askAgain = 700

export interface DoneAnswer {
  readonly state: 'done'
  readonly computedAt: string
}

/** What a page needs to ask: the options that a procedure's `queryOptions` gives. */
// biome-ignore lint/suspicious/noExplicitAny: the library's options are keyed by the procedure; only their answer matters here.
type AnalysisOptions = any

/** Asks for an analysis, and again while it is being made. */
export function useAnalysis<Done extends DoneAnswer>(
  options: AnalysisOptions,
): UseQueryResult<Done | AnalysisRunning, unknown> {
  return useQuery({
    ...options,
    refetchInterval: ({ state }: { state: { data?: Done | AnalysisRunning } }) =>
      state.data?.state === 'running' ? askAgain : false,
  }) as UseQueryResult<Done | AnalysisRunning, unknown>
}

/** Ends an analysis that runs. */
export function useEndAnalysis() {
  const { workspace } = useFilters()
  const { call } = useApi(analysisContract)
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call.analyses.cancel({ workspace, id }),
    onSettled: () => client.cancelQueries(),
  })
}
