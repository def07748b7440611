import type { Formats } from '../../../foundations/format/formats.ts'
import { periodName } from '../../../foundations/format/period-name.ts'
import { periodStart } from '../../../foundations/ui/figure/trend-points.ts'
import type { HeatColumn } from '../../../foundations/ui/heat-map/heat-map-shape.ts'

interface Named {
  readonly key: string
  readonly name: string
}

interface ColumnNeeds {
  readonly by: string
  /** Values of the grouping found in the figures. */
  readonly found: readonly string[]
  readonly units: readonly Named[]
  readonly formats: Formats
}

function timeColumns(found: readonly string[], formats: Formats): HeatColumn[] {
  return [...found].sort().map((name) => {
    const from = periodStart(name)
    return { key: name, label: periodName({ name, from, to: from }, formats) }
  })
}

/** Columns of the map in the order people expect: units as they are listed, time as it runs, else by name. */
export function heatColumns({ by, found, units, formats }: ColumnNeeds): readonly HeatColumn[] {
  if (by === 'month' || by === 'quarter' || by === 'year') return timeColumns(found, formats)
  if (by !== 'unit') return [...found].sort(formats.compare).map((key) => ({ key, label: key || '—' }))
  const known = units
    .filter((unit) => found.includes(unit.key))
    .map(({ key, name }) => ({ key, label: name }))
  const unknown = found.filter((key) => !units.some((unit) => unit.key === key))
  return [...known, ...unknown.map((key) => ({ key, label: key || '—' }))]
}
