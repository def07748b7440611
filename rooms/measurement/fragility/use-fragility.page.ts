import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { useFilters, useSearchValue } from '../../../foundations/ui/filters/use-filters.ts'
import { understandingContract } from '../../understanding/contract.ts'
import { analysisContract } from '../analyses/analyses.contract.ts'
import type { ExportForm } from '../analyses/analysis.contract.ts'
import { type DoneAnswer, useAnalysis } from '../analyses/use-analysis.page.ts'
import type { Fragility } from './fragility.contract.ts'

const usualMonths = 12

/** Fragility as the address asks for it; all months are looked at, whatever the period. */
export function useFragility() {
  const { workspace, period: _, ...filters } = useFilters()
  const [measure, value, by] = [useSearchValue('measure'), useSearchValue('value'), useSearchValue('by')]
  const months = Number(useSearchValue('months') ?? usualMonths) || usualMonths
  const { query: analyses, call } = useApi(analysisContract)
  const { query: understanding } = useApi(understandingContract)
  const input = { workspace, ...filters, measure, value, by, months }
  const segments = useQuery(understanding.segments.list.queryOptions({ input: { workspace } }))
  return {
    ...{ by, months },
    fragility: useAnalysis<DoneAnswer & { readonly result: Fragility }>(
      analyses.fragility.read.queryOptions({ input }),
    ),
    segments: segments.data?.segments.map(({ name }) => name) ?? [],
    exportAs: (form: ExportForm) => call.fragility.export({ ...input, form }),
  }
}
export type FragilityData = ReturnType<typeof useFragility>
