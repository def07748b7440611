import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { useFilters, useSearchValue } from '../../../foundations/ui/filters/use-filters.ts'
import { analysisContract } from '../analyses/analyses.contract.ts'
import type { ExportForm } from '../analyses/analysis.contract.ts'
import { type DoneAnswer, useAnalysis } from '../analyses/use-analysis.page.ts'
import type { Acquisition } from './acquisition.contract.ts'

const usualDays = 365

/** Acquisition and retention as the address asks for them; all months are looked at, whatever the period. */
export function useAcquisition() {
  const { workspace, period: _, ...filters } = useFilters()
  const [measure, value] = [useSearchValue('measure'), useSearchValue('value')]
  const days = Number(useSearchValue('days') ?? usualDays) || usualDays
  const { query: analyses, call } = useApi(analysisContract)
  const input = { workspace, ...filters, measure, value, days }
  return {
    days,
    acquisition: useAnalysis<DoneAnswer & { readonly result: Acquisition }>(
      analyses.acquisition.read.queryOptions({ input }),
    ),
    exportAs: (form: ExportForm) => call.acquisition.export({ ...input, form }),
  }
}
export type AcquisitionData = ReturnType<typeof useAcquisition>
