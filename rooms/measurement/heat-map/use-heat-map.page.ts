import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { textIn } from '../../../foundations/format/text-in.ts'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { useFilters, useSearchValue } from '../../../foundations/ui/filters/use-filters.ts'
import { gridRows } from '../../../foundations/ui/heat-map/heat-map-grid.ts'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { designContract } from '../../design/contract.ts'
import { strategyContract } from '../../strategy/contract.ts'
import { understandingContract } from '../../understanding/contract.ts'
import { measurementContract } from '../contract.ts'
import { heatColumns } from './column-choices.page.ts'
import { measureShown } from './measure-shown.page.ts'

/** What the map is made from; measure and columns are kept in the address. */
function useHeatQueries() {
  const { workspace, ...filters } = useFilters()
  const { query: measurement } = useApi(measurementContract)
  const { query: design } = useApi(designContract)
  const { query: strategy } = useApi(strategyContract)
  const { query: understanding } = useApi(understandingContract)
  const here = { input: { workspace } }
  const measures = useQuery(measurement.measures.list.queryOptions(here))
  const touchpoints = useQuery(design.touchpoints.list.queryOptions(here))
  const asked = useSearchValue('measure')
  const measure = measureShown({
    wanted: asked,
    measures: measures.data?.measures ?? [],
    touchpoints: touchpoints.data?.touchpoints,
  })
  const rowsBy: 'unit' | 'touchpoint' = useSearchValue('rows') === 'unit' ? 'unit' : 'touchpoint'
  const wanted = useSearchValue('by') ?? 'unit'
  const by = wanted === rowsBy ? 'quarter' : wanted
  // What the address asks for is read at once, before it is known whether there is such a measure.
  const key = measures.data ? measure?.key : asked
  const read = (groups: string) =>
    measurement.figures.read.queryOptions({
      input: { workspace, ...filters, measure: key, by: groups, compare: 'none' },
      enabled: key !== undefined,
    })
  return {
    measures,
    measure,
    rowsBy,
    by,
    figures: useQuery(read(`${rowsBy},${by}`)),
    wholes: useQuery(read(rowsBy)),
    touchpoints,
    units: useQuery(strategy.units.list.queryOptions(here)),
    segments: useQuery(understanding.segments.list.queryOptions(here)),
  }
}

/** The map itself: rows, columns and names, ready to be drawn. */
export function useHeatMap() {
  const formats = useFormats()
  const queries = useHeatQueries()
  const { measure, rowsBy, by, figures, wholes, touchpoints, units } = queries
  const described = rowsBy === 'unit' ? units.data?.units : touchpoints.data?.touchpoints
  const names = useMemo(
    () => new Map(described?.map((one) => [one.key, textIn(one.name, formats.language)])),
    [described, formats],
  )
  const grid = useMemo(() => {
    if (!measure || !figures.data || !wholes.data) return null
    const answered = new Set(wholes.data.figures.map((figure) => figure.group[rowsBy] ?? ''))
    const known = [...names.keys()].filter((key) => answered.has(key))
    const unknown = [...answered].filter((key) => key !== '' && !names.has(key))
    const found = [...new Set(figures.data.figures.map((figure) => figure.group[by] ?? ''))]
    const named = (units.data?.units ?? []).map(({ key, name }) => ({
      key,
      name: textIn(name, formats.language),
    }))
    return {
      columns: heatColumns({ by, found, units: named, formats }),
      rows: gridRows({
        rowsBy,
        columnsBy: by,
        rowKeys: [...known, ...unknown],
        figures: figures.data.figures,
        wholes: wholes.data.figures,
        form: measure,
        better: measure.better,
      }),
    }
  }, [measure, figures.data, wholes.data, names, units.data, rowsBy, by, formats])
  return { ...queries, grid, names }
}
