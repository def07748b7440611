import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { useFilters, useSearchValue } from '../../../foundations/ui/filters/use-filters.ts'
import { analysisContract } from '../analyses/analyses.contract.ts'
import type { ExportForm } from '../analyses/analysis.contract.ts'
import { type DoneAnswer, useAnalysis } from '../analyses/use-analysis.page.ts'
import { type Linkage, LinkageGrain } from './linkage.contract.ts'

/** The links of what is looked at; all periods are, and every population. */
export function useLinkage() {
  const { workspace, period: _, population: __, ...filters } = useFilters()
  const { query, call } = useApi(analysisContract)
  const grain = LinkageGrain.safeParse(useSearchValue('grain')).data ?? 'month'
  const control = useSearchValue('control')
  const input = { workspace, ...filters, grain, control }
  return {
    grain,
    controls: control?.split(',') ?? [],
    linkage: useAnalysis<DoneAnswer & { readonly result: Linkage }>(
      query.linkage.read.queryOptions({ input }),
    ),
    exportAs: (form: ExportForm) => call.linkage.export({ ...input, form }),
  }
}
