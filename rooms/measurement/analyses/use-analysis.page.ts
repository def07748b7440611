import { type UseQueryResult, useMutation, useQueryClient } from '@tanstack/react-query'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { useUntilDone } from '../../../foundations/ui/api/use-until-done.ts'
import { useFilters } from '../../../foundations/ui/filters/use-filters.ts'
import { analysisContract } from './analyses.contract.ts'
import type { AnalysisRunning } from './analysis.contract.ts'

export interface DoneAnswer {
  readonly state: 'done'
  readonly computedAt: string
}

/** Asks for an analysis, and again while it is being made. */
export const useAnalysis = useUntilDone as <Done extends DoneAnswer>(
  options: Parameters<typeof useUntilDone>[0],
) => UseQueryResult<Done | AnalysisRunning, unknown>

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
