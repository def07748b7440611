import { useQuery } from '@tanstack/react-query'
import type { FigureForm } from '../../../foundations/format/formats.ts'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { useFilters, useSearchValue } from '../../../foundations/ui/filters/use-filters.ts'
import { analysisContract } from '../analyses/analyses.contract.ts'
import { type DoneAnswer, useAnalysis } from '../analyses/use-analysis.page.ts'
import { measurementContract } from '../contract.ts'
import type { ChangedSeries, Changes, ChangesBy } from './changes.contract.ts'

/** The changes of what is looked at; all months are, whatever the period. */
export function useChanges() {
  const { workspace, period: _, ...filters } = useFilters()
  const { query, call } = useApi(analysisContract)
  const by: ChangesBy = useSearchValue('by') === 'unit' ? 'unit' : 'touchpoint'
  const input = { workspace, ...filters, by }
  return {
    by,
    changes: useAnalysis<DoneAnswer & { readonly result: Changes }>(
      query.changes.read.queryOptions({ input }),
    ),
    exportAs: (form: 'csv' | 'r' | 'python') => call.changes.export({ ...input, form }),
  }
}

/** How figures of a measure are written: its unit and scale, as the workspace defines them. */
export function useForms(): (series: ChangedSeries) => FigureForm {
  const { workspace } = useFilters()
  const { query } = useApi(measurementContract)
  const { data } = useQuery(query.measures.list.queryOptions({ input: { workspace } }))
  return ({ measure }) => data?.measures.find(({ key }) => key === measure.key) ?? { unit: measure.unit }
}

/** The months of one series, as figures. */
export function useSeries(by: ChangesBy, series: ChangedSeries) {
  const { workspace, period: _, ...filters } = useFilters()
  const { query } = useApi(measurementContract)
  const group = series.group === null ? {} : { [by]: series.group }
  const asked = { period: 'all', by: 'month', compare: 'none' as const, measure: series.measure.key }
  return useQuery(query.figures.read.queryOptions({ input: { workspace, ...filters, ...group, ...asked } }))
}
