import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { useFilters, useSearchValue } from '../../../foundations/ui/filters/use-filters.ts'
import { analysisContract } from '../analyses/analyses.contract.ts'
import type { ExportForm } from '../analyses/analysis.contract.ts'
import { type DoneAnswer, useAnalysis } from '../analyses/use-analysis.page.ts'
import type { Capital } from './capital.contract.ts'

const usualMonths = 24

/** Affective capital as the address asks for it; all months are looked at, whatever the period. */
export function useCapital() {
  const { workspace, period: _, ...filters } = useFilters()
  const [measure, value] = [useSearchValue('measure'), useSearchValue('value')]
  const months = Number(useSearchValue('months') ?? usualMonths) || usualMonths
  const { query: analyses, call } = useApi(analysisContract)
  const input = { workspace, ...filters, measure, value, months }
  return {
    months,
    capital: useAnalysis<DoneAnswer & { readonly result: Capital }>(
      analyses.capital.read.queryOptions({ input }),
    ),
    exportAs: (form: ExportForm) => call.capital.export({ ...input, form }),
  }
}
export type CapitalData = ReturnType<typeof useCapital>
