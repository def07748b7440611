import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { useFilters, useSearchValue } from '../../../foundations/ui/filters/use-filters.ts'
import { understandingContract } from '../../understanding/contract.ts'
import { analysisContract } from '../analyses/analyses.contract.ts'
import type { ExportForm } from '../analyses/analysis.contract.ts'
import { type DoneAnswer, useAnalysis } from '../analyses/use-analysis.page.ts'
import { measurementContract } from '../contract.ts'
import { hasQuestions } from './scale-parts.ts'
import type { ScaleQuality } from './scale-quality.contract.ts'

/** The scale that the address asks for, and what can be chosen. */
export function useScaleQuality() {
  const { workspace, ...filters } = useFilters()
  const measure = useSearchValue('measure')
  const by = useSearchValue('by') ?? 'language'
  const { query } = useApi(measurementContract)
  const { query: analyses, call } = useApi(analysisContract)
  const { query: understanding } = useApi(understandingContract)
  const input = { workspace, ...filters, measure, by }
  const measures = useQuery(query.measures.list.queryOptions({ input: { workspace } }))
  const segments = useQuery(understanding.segments.list.queryOptions({ input: { workspace } }))
  return {
    quality: useAnalysis<DoneAnswer & { readonly result: ScaleQuality }>(
      analyses.scaleQuality.read.queryOptions({ input }),
    ),
    offered: (measures.data?.measures ?? []).filter(hasQuestions),
    segments: segments.data?.segments.map(({ name }) => name) ?? [],
    exportAs: (form: ExportForm) => call.scaleQuality.export({ ...input, form }),
  }
}
export type ScaleQualityData = ReturnType<typeof useScaleQuality>
