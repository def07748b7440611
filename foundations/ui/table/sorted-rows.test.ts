import { expect, it } from 'vitest'
import { formats } from '../../format/formats.ts'
import { sortedRows } from './sorted-rows.ts'

const compare = formats('fr').compare
const rows = [{ v: 2 }, { v: null }, { v: 10 }]

it('[UI-40] what has no value comes last in both directions', () => {
  const values = (descending: boolean) =>
    sortedRows(rows, (row) => row.v, { descending, compare }).map((row) => row.v)
  expect(values(false)).toEqual([2, 10, null])
  expect(values(true)).toEqual([10, 2, null])
})

it('[UI-41] texts sort as the language does, numbers inside them by size', () => {
  const names = ['Magasin 10', 'Étage', 'Magasin 2', 'Zone']
  expect(sortedRows(names, (name) => name, { descending: false, compare })).toEqual([
    'Étage',
    'Magasin 2',
    'Magasin 10',
    'Zone',
  ])
})
