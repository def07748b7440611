import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { textIn } from '../../../foundations/format/text-in.ts'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { useFilters, useSearchValue } from '../../../foundations/ui/filters/use-filters.ts'
import { gridRows } from '../../../foundations/ui/heat-map/heat-map-grid.ts'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { designContract } from '../../design/contract.ts'
import { measurementContract } from '../../measurement/contract.ts'
import { strategyContract } from '../../strategy/contract.ts'

/** Figures of employees, whatever population the address names. */
function useLivedFigures() {
  const { workspace, period, segment, unit } = useFilters()
  const { query: measurement } = useApi(measurementContract)
  const { query: design } = useApi(designContract)
  const { query: strategy } = useApi(strategyContract)
  const here = { input: { workspace } }
  const base = {
    workspace,
    period,
    segment,
    unit,
    population: 'employees' as const,
    compare: 'none' as const,
  }
  const measures = useQuery(measurement.measures.list.queryOptions(here))
  const all = useQuery(measurement.figures.read.queryOptions({ input: base }))
  const wanted = useSearchValue('measure')
  const answered = (measures.data?.measures ?? []).filter((measure) =>
    all.data?.figures.some((figure) => figure.measure === measure.key && figure.estimate.n > 0),
  )
  const measure = answered.find((one) => one.key === wanted) ?? answered[0]
  const read = (by: string) =>
    measurement.figures.read.queryOptions({
      input: { ...base, measure: measure?.key, by },
      enabled: measure !== undefined,
    })
  return {
    measures,
    all,
    answered,
    measure,
    figures: useQuery(read('touchpoint,unit')),
    wholes: useQuery(read('touchpoint')),
    touchpoints: useQuery(design.touchpoints.list.queryOptions(here)),
    units: useQuery(strategy.units.list.queryOptions(here)),
  }
}

/** What employees live, touchpoint by unit. */
export function useLived() {
  const { language } = useFormats()
  const queries = useLivedFigures()
  const { measure, figures, wholes, touchpoints, units } = queries
  const names = useMemo(
    () => new Map(touchpoints.data?.touchpoints.map((one) => [one.key, textIn(one.name, language)])),
    [touchpoints.data, language],
  )
  const grid = useMemo(() => {
    if (!measure || !figures.data || !wholes.data) return null
    const rowKeys = [...new Set(wholes.data.figures.map((figure) => figure.group.touchpoint ?? ''))]
    const unitKeys = [...new Set(figures.data.figures.map((figure) => figure.group.unit ?? ''))]
    const unitName = (key: string) => {
      const unit = units.data?.units.find((one) => one.key === key)
      return unit ? textIn(unit.name, language) : key || '—'
    }
    return {
      columns: unitKeys.map((key) => ({ key, label: unitName(key) })),
      rows: gridRows({
        rowsBy: 'touchpoint',
        columnsBy: 'unit',
        rowKeys,
        figures: figures.data.figures,
        wholes: wholes.data.figures,
        form: measure,
        better: measure.better,
      }),
    }
  }, [measure, figures.data, wholes.data, units.data, language])
  return { ...queries, grid, names }
}
