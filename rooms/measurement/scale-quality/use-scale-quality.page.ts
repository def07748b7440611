import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { useFilters, useSearchValue } from '../../../foundations/ui/filters/use-filters.ts'
import { analysisContract } from '../analyses/analyses.contract.ts'
import type { ExportForm } from '../analyses/analysis.contract.ts'
import { type DoneAnswer, useAnalysis } from '../analyses/use-analysis.page.ts'
import { useChoices } from '../analyses/use-choices.page.ts'
import { hasQuestions } from './scale-parts.ts'
import type { ScaleQuality } from './scale-quality.contract.ts'

/** The scale that the address asks for, and what can be chosen. */
export function useScaleQuality() {
  const { workspace, ...filters } = useFilters()
  const measure = useSearchValue('measure')
  const by = useSearchValue('by') ?? 'language'
  const { query: analyses, call } = useApi(analysisContract)
  const input = { workspace, ...filters, measure, by }
  const { measures, segments } = useChoices()
  return {
    quality: useAnalysis<DoneAnswer & { readonly result: ScaleQuality }>(
      analyses.scaleQuality.read.queryOptions({ input }),
    ),
    offered: measures.filter(hasQuestions),
    segments,
    exportAs: (form: ExportForm) => call.scaleQuality.export({ ...input, form }),
  }
}
export type ScaleQualityData = ReturnType<typeof useScaleQuality>
