import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { useFilters, useSearchValue } from '../../../foundations/ui/filters/use-filters.ts'
import { understandingContract } from '../../understanding/contract.ts'
import { analysisContract } from '../analyses/analyses.contract.ts'
import type { ExportForm } from '../analyses/analysis.contract.ts'
import { type DoneAnswer, useAnalysis } from '../analyses/use-analysis.page.ts'
import { measurementContract } from '../contract.ts'
import { isWeighable } from '../measures/counted-figure.ts'
import type { Drivers } from './drivers.contract.ts'

/** Drivers of the measure that the address names, and what can be chosen. */
export function useDrivers() {
  const { workspace, ...filters } = useFilters()
  const [measure, by] = [useSearchValue('measure'), useSearchValue('by')]
  const { query } = useApi(measurementContract)
  const { query: analyses, call } = useApi(analysisContract)
  const { query: understanding } = useApi(understandingContract)
  const input = { workspace, ...filters, measure, by }
  const measures = useQuery(query.measures.list.queryOptions({ input: { workspace } }))
  const segments = useQuery(understanding.segments.list.queryOptions({ input: { workspace } }))
  return {
    drivers: useAnalysis<DoneAnswer & { readonly result: Drivers }>(
      analyses.drivers.read.queryOptions({ input }),
    ),
    by,
    measures: (measures.data?.measures ?? []).filter(isWeighable),
    segments: segments.data?.segments.map(({ name }) => name) ?? [],
    exportAs: (form: ExportForm) => call.drivers.export({ ...input, form }),
  }
}
export type DriversData = ReturnType<typeof useDrivers>
