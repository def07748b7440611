import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { useFilters, useSearchValue } from '../../../foundations/ui/filters/use-filters.ts'
import { analysisContract } from '../analyses/analyses.contract.ts'
import type { ExportForm } from '../analyses/analysis.contract.ts'
import { type DoneAnswer, useAnalysis } from '../analyses/use-analysis.page.ts'
import { behaviours, type Intentions } from './intentions.contract.ts'

const usualDays = 90

/** Intentions as the address asks for them; all months are looked at, whatever the period. */
export function useIntentions() {
  const { workspace, period: _, ...filters } = useFilters()
  const measure = useSearchValue('measure')
  const asked = useSearchValue('behaviour')
  const behaviour = behaviours.find((one) => one === asked) ?? 'buy'
  const days = Number(useSearchValue('days') ?? usualDays) || usualDays
  const { query: analyses, call } = useApi(analysisContract)
  const input = { workspace, ...filters, measure, behaviour, days }
  return {
    ...{ behaviour, days },
    intentions: useAnalysis<DoneAnswer & { readonly result: Intentions }>(
      analyses.intentions.read.queryOptions({ input }),
    ),
    exportAs: (form: ExportForm) => call.intentions.export({ ...input, form }),
  }
}
export type IntentionsData = ReturnType<typeof useIntentions>
