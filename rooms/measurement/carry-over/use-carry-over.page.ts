import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { useFilters, useSearchValue } from '../../../foundations/ui/filters/use-filters.ts'
import { analysisContract } from '../analyses/analyses.contract.ts'
import type { ExportForm } from '../analyses/analysis.contract.ts'
import { type DoneAnswer, useAnalysis } from '../analyses/use-analysis.page.ts'
import { measurementContract } from '../contract.ts'
import { isWeighable } from '../measures/counted-figure.ts'
import type { CarryOver } from './carry-over.contract.ts'

const usualDays = 14

/** Carry-over as the address asks for it, and the scores of answers that may be followed. */
export function useCarryOver() {
  const { workspace, ...filters } = useFilters()
  const measure = useSearchValue('measure')
  const days = Number(useSearchValue('days') ?? usualDays) || usualDays
  const { query } = useApi(measurementContract)
  const { query: analyses, call } = useApi(analysisContract)
  const input = { workspace, ...filters, measure, days }
  const measures = useQuery(query.measures.list.queryOptions({ input: { workspace } }))
  return {
    days,
    offered: (measures.data?.measures ?? []).filter(
      (measure) => isWeighable(measure) && measure.population !== 'employees',
    ),
    carryOver: useAnalysis<DoneAnswer & { readonly result: CarryOver }>(
      analyses.carryOver.read.queryOptions({ input }),
    ),
    exportAs: (form: ExportForm) => call.carryOver.export({ ...input, form }),
  }
}
export type CarryOverData = ReturnType<typeof useCarryOver>
