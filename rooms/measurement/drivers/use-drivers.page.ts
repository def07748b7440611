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

const usualDays = '90'

/** Drivers of the measure or the outcome that the address names, and what can be chosen. */
export function useDrivers() {
  const { workspace, ...filters } = useFilters()
  const [measure, outcome, by] = [useSearchValue('measure'), useSearchValue('outcome'), useSearchValue('by')]
  const [marks, days] = [useSearchValue('marks'), useSearchValue('days') ?? usualDays]
  const lived = useSearchValue('lived')
  const { query } = useApi(measurementContract)
  const { query: analyses, call } = useApi(analysisContract)
  const { query: understanding } = useApi(understandingContract)
  const input = { workspace, ...filters, ...(outcome ? { outcome, marks } : { measure }), days, lived, by }
  const measures = useQuery(query.measures.list.queryOptions({ input: { workspace } }))
  const segments = useQuery(understanding.segments.list.queryOptions({ input: { workspace } }))
  const all = measures.data?.measures ?? []
  return {
    drivers: useAnalysis<DoneAnswer & { readonly result: Drivers }>(
      analyses.drivers.read.queryOptions({ input }),
    ),
    ...{ by, days },
    lived: lived?.split(',') ?? [],
    measures: all.filter((one) => isWeighable(one) || one.method === 'composite'),
    marks: all.filter((one) => isWeighable(one) && one.population !== 'employees'),
    segments: segments.data?.segments.map(({ name }) => name) ?? [],
    exportAs: (form: ExportForm) => call.drivers.export({ ...input, form }),
  }
}
export type DriversData = ReturnType<typeof useDrivers>
