import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { useFilters, useSearchValue } from '../../../foundations/ui/filters/use-filters.ts'
import { analysisContract } from '../analyses/analyses.contract.ts'
import type { ExportForm } from '../analyses/analysis.contract.ts'
import { type DoneAnswer, useAnalysis } from '../analyses/use-analysis.page.ts'
import { useChoices } from '../analyses/use-choices.page.ts'
import { composedFigure } from './composed-figure.ts'
import type { Composition } from './composition.contract.ts'

/** The composition that the address asks for, and what can be chosen. */
export function useComposition() {
  const { workspace, ...filters } = useFilters()
  const measure = useSearchValue('measure')
  const by = useSearchValue('by')
  const { query: analyses, call } = useApi(analysisContract)
  const input = { workspace, ...filters, measure, by }
  const { measures, segments } = useChoices()
  return {
    composition: useAnalysis<DoneAnswer & { readonly result: Composition }>(
      analyses.composition.read.queryOptions({ input }),
    ),
    offered: measures.filter((one) => composedFigure(one) !== undefined),
    segments,
    exportAs: (form: ExportForm) => call.composition.export({ ...input, form }),
  }
}
export type CompositionData = ReturnType<typeof useComposition>
