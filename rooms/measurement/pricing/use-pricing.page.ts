import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { useFilters, useSearchValue } from '../../../foundations/ui/filters/use-filters.ts'
import { analysisContract } from '../analyses/analyses.contract.ts'
import type { ExportForm } from '../analyses/analysis.contract.ts'
import { type DoneAnswer, useAnalysis } from '../analyses/use-analysis.page.ts'
import type { Pricing } from './pricing.contract.ts'

export const usualDays = 92

/** Pricing power as the address asks for it; all months are looked at, whatever the period. */
export function usePricing() {
  const { workspace, period: _, ...filters } = useFilters()
  const [measure, value] = [useSearchValue('measure'), useSearchValue('value')]
  const within = Number(useSearchValue('within') ?? usualDays) || usualDays
  const { query: analyses, call } = useApi(analysisContract)
  const input = { workspace, ...filters, measure, value, within }
  return {
    within,
    pricing: useAnalysis<DoneAnswer & { readonly result: Pricing }>(
      analyses.pricing.read.queryOptions({ input }),
    ),
    exportAs: (form: ExportForm) => call.pricing.export({ ...input, form }),
  }
}
export type PricingData = ReturnType<typeof usePricing>
