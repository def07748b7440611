import { expect, it } from 'vitest'
import { formats } from '../../../foundations/format/formats.ts'
import { heatColumns } from './column-choices.page.ts'

const common = { units: [{ key: 'b', name: 'Beta' }], formats: formats('en') }

it('[MEA-110] months run as time does', () => {
  const columns = heatColumns({ ...common, by: 'month', found: ['2017-10', '2017-09'] })
  expect(columns.map((column) => column.label)).toEqual(['September 2017', 'October 2017'])
})

it('[MEA-110] units that nobody described are shown by their key, after the others', () => {
  const columns = heatColumns({ ...common, by: 'unit', found: ['z', 'b'] })
  expect(columns).toEqual([
    { key: 'b', label: 'Beta' },
    { key: 'z', label: 'z' },
  ])
})
