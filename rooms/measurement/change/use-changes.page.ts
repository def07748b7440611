import { useQuery } from '@tanstack/react-query'
import type { FigureForm } from '../../../foundations/format/formats.ts'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { useFilters, useSearchValue } from '../../../foundations/ui/filters/use-filters.ts'
import { analysisContract } from '../analyses/analyses.contract.ts'
import type { ExportForm } from '../analyses/analysis.contract.ts'
import { type DoneAnswer, useAnalysis } from '../analyses/use-analysis.page.ts'
import { measurementContract } from '../contract.ts'
import type { ChangedSeries, Changes, ChangesBy } from './changes.contract.ts'

/** The changes of what is looked at; all months are, whatever the period. */
export function useChangesBy(by: ChangesBy) {
  const { workspace, period: _, ...filters } = useFilters()
  const { query, call } = useApi(analysisContract)
  const input = { workspace, ...filters, by }
  const changes = useAnalysis<DoneAnswer & { readonly result: Changes }>(
    query.changes.read.queryOptions({ input }),
  )
  return {
    changes,
    /** Series that changed or signalled; none while they are being worked out. */
    series: changes.data?.state === 'done' ? changes.data.result.series : [],
    exportAs: (form: ExportForm) => call.changes.export({ ...input, form }),
  }
}

/** The changes by what the address tells them apart by. */
export function useChanges() {
  const by: ChangesBy = useSearchValue('by') === 'unit' ? 'unit' : 'touchpoint'
  return { by, ...useChangesBy(by) }
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
