import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { useFilters, useSearchValue } from '../../../foundations/ui/filters/use-filters.ts'
import { analysisContract } from '../analyses/analyses.contract.ts'
import type { ExportForm } from '../analyses/analysis.contract.ts'
import { type DoneAnswer, useAnalysis } from '../analyses/use-analysis.page.ts'
import { measurementContract } from '../contract.ts'
import { isWeighable } from '../measures/counted-figure.ts'
import type { Ensemble } from './ensemble.contract.ts'

/** The ensemble as the address asks for it, and the scores of answers that may be chosen. */
export function useEnsemble() {
  const { workspace, ...filters } = useFilters()
  const [measure, outcome] = [useSearchValue('measure'), useSearchValue('outcome')]
  const { query } = useApi(measurementContract)
  const { query: analyses, call } = useApi(analysisContract)
  const input = { workspace, ...filters, measure, outcome }
  const measures = useQuery(query.measures.list.queryOptions({ input: { workspace } }))
  return {
    offered: (measures.data?.measures ?? []).filter(isWeighable),
    ensemble: useAnalysis<DoneAnswer & { readonly result: Ensemble }>(
      analyses.ensemble.read.queryOptions({ input }),
    ),
    exportAs: (form: ExportForm) => call.ensemble.export({ ...input, form }),
  }
}
export type EnsembleData = ReturnType<typeof useEnsemble>
