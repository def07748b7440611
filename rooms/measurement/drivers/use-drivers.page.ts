import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { useFilters, useSearchValue } from '../../../foundations/ui/filters/use-filters.ts'
import { analysisContract } from '../analyses/analyses.contract.ts'
import type { ExportForm } from '../analyses/analysis.contract.ts'
import { type DoneAnswer, useAnalysis } from '../analyses/use-analysis.page.ts'
import { useChoices } from '../analyses/use-choices.page.ts'
import { isWeighable } from '../measures/counted-figure.ts'
import type { Drivers } from './drivers.contract.ts'

const usualDays = '90'

/** Drivers of the measure or the outcome that the address names, and what can be chosen. */
export function useDrivers() {
  const { workspace, ...filters } = useFilters()
  const [measure, outcome, by] = [useSearchValue('measure'), useSearchValue('outcome'), useSearchValue('by')]
  const [marks, days] = [useSearchValue('marks'), useSearchValue('days') ?? usualDays]
  const lived = useSearchValue('lived')
  const { query: analyses, call } = useApi(analysisContract)
  const input = { workspace, ...filters, ...(outcome ? { outcome, marks } : { measure }), days, lived, by }
  const { measures, segments } = useChoices()
  return {
    drivers: useAnalysis<DoneAnswer & { readonly result: Drivers }>(
      analyses.drivers.read.queryOptions({ input }),
    ),
    ...{ by, days },
    lived: lived?.split(',') ?? [],
    measures: measures.filter((one) => isWeighable(one) || one.method === 'composite'),
    marks: measures.filter((one) => isWeighable(one) && one.population !== 'employees'),
    segments,
    exportAs: (form: ExportForm) => call.drivers.export({ ...input, form }),
  }
}
export type DriversData = ReturnType<typeof useDrivers>
