import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { useFilters, useSearchValue } from '../../../foundations/ui/filters/use-filters.ts'
import { analysisContract } from '../analyses/analyses.contract.ts'
import type { ExportForm } from '../analyses/analysis.contract.ts'
import { type DoneAnswer, useAnalysis } from '../analyses/use-analysis.page.ts'
import { measurementContract } from '../contract.ts'
import type { Capital } from './capital.contract.ts'

const methods = ['nps', 'csat', 'ces', 'mean', 'box', 'balance']
const usualMonths = 24

/** Affective capital as the address asks for it; all months are looked at, whatever the period. */
export function useCapital() {
  const { workspace, period: _, ...filters } = useFilters()
  const [measure, value] = [useSearchValue('measure'), useSearchValue('value')]
  const months = Number(useSearchValue('months') ?? usualMonths) || usualMonths
  const { query } = useApi(measurementContract)
  const { query: analyses, call } = useApi(analysisContract)
  const input = { workspace, ...filters, measure, value, months }
  const measures = useQuery(query.measures.list.queryOptions({ input: { workspace } }))
  return {
    months,
    capital: useAnalysis<DoneAnswer & { readonly result: Capital }>(
      analyses.capital.read.queryOptions({ input }),
    ),
    measures: (measures.data?.measures ?? []).filter(
      ({ method, facts, population = 'customers' }) =>
        methods.includes(method) && (facts ?? 'answers') === 'answers' && population !== 'employees',
    ),
    exportAs: (form: ExportForm) => call.capital.export({ ...input, form }),
  }
}
export type CapitalData = ReturnType<typeof useCapital>
