import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { useFilters, useSearchValue } from '../../../foundations/ui/filters/use-filters.ts'
import { analysisContract } from '../analyses/analyses.contract.ts'
import type { ExportForm } from '../analyses/analysis.contract.ts'
import { type DoneAnswer, useAnalysis } from '../analyses/use-analysis.page.ts'
import { measurementContract } from '../contract.ts'
import type { Pricing } from './pricing.contract.ts'

const methods = ['nps', 'csat', 'ces', 'mean', 'box', 'balance']
export const usualDays = 92

/** Pricing power as the address asks for it; all months are looked at, whatever the period. */
export function usePricing() {
  const { workspace, period: _, ...filters } = useFilters()
  const [measure, value] = [useSearchValue('measure'), useSearchValue('value')]
  const within = Number(useSearchValue('within') ?? usualDays) || usualDays
  const { query } = useApi(measurementContract)
  const { query: analyses, call } = useApi(analysisContract)
  const input = { workspace, ...filters, measure, value, within }
  const measures = useQuery(query.measures.list.queryOptions({ input: { workspace } }))
  return {
    within,
    pricing: useAnalysis<DoneAnswer & { readonly result: Pricing }>(
      analyses.pricing.read.queryOptions({ input }),
    ),
    measures: (measures.data?.measures ?? []).filter(
      ({ method, facts, population = 'customers' }) =>
        methods.includes(method) && (facts ?? 'answers') === 'answers' && population !== 'employees',
    ),
    exportAs: (form: ExportForm) => call.pricing.export({ ...input, form }),
  }
}
export type PricingData = ReturnType<typeof usePricing>
